"""Vietnamese texts that nobody wrote: words drawn by weight, so that no two records are alike.

The words are everyday ones about crafts and small trades of a province that does not exist.  None of them is a
number, a unit of time or a count of papers, so that the texts never contradict the facts beside them.
"""

import math
from bisect import bisect
from itertools import accumulate
from random import Random

SUBJECTS = (
    "người nộp hồ sơ", "cán bộ tiếp nhận", "phòng chuyên môn", "chủ cơ sở", "tổ chức đề nghị", "tổ thẩm định",
    "người được ủy quyền", "lãnh đạo cơ quan", "bộ phận trả kết quả", "hộ kinh doanh", "chủ bến thuyền",
    "người làm nghề", "hợp tác xã", "ban quản lý chợ", "đơn vị phối hợp", "trưởng thôn", "nghệ nhân", "chủ vườn ươm",
    "người thuê sạp", "hội làng nghề", "chủ nhà trọ", "đội trật tự", "người trông coi di tích", "chủ lò gốm",
    "đơn vị đo đạc", "văn thư", "người đại diện", "chủ phương tiện", "cơ sở đào tạo nghề", "tổ hòa giải",
)  # fmt: skip
VERBS = (
    "kiểm tra", "nộp", "đối chiếu", "lập", "gửi", "xác nhận", "ghi nhận", "bổ sung", "cập nhật", "trình ký", "lưu giữ",
    "công bố", "thông báo", "nhận lại", "xem xét", "chuyển", "niêm yết", "đăng ký", "khai báo", "hoàn thiện",
    "lấy ý kiến về", "rà soát", "thẩm định", "ký vào", "đóng dấu", "quét", "tải lên", "giải trình về", "đo vẽ lại",
    "trả lời bằng", "thu hồi", "sửa lại", "hướng dẫn lập", "từ chối", "phê duyệt",
)  # fmt: skip
OBJECTS = (
    "tờ khai đề nghị", "giấy tờ kèm theo", "bản vẽ mặt bằng", "sổ theo dõi", "phương án sắp xếp", "hợp đồng thuê",
    "danh sách người làm", "biên bản làm việc", "phiếu tiếp nhận", "giấy hẹn", "văn bản trả lời", "sơ đồ gian hàng",
    "ảnh chụp hiện trạng", "bảng kê dụng cụ", "cam kết giữ vệ sinh", "giấy xác nhận cũ", "phương án phòng cháy",
    "thuyết minh sản phẩm", "mẫu nhãn hàng", "bản mô tả quy trình", "lịch hoạt động", "quy chế của làng nghề",
    "chứng từ nộp phí", "kết quả đo đạc", "bảng giá niêm yết", "nội quy bến bãi", "sổ khách lưu trú",
    "giấy ủy quyền", "báo cáo hoạt động", "ý kiến của hàng xóm", "hồ sơ lưu", "dữ liệu đã có", "biển hiệu",
    "tài liệu dịch", "phiếu kiểm soát", "quyết định cho phép", "thẻ hành nghề", "chứng nhận làng nghề",
)  # fmt: skip
QUALIFIERS = (
    "đã được ký số", "theo mẫu kèm theo", "còn giá trị sử dụng", "do mình lập", "đúng với thực tế", "đã nêu ở trên",
    "của cơ sở", "có chữ ký của người đại diện", "được chứng thực theo quy định", "thuộc địa bàn quản lý",
    "chưa có trong cơ sở dữ liệu", "bị hư hỏng hoặc thất lạc", "phù hợp với quy hoạch", "đã nộp trước đó",
    "bằng tiếng Việt", "kèm bản dịch", "có liên quan", "của từng thành viên", "đối với nghề truyền thống",
    "về lồng đèn và đèn kéo quân", "về gốm và đồ đất nung", "về thuyền thúng", "về chợ nổi", "về vườn hoa",
    "về quán trà ven đường", "về nhà sàn cổ", "về hội làng", "về giếng cổ", "về bến đò", "về xe đạp cho thuê",
)  # fmt: skip
PLACES = (
    "trên hệ thống một cửa", "tại quầy tiếp nhận", "qua bưu chính công ích", "trên trang dịch vụ công của tỉnh",
    "tại trụ sở", "ở nơi đặt cơ sở", "trong kho dữ liệu dùng chung", "tại nhà văn hóa thôn", "ở khu vực chợ",
    "tại bến thuyền", "trên bảng tin", "qua thư điện tử đã đăng ký", "ở phần mềm quản lý hồ sơ", "tại xưởng",
    "ngay tại buổi làm việc", "trước khi trình lãnh đạo", "sau khi hồ sơ hợp lệ", "trong giờ hành chính",
    "cùng lúc với việc nộp phí", "khi có thay đổi về chủ cơ sở", "nếu hồ sơ chưa đủ", "khi người nộp yêu cầu",
)  # fmt: skip
OPENERS = (
    "", "", "", "", "trường hợp hồ sơ chưa hợp lệ, ", "sau khi tiếp nhận, ", "khi cần thiết, ", "nếu đủ điều kiện, ",
    "trước khi trả kết quả, ", "đối với cơ sở mới, ", "đối với cơ sở đang hoạt động, ", "căn cứ kết quả thẩm định, ",
    "trong quá trình giải quyết, ", "ngoài các giấy tờ trên, ", "theo phân công của lãnh đạo, ",
)  # fmt: skip
LINKS = (" và ", ", đồng thời ", ", rồi ", "; ", ", trong đó ", " để ")
ACTIONS = (
    "Cấp giấy chứng nhận", "Cấp lại giấy chứng nhận", "Đăng ký", "Đăng ký thay đổi", "Cho phép tạm ngừng", "Công nhận",
    "Gia hạn giấy phép", "Thông báo hoạt động", "Hỗ trợ kinh phí", "Xác nhận", "Chấp thuận phương án", "Thu hồi thẻ",
    "Thẩm định", "Chuyển nhượng quyền", "Cấp thẻ hành nghề", "Miễn, giảm tiền thuê",
)  # fmt: skip
TRADES = (
    "làm lồng đèn", "bán hàng ở chợ nổi", "đóng thuyền thúng", "ươm giống hoa", "giữ nhà sàn cổ", "nặn đèn kéo quân",
    "tổ chức hội làng", "nung gốm", "ủ nước chấm", "cho thuê xe đạp", "mở thư viện làng", "quản lý sân chơi",
    "mở quán trà", "đưa đò", "trồng đường hoa", "cho thuê nhà trọ", "lắp trạm sạc", "treo biển hiệu", "giữ giếng cổ",
    "dệt chiếu",
)  # fmt: skip


class Bag:
    """Words to draw from; the first come up most often, as in real texts."""

    def __init__(self, words: tuple[str, ...]) -> None:
        self._words = words
        self._heights = list(accumulate(1 / (rank + 3) for rank in range(len(words))))

    def draw(self, chance: Random) -> str:
        """Return one word."""
        return self._words[bisect(self._heights, chance.random() * self._heights[-1])]


_PARTS = tuple(map(Bag, (OPENERS, SUBJECTS, VERBS, OBJECTS, QUALIFIERS, PLACES)))
_VERB, _OBJECT, _QUALIFIER, _PLACE = _PARTS[2:]
_LINK, _ACTION, _TRADE = Bag(LINKS), Bag(ACTIONS), Bag(TRADES)


class Voice:
    """Speak at length, the same words for the same chance."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance

    def length(self, median: int, spread: float, most: int) -> int:
        """Return a number of characters; lengths of real texts are spread like this, with a long tail."""
        return min(most, round(median * math.exp(self.chance.gauss(0, spread))))

    def sentence(self) -> str:
        """Return a sentence of some ten to forty words."""
        opener, *rest = (bag.draw(self.chance) for bag in _PARTS)
        text = opener + " ".join(rest)
        while self.chance.random() < 0.3:
            text += _LINK.draw(self.chance) + f"{_VERB.draw(self.chance)} {self.thing()}"
        return text[0].upper() + text[1:] + "."

    def thing(self) -> str:
        """Return the name of a paper or another thing."""
        return f"{_OBJECT.draw(self.chance)} {_QUALIFIER.draw(self.chance)}"

    def line(self, length: int) -> str:
        """Return one line of about ``length`` characters, a name rather than a sentence."""
        text = self.thing()
        while len(text) < length - 20:
            text += _LINK.draw(self.chance) + self.thing()
        return text[0].upper() + text[1:]

    def title(self, length: int) -> str:
        """Return the title of a procedure, of about ``length`` characters."""
        text = f"{_ACTION.draw(self.chance)} {_TRADE.draw(self.chance)}"
        while len(text) < length - 15:
            text += f" {_QUALIFIER.draw(self.chance)}"
        return text

    def text(self, length: int) -> str:
        """Return a text of about ``length`` characters; a long one is of several lines, some of them a list."""
        lines, said = [""], 0
        while said < length:
            sentence = self.sentence()[: max(40, length - said + 30)].rstrip(" ,;")
            said += len(sentence)
            if len(lines[-1]) > 260:
                lines.append("- " if self.chance.random() < 0.6 else "")
            lines[-1] += sentence if lines[-1] in {"", "- "} else f" {sentence}"
        return "\n".join(lines)

    def some(self, mean: float, most: int) -> int:
        """Return a count from 1 with a long tail, ``mean`` on average."""
        count = 1
        while count < most and self.chance.random() < 1 - 1 / mean:
            count += 1
        return count

    def often(self, share: float) -> bool:
        """Return True for a share of the times."""
        return self.chance.random() < share
