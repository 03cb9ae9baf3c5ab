"""The portal's names of a record's fields, and ours."""

from generator.fold import slug

# The portal's name of each field, and ours.
FIELDS = {
    "ma_thu_tuc": "code",
    "detail_url": "url",
    "formality_id": "portal_id",
    "ten_thu_tuc": "title",
    "so_quyet_dinh": "decision",
    "cap_thuc_hien": "levels",
    "loai_thu_tuc": "kind",
    "linh_vuc": "field",
    "doi_tuong_thuc_hien": "audience",
    "co_quan_co_tham_quyen": "competent",
    "co_quan_thuc_hien": "executing",
    "co_quan_duoc_uy_quyen": "authorised",
    "co_quan_phoi_hop": "coordinating",
    "dia_chi_tiep_nhan": "address",
    "thu_tuc_lien_quan": "related",
    "trinh_tu_thuc_hien": "steps",
    "cach_thuc_thuc_hien": "channels",
    "thanh_phan_ho_so": "documents",
    "can_cu_phap_ly": "legal_basis",
    "yeu_cau_dieu_kien": "conditions",
    "ket_qua_xu_ly": "results",
}
# What the portal's pages call them, where that is not the same.
PAGE = {
    "Mã TTHC": "code",
    "Tên TTHC": "title",
    "Số quyết định công bố": "decision",
    "Loại TTHC": "kind",
    "Địa chỉ tiếp nhận HS": "address",
    "Kết quả thực hiện": "results",
    "Yêu cầu, điều kiện thực hiện": "conditions",
    "Cơ quan được ủy quyền": "authorised",
}


def _letters(key: str) -> str:
    return slug(key[:LONGEST]).replace("-", "")


LONGEST = 100
_BY_LETTERS = {_letters(key): field for key, field in (FIELDS | PAGE).items()}


def field_of(key: str) -> str:
    """Return our name of a field that its key names, however it is written: ``maThuTuc``, ``Mã thủ tục``; else ""."""
    return _BY_LETTERS.get(_letters(key), "") if len(key) <= LONGEST else ""
