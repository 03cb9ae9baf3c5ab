"""The portal's run-together tables, in cases of our own words: what becomes a cell, and what stays text."""

from collections import Counter
from datetime import date

import pytest

from generator.importers.portal import cells, channels, forms, law, lists, outline, papers, results
from generator.importers.portal.texts import pack, tidy
from generator.model.choices import Audience, Level, ProcedureKind

KNOWN = Counter({"CP": 9, "BTC": 9, "BM": 5, "TTg": 3})


def channel_rows(text: str) -> tuple[channels.Row, ...]:
    """Return the rows of a table of channels."""
    return channels.take_apart(channels.HEADER + text).rows


def test_rows_of_channels_are_found_where_a_channel_meets_a_time_limit() -> None:
    """Three rows run together come apart into channel, time limit with unit, fee with its note, description."""
    rows = channel_rows(
        "Trực tuyến3 Ngày làm việc100,000 Việt Nam Đồng(Phí xét (mẫu 1))Nộp qua cổngDịch vụ bưu chính0.5 NgàyMiễn phí"
        "Trực tiếpKhông có thông tin50,000 VNĐ(đồng/lần)Trực tiếp tại quầy"
    )
    assert [(row.name, row.limit.data, row.note, not row.trouble) for row in rows] == [
        ("Trực tuyến", {"value": "3", "unit": "working-day"}, "Nộp qua cổng", True),
        ("Dịch vụ bưu chính", {"value": "0,5", "unit": "day"}, "", True),
        ("Trực tiếp", None, "Trực tiếp tại quầy", True),
    ]
    assert [[(price.cell.data, price.note) for price in row.prices] for row in rows] == [
        [({"amount_vnd": "100000"}, "Phí xét (mẫu 1)")],
        [({"amount_vnd": "0"}, "")],
        [({"amount_vnd": "50000"}, "đồng/lần")],
    ]


@pytest.mark.parametrize(
    ("text", "limit", "fee", "whole"),
    [
        ("Trực tuyến1Miễn phí", "1", "", True),
        ("Trực tuyến1120,000 VNĐ", "", "1120,000 VNĐ", False),
        ("Trực tuyến120,000 VNĐ", "1", "", True),
        ("Trực tuyến125 VNĐ(Phí)", "", "125 VNĐ", False),
        ("Trực tuyến125,000 VNĐ", "", "125,000 VNĐ", False),
        ("Trực tuyến2 Tuần30 USD", "2 Tuần", "30 USD", True),
        ("Trực tuyếnHẹn trong giấyMiễn phí", "Hẹn trong giấy", "", True),
        ("Trực tuyến0 NgàyMiễn phí", "0 Ngày", "", True),
        ("Trực tuyến3 NgàyMiễn phí(không đóng", "", "", False),
        ("Trực tuyến3 NgàyTheo thông báo", "", "", False),
    ],
)
def test_a_cell_with_two_readings_stays_words(text: str, limit: str, fee: str, *, whole: bool) -> None:
    """A number without unit, digits that could part in two ways, another currency: the words are kept, not guessed."""
    (row,) = channel_rows(text)
    assert (row.limit.kept, "".join(price.cell.kept for price in row.prices), not row.trouble) == (limit, fee, whole)


@pytest.mark.parametrize(
    ("digits", "parts"),
    [
        ("120,000", ("1", "20,000")),
        ("1500,000", ("1", "500,000")),
        ("120", ("1", "20")),
        ("1200", ("1", "200")),
        ("125", None),
        ("1", None),
        ("0120", None),
    ],
)
def test_digits_part_where_there_is_one_way(digits: str, parts: tuple[str, str] | None) -> None:
    """No number begins with zero and an amount has at most three digits before its first comma."""
    assert cells.parted(digits) == parts


def test_a_channel_in_a_sentence_begins_no_row() -> None:
    """A channel's name inside a description, before a blank or a comma, is part of the description."""
    (row,) = channel_rows("Trực tiếp5 NgàyMiễn phíTrực tiếp, qua mạng; Trực tuyến tại cổng")
    assert row.note == "Trực tiếp, qua mạng; Trực tuyến tại cổng"
    assert channels.take_apart("Nộp ở xã").rest == "Nộp ở xã"


def test_marks_of_a_list_do_not_end_a_note() -> None:
    """In "(a) một; b) hai)" the last bracket closes the note."""
    (row,) = channel_rows("Trực tiếp5 NgàyMiễn phí(gồm: a) một; b) hai)Mô tả thêm")
    assert (row.prices[0].note, row.note) == ("gồm: a) một; b) hai", "Mô tả thêm")


def test_papers_are_found_by_case_with_forms_and_numbers() -> None:
    """Titles, names, form files, originals and copies come apart; the order is the source's."""
    text = (
        f"--{papers.HEADER}- Đơn xin xác nhận;Mẫu 1.docxPL 02.doc1 bản chínhẢnh chân dung2 bản chính,1 bản sao"
        f"* Trường hợp cấp lại:{papers.HEADER}Giấy cũ theo Mẫu số 091 bản chính+ Bản sao hợp đồng0 bản chính,1 bản sao"
    )
    first, second = papers.take_apart(text)[0]
    assert (first.title, second.title) == ("", "Trường hợp cấp lại:")
    assert [(row.name, row.forms, row.originals, row.copies) for row in first.rows] == [
        ("Đơn xin xác nhận;", ("Mẫu 1.docx", "PL 02.doc"), "1", None),
        ("Ảnh chân dung", (), "2", "1"),
    ]
    assert [(row.name, row.originals, row.copies) for row in second.rows] == [
        ("Giấy cũ theo Mẫu số 09", "1", None),
        ("Bản sao hợp đồng", "0", "1"),
    ]
    assert all(row.is_whole for row in (*first.rows, *second.rows))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Tờ khai: 01 bản chính;1 bản chính", ["Tờ khai: 01 bản chính;"]),
        ("Nộp 2 bản chính và giấy kèm1 bản chính", ["Nộp 2 bản chính và giấy kèm"]),
        ("Giấy ngày 05/01/20261 bản chínhSơ đồ1 bản chính", ["Giấy ngày 05/01/2026", "Sơ đồ"]),
        ("Giấy (1 bản chính)1 bản chính", ["Giấy (1 bản chính)"]),
        ("Ảnh;12 bản chính", ["Ảnh;"]),
    ],
)
def test_a_quantity_inside_a_name_ends_no_row(text: str, names: list[str]) -> None:
    """Words such as "01 bản chính;" in a sentence stay in the name; digits of a date or a number stay there too."""
    (group,) = papers.take_apart(papers.HEADER + text)[0]
    assert [row.name for row in group.rows] == names
    assert group.rest == ""


def test_what_is_no_row_of_papers_is_left_over() -> None:
    """Text after the last quantity, text without a table, and a number with two readings are kept whole."""
    (group,) = papers.take_apart(f"{papers.HEADER}Đơn1 bản chínhGhi chú cuối")[0]
    assert group.rest == "Ghi chú cuối"
    assert papers.take_apart("Nộp đơn ở xã") == ((), "Nộp đơn ở xã")
    (group,) = papers.take_apart(f"{papers.HEADER}Mẫu số 10 bản chính")[0]
    assert [(row.name, row.is_whole) for row in group.rows] == [("Mẫu số 10 bản chính", False)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Đơn theo quy địnhMẫu 3.docx", ("Đơn theo quy định", ("Mẫu 3.docx",), True)),
        ("Đơn theo 01/2026/NĐ-CPMau 3.docx", ("Đơn theo 01/2026/NĐ-CP", ("Mau 3.docx",), True)),
        ("Đơn.Mau 04-PL II_36.2026.TT-BM.doc", ("Đơn.", ("Mau 04-PL II_36.2026.TT-BM.doc",), True)),
        ("ĐơnMau1.docxMau2.pdf", ("Đơn", ("Mau1.docx", "Mau2.pdf"), True)),
        ("Đơn theo mẫuđơn.docx", ("Đơn theo mẫuđơn.docx", (), False)),
        ("Tệp .doc hoặc giấy", ("Tệp .doc hoặc giấy", (), True)),
        ("Ảnh 4x6 cmDon.doc.docx", ("Ảnh 4x6 cm", ("Don.doc.docx",), True)),
    ],
)
def test_form_files_are_told_from_the_name_before_them(text: str, parts: tuple[str, tuple[str, ...], bool]) -> None:
    """A form begins where two texts touch; where that cannot be seen, all stays in the name and is not sure."""
    assert forms.part(text) == parts


def test_documents_are_found_by_title_and_number() -> None:
    """Title and number of each document come apart, also where a year, a session or capitals touch the next."""
    table = law.take_apart(
        f"{law.HEADER}Luật Mẫu số 43/2024/QH15 ngày 29/6/202443/2024/QH15Luật Thử năm 202005/2020/QH14"
        "Thông tư 12/2021/TT-BTC12/2021/TT-BTCTHÔNG TƯ VỀ PHÍNghị định số 168/2025/NĐ-CP Về lệ phíQĐ 07/2022/QĐ-TTg",
        KNOWN,
    )
    assert [(row.title, row.number, row.kind) for row in table.rows] == [
        ("Luật Mẫu số 43/2024/QH15 ngày 29/6/2024", "43/2024/QH15", "law"),
        ("Luật Thử năm 2020", "05/2020/QH14", "law"),
        ("Thông tư 12/2021/TT-BTC", "12/2021/TT-BTC", "circular"),
        ("THÔNG TƯ VỀ PHÍ", "168/2025/NĐ-CP", "decree"),
        ("Về lệ phí", "07/2022/QĐ-TTg", "decision"),
    ]
    assert (table.rows[0].issued_on, table.rows[3].prefix, table.rest) == (date(2024, 6, 29), "Nghị định số", ())
    assert all(row.is_agreed for row in table.rows)


@pytest.mark.parametrize(
    "text",
    ["Luật không số", "Luật AHai dòng dínhQuy định khác12/2021/TT-BTC", "Luật 1/2020/QH14 về A2/2021/QH15"],
)
def test_a_title_that_holds_two_rows_is_left_whole(text: str) -> None:
    """A title in which two texts touch, or that begins with another number, is no row; nothing of it is lost."""
    table = law.take_apart(law.HEADER + text, KNOWN)
    assert pack("".join(table.rest)) == pack(text)
    assert table.rows == ()


def test_a_sentence_that_goes_on_after_a_number_is_a_title() -> None:
    """A title that names its own number and goes on is one title; what touches it before has no number and is left."""
    table = law.take_apart(
        f"{law.HEADER}Quy chế mẫuNghị định số 1/2021/NĐ-CP ngày 02/3/2021 về mẫu1/2021/NĐ-CPLuật A2/2020/QH14", KNOWN
    )
    assert [(row.title, row.number) for row in table.rows] == [
        ("Nghị định số 1/2021/NĐ-CP ngày 02/3/2021 về mẫu", "1/2021/NĐ-CP"),
        ("Luật A", "2/2020/QH14"),
    ]
    assert table.rest == ("Quy chế mẫu",)


def test_letters_of_authors_are_learnt_where_nothing_touches_them() -> None:
    """Numbers in running text tell the letters of authors; a number that a capital touches does not."""
    assert law.authors(["theo 01/2020/TT-BM và 02/2020/NĐ-CPMẫu"]) == {"BM": 1}
    assert (
        law.take_apart(f"{law.HEADER}Phí01/2020/TT-BMLệ phí02/2020/TT-BM", Counter({"BM": 1})).rows[1].title == "Lệ phí"
    )


def test_results_come_with_their_codes() -> None:
    """Codes of several shapes are told from the name that follows; the words of the page are set apart."""
    text, foot = results.without_foot(
        "Giấy xác nhậnMã: KQ.G12.001046Văn bản từ chốiMã: TP-G12.0001143- ThẻMã: 000.00.00.G04-KQ0012"
        "Từ khóathẻ, xác nhậnMô tảKhông có thông tinChọn cơ quan thực hiệnTỉnh/ Thành phốSởNộp hồ sơ"
    )
    assert [(row.name, row.code) for row in results.take_apart(text)[0]] == [
        ("Giấy xác nhận", "KQ.G12.001046"),
        ("Văn bản từ chối", "TP-G12.0001143"),
        ("Thẻ", "000.00.00.G04-KQ0012"),
    ]
    assert (foot.keywords, foot.about) == ("thẻ, xác nhận", "")
    assert results.take_apart("GiấyMã: Chưa rõ") == ((results.Row("Giấy"),), "Chưa rõ")
    assert results.without_foot("Nói về Từ khóa và Mô tả")[1] == results.Foot()


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("Bước 1: Nộp.\nBước 2: Trả.", ["Nộp.", "Trả."]),
        ("- Bước 1. Nộp. - Bước 2. Trả.", ["Nộp.", "Trả."]),
        ("Mở đầu Bước 1: Nộp.\nBước 2: Xem lại Bước 1 rồi trả.", ["Mở đầu Bước 1: Nộp.", "Xem lại Bước 1 rồi trả."]),
        ("a) Nộp\n- ở xã\nb) Trả", ["Nộp\n- ở xã", "Trả"]),
        ("1. Nộp\n2. Trả", ["Nộp", "Trả"]),
        ("- Nộp\n+ ở xã\n- Trả", ["Nộp\n+ ở xã", "Trả"]),
        ("Nộp rồi trả", ["Nộp rồi trả"]),
        ("Bước 2: Trả.\nBước 1: Nộp.", ["Bước 2: Trả.\nBước 1: Nộp."]),
        (
            "Cấp mới Bước 1: Nộp.\nBước 2: Trả.\nTrường hợp cấp lại\nBước 1: Báo.\nBước 2: Nhận.",
            ["Cấp mới Bước 1: Nộp.", "Bước 2: Trả.", "Trường hợp cấp lại\nBước 1: Báo.", "Bước 2: Nhận."],
        ),
    ],
)
def test_lists_in_running_text_are_found(text: str, points: list[str]) -> None:
    """Steps, numbered points and bullets come apart when they are counted without a gap; else the text stays one."""
    found = outline.points(tidy(text))
    assert [point.text for point in found] == points
    assert pack("".join(point.mark + point.text for point in found)) == pack(text)


def test_choices_are_found_between_commas_that_names_hold_too() -> None:
    """Levels and audience are told by their words; a word that is no choice is left over."""
    audience = lists.audience(
        "Cán bộ, công chức, viên chức, Doanh nghiệp Mẫu, Tổ chức (không bao gồm doanh nghiệp, HTX)"
    )
    assert audience.values == (Audience.OFFICIAL, Audience.ORGANISATION)
    assert audience.rest == "Doanh nghiệp Mẫu"
    assert lists.levels("Cấp tỉnh, Cấp xã").values == (Level.PROVINCE, Level.COMMUNE)
    assert lists.kind("TTHC nội bộ") is ProcedureKind.INTERNAL
    assert lists.kind("Loại khác") is None


def test_agencies_are_told_from_commas_in_their_names() -> None:
    """A comma parts two names only when an agency's name begins after it."""
    names, rest = lists.agencies("Cục Đo đạc, Bản đồ Mẫu, Sở Mẫu các tỉnh, thành phố, Ủy ban nhân dân cấp xã")
    assert names == ("Cục Đo đạc, Bản đồ Mẫu", "Sở Mẫu các tỉnh, thành phố", "Ủy ban nhân dân cấp xã")
    assert rest == ""
    assert lists.agencies("Không có thông tin") == ((), "")
    assert lists.agencies("Bộ " + "chữ " * 80)[0] == ()


def test_text_is_tidied() -> None:
    """Marks are composed, hidden characters go, blanks are single, empty lines are dropped."""
    assert tidy("e\u0323\u0302m\u200b \t x\u00a0y\r\n\n\u2028z\x00\uf0fcw\ud800") == "ệm x y\nz w"
