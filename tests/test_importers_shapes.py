"""Records of other shapes than those we know: they load, lose nothing, and what is not clear is asked."""

import html
import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.check import check
from generator.filed import scalars
from generator.importers.portal import channels, lists
from generator.importers.portal.keys import field_of
from generator.importers.portal.report import Report
from generator.importers.portal.run import import_portal
from generator.importers.portal.source import Record, Skipped, records
from generator.model.procedure import Procedure
from generator.parse import parse
from generator.read import read
from tests.test_importers_portal import CASES, HEADERS, NAMES, TODAY, drafted, record_of, written

OTHERS = sorted((CASES / "khac").glob("*.json"))
# Words that become values, or that the portal's pages say around every record.
VOCABULARY = frozenset(re.findall(r"\w+", (CASES / "tu-cua-cong.txt").read_text(encoding="utf-8")))


def texts_in(value: Any) -> Iterator[str]:
    """Yield every text of a JSON value, at any depth, also of JSON inside a text."""
    if isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from texts_in(each)
    elif isinstance(value, str) and value[:2] in {'{"', '["'}:
        yield from texts_in(json.loads(value))
    elif isinstance(value, str):
        yield value


def words(text: str) -> set[str]:
    """Return the words of a text that are none of the portal's, parted where a capital touches a small letter."""
    plain = unicodedata.normalize("NFC", html.unescape(text).replace("\u200b", ""))
    parted = "".join(f" {char}" if char.isupper() else char for char in plain)
    return set(re.findall(r"[^\W\d_]+", parted)) - VOCABULARY


def imported(source: Path, folder: Path) -> tuple[Report, str]:
    """Return the report of an import and all that stands in its files, as the reader reads them."""
    report = import_portal([source], folder / "out", TODAY)
    roots = (parse(path.read_text(encoding="utf-8")) for path in (folder / "out").rglob("*.yml"))
    return report, "\n".join(value.text for root in roots for _path, value in scalars(root))


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.stem)
def test_other_shapes_load_and_lose_nothing(path: Path, tmp_path: Path) -> None:
    """Each record becomes a draft without an error; each word of its source stands in what was written."""
    report, said = imported(path, tmp_path)
    assert report.loaded.part == report.loaded.whole
    assert report.missing == 0
    source = json.loads(path.read_text(encoding="utf-8"))
    lost = (word for text in texts_in(source) for word in words(text) if word.casefold() not in said.casefold())
    assert set(lost) == set()


def only(report: Report) -> Procedure:
    """Return the one record of an import."""
    (draft,) = report.drafts
    return draft.record


def rows_of(name: str, folder: Path) -> list[tuple[str, Any, Any]]:
    """Return channel, time limit and amounts of each row of a case."""
    record = only(import_portal([CASES / "khac" / f"{name}.json"], folder / "out", TODAY))
    return [
        (
            row.channel.value,
            row.time_limit and " ".join(str(each) for each in row.time_limit.model_dump(exclude_unset=True).values()),
            [fee.amount_vnd for fee in row.fees or ()],
        )
        for row in record.channels
    ]


def test_numbers_of_either_style_and_any_case_are_read(tmp_path: Path) -> None:
    """100.000đ and 100,000 đồng are one amount, 05 ngày are five days; dollars stay words."""
    assert rows_of("thu-tu-dao", tmp_path) == [
        ("online", "10 day", [100000]),
        ("in-person", "5 working-day", [100000]),
        ("post", "1 month", []),
    ]


def test_limits_in_words_stay_words(tmp_path: Path) -> None:
    """“Không quy định” is a value; “Trong ngày”, minutes and weeks stay words that are asked about."""
    assert [limit for _channel, limit, _fees in rows_of("han-bang-loi", tmp_path)] == [
        "not-regulated", None, None, None, None, "10 working-day", "20 working-hour",
    ]  # fmt: skip


def test_other_names_of_the_columns_are_known(tmp_path: Path) -> None:
    """“Mức phí” is the column of fees; rows come apart as they do under the usual names."""
    assert rows_of("nhan-khac", tmp_path) == [("online", "3 day", [20000]), ("in-person", None, [20000])]


def test_columns_in_another_order_stay_whole(tmp_path: Path) -> None:
    """A table whose columns stand in another order is not read: it stands whole in a question."""
    record = only(import_portal([CASES / "khac" / "cot-khac.json"], tmp_path / "out", TODAY))
    assert (record.channels, record.documents, record.legal_basis) == ((), (), ())
    assert sum("không tách được" in question for question in record.questions) == 4


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        ("Trực tiếp120,000 VNĐ", "glued"),
        ("Trực tuyến3 NgàyMiễn phíHếtNộp qua xe5 NgàyMiễn phí", "row-inside"),
        ("Trực tuyến3 NgàyMiễn phíHết Trực tiếp7 bữa", "row-inside"),
        ("Trực tuyến3 NgàyMiễn phíHết trong 3 ngày", ""),
    ],
)
def test_rows_without_header_are_read_with_care(text: str, trouble: str) -> None:
    """Without a header digits are not parted, and a row that hides in another one's description is asked about."""
    (row,) = channels.take_apart(text).rows
    assert row.trouble == trouble


@pytest.mark.parametrize(
    ("tail", "note", "rest"),
    [
        ("(đồng (một lần)Gửi sớm", "đồng (một lần", "Gửi sớm"),
        ("(đồng/lần (một (hai) ba)- Gửi sớm (ba) sau", "đồng/lần (một (hai) ba", "- Gửi sớm (ba) sau"),
        ("((đồng (một lần)) Gửi sớm", "(đồng (một lần)) Gửi sớm", ""),
    ],
)
def test_a_bracket_that_a_description_touches_ends_the_note(tail: str, note: str, rest: str) -> None:
    """Where more brackets open than close, the only one that text touches is the end; else nothing is guessed."""
    (row,) = channels.take_apart(f"{HEADERS['channels']}Trực tuyến3 Ngày5,000 VNĐ{tail}").rows
    assert (row.prices[0].note, row.note, row.trouble) == (note, rest, "" if rest else "unclosed")


def test_keys_are_known_however_they_are_written() -> None:
    """Marks, capitals, hyphens and the names on the portal's pages make no other key; English ones do."""
    said = ("maThuTuc", "MÃ THỦ TỤC", "trinh-tu-thuc-hien", "Kết quả thực hiện", "code", "x" * 200)
    assert [field_of(key) for key in said] == ["code", "code", "steps", "results", "", ""]


def test_what_wraps_records_is_told(tmp_path: Path) -> None:
    """What stands beside a list of records is told and is no record that failed."""
    found = list(records([CASES / "khac" / "bao-boc.json"]))
    assert [each.code for each in found if isinstance(each, Record)] == ["3.900013", "3.900014"]
    (beside,) = (each for each in found if isinstance(each, Skipped))
    assert ("total, page" in beside.why, beside.is_record) == (True, False)
    path = tmp_path / "mot-dong.json"
    path.write_text(json.dumps({"data": [{"ma_thu_tuc": "3.900013", "trinh_tu_thuc_hien": "a" * 300_000}] * 9}))
    assert len(list(records([path]))) == 9


def test_agencies_are_told_apart_by_how_their_names_begin() -> None:
    """The second word of a name may have a capital; a comma before a small letter parts nothing."""
    names, _rest = lists.agencies("Uỷ Ban Nhân Dân xã, Trung Tâm Mẫu, Đồn Mẫu, phòng ban, Cục Mẫu")
    assert names == ("Uỷ Ban Nhân Dân xã", "Trung Tâm Mẫu", "Đồn Mẫu, phòng ban", "Cục Mẫu")


LONG = "chữ dài " * 3200
LONG_CASES: dict[str, Callable[[], str]] = {
    **{field: lambda: LONG for field in NAMES if field != "code"},
    "channels": lambda: f"{HEADERS['channels']}Trực tuyến3 NgàyMiễn phí({LONG}){LONG}",
    "documents": lambda: f"{LONG}{HEADERS['documents']}{LONG}a.docx1 bản chính{LONG}",
    "legal_basis": lambda: f"{HEADERS['legal_basis']}{LONG}1/2020/NĐ-CP{LONG}2/2020/NĐ-CP" + "-BM" * 9000,
    "results": lambda: f"{LONG}Mã: KQ.G12.001046{LONG}Từ khóa{LONG}, aMô tả{LONG}",
}


@pytest.mark.parametrize("field", LONG_CASES)
def test_text_too_long_for_its_place_is_kept(field: str, tmp_path: Path) -> None:
    """More text than a value may hold, in any field, stands in the draft all the same, and it loads."""
    path = tmp_path / "dai.json"
    path.write_text(json.dumps({"ma_thu_tuc": "3.900020", NAMES[field]: LONG_CASES[field]()}), encoding="utf-8")
    report, _said = imported(path, tmp_path)
    assert (str(report.loaded), report.missing) == ("1/1 (100,0 %)", 0)


# Words in letters that Vietnamese does not have, so that each must be found whole.
WORDS = st.text("fjwz", min_size=4, max_size=8)
GLUE = st.sampled_from(
    [" ", "\n", "; ", "1", "3 Ngày", "Miễn phí", "(", ")", "Trực tuyến", "1 bản chính", "- ", "Bước 1: ", "Mã: ",
     "59/2020/QH14", "\u00a0", "e\u0301 ", "&nbsp;", ".docx", "Từ khóa", "Mô tả", *HEADERS.values()]
)  # fmt: skip
SAID = st.lists(st.tuples(WORDS, GLUE), max_size=8).map(lambda pairs: "".join(word + glue for word, glue in pairs))
DEEP = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | SAID,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(SAID, inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=150)
@given(st.dictionaries(st.sampled_from(sorted(set(NAMES) - {"code"})), SAID | DEEP, max_size=6))
def test_every_word_of_any_record_is_found(tmp_path_factory: pytest.TempPathFactory, fields: dict[str, Any]) -> None:
    """Whatever shape a field has, each of its words stands in the values of the draft or of what it refers to."""
    made, names = drafted(record_of(tmp_path_factory.getbasetemp(), **fields))
    shown = "\n".join(written(made, names, made.text).values())
    texts = (text.replace("&nbsp;", " ") for text in texts_in(fields))
    assert [word for text in texts for word in re.findall("[fjwz]{4,}", text) if word not in shown] == []


@settings(max_examples=12)
@given(st.lists(st.dictionaries(st.sampled_from(sorted(set(NAMES) - {"code"})), SAID, max_size=8), max_size=4))
def test_what_is_written_is_read_and_checked(
    tmp_path_factory: pytest.TempPathFactory, many: list[dict[str, str]]
) -> None:
    """Any records together: the folder is read, ``check`` finds no error, nothing is missing."""
    folder = tmp_path_factory.mktemp("nhieu")
    lines = (
        json.dumps({"ma_thu_tuc": f"3.90003{number}", **{NAMES[ours]: text for ours, text in fields.items()}})
        for number, fields in enumerate([{}, *many])
    )
    (folder / "nhieu.jsonl").write_text("\n".join(lines))
    report = import_portal([folder / "nhieu.jsonl"], folder / "out", TODAY)
    assert (len(report.drafts), report.missing) == (len(many) + 1, 0)
    assert len(check(read(folder / "out"), TODAY).facts.procedures) == len(many) + 1
