"""Reading what people saved: JSON, JSON lines, gzip; and everything that must be refused, in Vietnamese."""

import gzip
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import ToolError
from generator.importers.portal import unpack
from generator.importers.portal.source import MAX_TEXT, Record, Skipped, records
from tests.test_rules import in_vietnamese

ONE = {"ma_thu_tuc": "1.000001", "ten_thu_tuc": "Cấp giấy mẫu"}
TWO = {"ma_thu_tuc": "1.000002", "ten_thu_tuc": "Đổi giấy mẫu"}


def saved(folder: Path, name: str, data: bytes) -> Path:
    """Return a file of that name with these bytes."""
    path = folder / name
    path.write_bytes(data)
    return path


def dumped(*values: Any) -> bytes:
    """Return values as JSON lines."""
    return "\n".join(json.dumps(value, ensure_ascii=False) for value in values).encode()


FORMS: dict[str, Callable[[], bytes]] = {
    "lines": lambda: dumped(ONE, TWO),
    "list": lambda: json.dumps([ONE, TWO]).encode(),
    "gzip": lambda: gzip.compress(dumped(ONE, TWO)),
    "bom-crlf": lambda: b"\xef\xbb\xbf" + dumped(ONE, TWO).replace(b"\n", b"\r\n\r\n"),
    "indented": lambda: json.dumps([ONE, TWO], indent=2).encode(),
}


@pytest.mark.parametrize("form", FORMS)
def test_every_form_gives_the_same_records(form: str, tmp_path: Path) -> None:
    """A list, one record a line, compressed or not, with a mark at the start: the records are the same."""
    found = list(records([saved(tmp_path, "mau.json", FORMS[form]())]))
    assert [each.code for each in found if isinstance(each, Record)] == ["1.000001", "1.000002"]


def test_one_record_may_stand_on_many_lines(tmp_path: Path) -> None:
    """A single JSON object is one record, however it is laid out."""
    (found,) = records([saved(tmp_path, "mau.json", json.dumps(ONE, indent=2).encode())])
    assert isinstance(found, Record)
    assert found.text("title") == "Cấp giấy mẫu"


LINES: dict[str, tuple[bytes, str]] = {
    "not-json": (b"{oops}", "không phải JSON"),
    "not-utf8": (b'{"ma_thu_tuc": "\xff"}', "UTF-8"),
    "twice": (b'{"a": 1, "a": 2}', "hai lần"),
    "deep": (b'{"a": ' + b"[" * 50 + b"]" * 50 + b"}", "lồng nhau"),
    "very-deep": (b'{"a": ' + b"[" * 100_000 + b"}", "lồng nhau"),
    "list": (b"[1]", "không phải một bản ghi"),
    "no-code": (b'{"ten_thu_tuc": "x"}', "mã thủ tục"),
    "path": (b'{"ma_thu_tuc": "../../etc/passwd"}', "mã thủ tục"),
    "dots": (b'{"ma_thu_tuc": "1.000009/.."}', "mã thủ tục"),
    "nul": (b'{"ma_thu_tuc": "1.0000\\u0000\\u0000"}', "mã thủ tục"),
    "code-list": (b'{"ma_thu_tuc": ["1.000009"]}', "mã thủ tục"),
    "long": (b'{"ma_thu_tuc": "1.000009", "x": "' + b"a" * (MAX_TEXT + 1) + b'"}', "dài quá"),
    "line": (b'{"x": "' + b"a" * unpack.MAX_LINE + b'"}', "dài quá"),
    "again": (dumped(ONE), "giống hệt"),
    "other": (dumped({**ONE, "ten_thu_tuc": "Khác"}), "nội dung khác"),
}


@pytest.mark.parametrize("line", LINES)
def test_a_bad_line_is_passed_over_and_told(line: str, tmp_path: Path) -> None:
    """A bad line among good ones is told with its number and the reason; the others are read."""
    data, why = LINES[line]
    first, told, last = records([saved(tmp_path, "mau.jsonl", dumped(ONE) + b"\n" + data + b"\n" + dumped(TWO))])
    assert isinstance(told, Skipped)
    assert told.place.startswith("mau.jsonl, dòng 2")
    assert why in told.why
    assert in_vietnamese(told.why)
    assert isinstance(first, Record)
    assert isinstance(last, Record)


def test_numbers_stay_as_they_were_written(tmp_path: Path) -> None:
    """A code written as a number keeps its zeros; a number of ten thousand digits does no harm."""
    data = b'{"ma_thu_tuc": 1.001230, "la": ' + b"9" * 10_000 + b', "ds": [1e999, NaN]}'
    (found,) = records([saved(tmp_path, "mau.json", data)])
    assert isinstance(found, Record)
    assert found.code == "1.001230"
    assert {ask.place for ask in found.asks} == {"la", "ds"}


def test_the_suffix_of_a_province_is_kept_apart(tmp_path: Path) -> None:
    """A local code gives the code of the country and stays as the local code."""
    (found,) = records([saved(tmp_path, "mau.json", dumped({"ma_thu_tuc": "1.001308.000.00.00.H17"}))])
    assert isinstance(found, Record)
    assert (found.code, found.local_code) == ("1.001308", "1.001308.000.00.00.H17")


FILES: dict[str, tuple[bytes, str]] = {
    "text": (b"xin chao", "không phải JSON"),
    "empty": (b"", "không phải JSON"),
    "broken-list": (b'[{"a": 1}', "không phải JSON"),
    "cut-gzip": (gzip.compress(dumped(ONE))[:-9], "không đọc được"),
    "false-gzip": (b"\x1f\x8bxxxxxxxxxxxx", "không đọc được"),
    "bomb": (gzip.compress(bytes(unpack.MAX_BYTES + 10)), "lớn hơn 64 MB"),
    "deep-list": (b"[" * 100_000, "lồng nhau"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_bad_file_is_refused(name: str, tmp_path: Path) -> None:
    """What is no JSON, is cut off, or unpacks to more than 64 MB is refused as a whole, in Vietnamese."""
    data, why = FILES[name]
    with pytest.raises(ToolError, match=why) as told:
        list(records([saved(tmp_path, "mau.json", data)]))
    assert in_vietnamese(str(told.value))


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    """A missing file, a folder, a pipe and a device are told apart from files, without waiting for them."""
    os.mkfifo(tmp_path / "ong")
    for path in (tmp_path / "khong-co", tmp_path, tmp_path / "ong", Path("/dev/zero")):
        with pytest.raises(ToolError, match="không"):
            list(unpack.unpack(path))


@given(st.binary(max_size=200) | st.text(max_size=100).map(str.encode), st.sampled_from([b"", b"[", b"{", b'{"a": "']))
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, data: bytes, start: bytes) -> None:
    """Whatever stands in a file, it is read, passed over or refused: nothing else is raised."""
    path = saved(tmp_path_factory.getbasetemp(), "bat-ky.json", start + data)
    try:
        assert all(isinstance(each, Record | Skipped) for each in records([path]))
    except ToolError as error:
        assert in_vietnamese(str(error))
