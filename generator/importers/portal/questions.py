"""From what was not clear to questions for a person, in Vietnamese: one for each matter, naming its places."""

from collections.abc import Iterable, Iterator

from generator.importers.portal.texts import Ask, chunks, line

# What may be asked about; the words of the source follow.
ABOUT = {
    "about": "Trang nguồn có phần mô tả riêng, chưa biết đặt vào khóa nào",
    "audience": "Đối tượng thực hiện không có trong danh mục",
    "case-order": "Trình tự kể nhiều trường hợp nối nhau: bước nào thuộc trường hợp nào",
    "decision": "Số quyết định công bố thiếu ký hiệu cơ quan ban hành",
    "extra": "Nguồn có trường lạ, chưa biết đặt vào khóa nào",
    "fee-council": "Ghi chú nói hội đồng nhân dân quyết định mức thu: có ghi set_by_council không",
    "fee-differs": "Mức thu ở cột khác mức nêu trong ghi chú: mức nào đúng",
    "fee-free": "Cột ghi miễn phí mà ghi chú nói có thu: thu bao nhiêu",
    "fee-text": "Phí, lệ phí không ghi bằng đồng hoặc không đọc được: mức thu là bao nhiêu",
    "form-start": "Tên giấy tờ và tên tệp biểu mẫu dính liền: chỗ nào là biểu mẫu",
    "glued": "Thời gian và phí dính liền, đọc được nhiều cách: mỗi bên là bao nhiêu",
    "law-kind": "Tên loại văn bản khác ký hiệu",
    "law-rest": "Căn cứ pháp lý không tách được tên và số hiệu",
    "leftover": "Đoạn này không tách được vào bảng: đặt vào đâu",
    "limit-differs": "Mô tả nêu thời hạn khác cột thời gian: bên nào đúng",
    "limit-text": "Thời gian ghi bằng lời: thời hạn là bao lâu",
    "limit-unit": "Thời gian là một con số không có đơn vị: thời hạn là bao lâu",
    "long": "Đoạn này quá dài cho chỗ của nó: chia thế nào",
    "no-copies": "Nguồn ghi 0 bản chính và không ghi bản sao: có phải nộp không",
    "no-fee": "Dòng không có mức phí",
    "no-field": "Nguồn không nêu lĩnh vực",
    "no-name": "Dòng có số lượng mà không có tên giấy tờ",
    "no-title": "Nguồn không nêu tên thủ tục",
    "quantity": "Chữ số cuối thuộc tên giấy tờ hay là số lượng",
    "related": "Nguồn nêu thủ tục liên quan: có phải thủ tục liên thông không",
    "result-code": "Kết quả không có mã, hoặc mã không đúng dạng: mã là gì",
    "row-inside": "Trong dòng này như còn một dòng nữa không tách được: gồm những dòng nào",
    "rule": "Bản nháp có chỗ tự mâu thuẫn",
    "steps-whole": "Trình tự nói tới nhiều bước mà không tách được từng bước",
    "unclosed": "Ngoặc sau mức phí mở mà không đóng: ghi chú của phí hết ở đâu",
    "unseen": "Nguồn có ký tự không hiển thị được, bản nháp đã bỏ",
    "url": "Địa chỉ trang nguồn không đúng dạng",
}
MOST_PLACES, LONGEST_SAID = 6, 300


def questions(asks: Iterable[Ask]) -> Iterator[str]:
    """Yield the questions; words that stand nowhere else are given whole, each in a question of its own."""
    matters: dict[str, list[Ask]] = {}
    for ask in asks:
        if ask.keeps:
            yield from chunks(f"{ABOUT[ask.about]}? ({ask.place})\n{ask.said}")
        else:
            matters.setdefault(ask.about, []).append(ask)
    for about, found in matters.items():
        yield f"{ABOUT[about]}? {_places(found)}{_said(found)}"


def _places(asks: list[Ask]) -> str:
    places = list(dict.fromkeys(ask.place for ask in asks))
    more = f" và {len(places) - MOST_PLACES} chỗ nữa" if len(places) > MOST_PLACES else ""
    return f"({', '.join(places[:MOST_PLACES])}{more})"


def _said(asks: list[Ask]) -> str:
    said = [_short(line(text)) for text in dict.fromkeys(ask.said for ask in asks if ask.said)][:MOST_PLACES]
    teller = "Kiểm tra báo" if asks[0].about == "rule" else "Nguồn ghi"
    return f" {teller}: {'; '.join(f'“{text}”' for text in said)}." if said else ""


def _short(text: str) -> str:
    return f"{text[:LONGEST_SAID]}…" if len(text) > LONGEST_SAID else text
