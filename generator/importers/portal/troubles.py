"""What the system says of files, in Vietnamese."""

import errno

WORDS = {
    errno.ENOENT: "không có tệp hay thư mục này",
    errno.EACCES: "không có quyền",
    errno.EPERM: "không được phép",
    errno.EEXIST: "đã có một tệp trùng tên",
    errno.ENOTDIR: "một phần của đường dẫn không phải thư mục",
    errno.EISDIR: "đây là một thư mục",
    errno.ELOOP: "liên kết trỏ vòng quanh",
    errno.ENAMETOOLONG: "tên quá dài",
    errno.ENOSPC: "hết chỗ trên đĩa",
    errno.EDQUOT: "hết chỗ được cấp",
    errno.EROFS: "nơi này chỉ cho đọc",
    errno.EFBIG: "tệp quá lớn",
    errno.EIO: "thiết bị đọc ghi bị lỗi",
}


def words_of(error: OSError) -> str:
    """Return why the system refused."""
    return WORDS.get(error.errno or 0, f"lỗi hệ thống số {error.errno}" if error.errno else "tệp hỏng")
