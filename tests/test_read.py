"""Reading: what is typed stays text with its place; what could mislead or harm is refused at its line."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.check import check
from generator.errors import DataError, Problem, ToolError
from generator.nodes import Mapping, Scalar
from generator.parse import MAX_DEPTH, MAX_ENTRIES, Refusal, parse
from generator.read import MAX_BYTES, Raw, read
from tests.builds import SAMPLE, TODAY

YAML_WOULD_GUESS = [
    "NO", "yes", "true", "010", "0o17", "0x1F", "17:30", "1_000", "1e3", ".inf", "0912345678", "1.001230",
    "2024-02-31", "2024-01-01", "=", "null.", "12:30:45", "+1", "1,5",
]  # fmt: skip


@pytest.mark.parametrize("typed", YAML_WOULD_GUESS)
def test_a_value_stays_as_typed(typed: str) -> None:
    """Nothing is guessed: a value is the text that was typed."""
    assert parse(f"a: {typed}\n").values["a"] == Scalar(typed, 1, 4)


@pytest.mark.parametrize(
    ("typed", "nulls"),
    [("", 1), ("~", 1), ("null", 1), ('""', 0), ("'~'", 0), ('"null"', 0), ("|-\n  ~", 0)],
)
def test_only_a_bare_null_is_nothing(typed: str, nulls: int) -> None:
    """An empty value, ``~`` and ``null`` mean that nothing was given; in quotes they are text."""
    value = parse(f"a: {typed}\n").values["a"]
    assert isinstance(value, Scalar)
    assert value.is_null == bool(nulls)


def test_places_count_from_one() -> None:
    """Each key and value knows its line and column."""
    root = parse("a: 1\nb:\n  - x\n  - y: 2\n")
    entry = root.values["b"]
    assert (root.keys["b"].line, root.keys["b"].column) == (2, 1)
    assert [(item.line, item.column) for item in entry.items] == [(3, 5), (4, 5)]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "data",
    [
        "name: Sở\nkind: other\n".encode(),
        "\ufeffname: Sở\nkind: other\n".encode(),
        "name: Sở\r\nkind: other\r\n".encode(),
        "\ufeffname: Sở\r\nkind: other".encode(),
        "name: Sở\rkind: other\r".encode(),
        "---\nname: Sở\nkind: other\n".encode(),
        "# ghi chú\n\nname: 'Sở'\nkind: \"other\"\n...\n".encode(),
        "name: So\u031b\u0309\nkind: other\n".encode(),
        "{name: Sở, kind: other}".encode(),
    ],
    ids=["plain", "bom", "crlf", "bom and crlf", "cr", "marker", "quotes", "nfd", "flow"],
)
def test_many_ways_of_saving_read_alike(data: bytes, tmp_path: Path) -> None:
    """BOM, line ends, a document marker, quotes and decomposed letters make no difference."""
    raw = _read_one(data, tmp_path)
    assert raw.problems == ()
    values = raw.documents[0].root.values
    assert {key: value.text for key, value in values.items() if isinstance(value, Scalar)} == {
        "name": "Sở",
        "kind": "other",
    }


def test_keys_are_composed_too() -> None:
    """A key typed with decomposed letters twice, once each way, is a key written twice."""
    with pytest.raises(Refusal) as refusal:
        parse("sở: 1\nso\u031b\u0309: 2\n")
    assert (refusal.value.code, refusal.value.line) == ("khoa-trung", 2)


@pytest.mark.parametrize(
    ("data", "line", "code"),
    [
        (b"a: 1\nb: \x00\n", 2, "ky-tu-an"),
        (b"a: 1\nb: 2\nc: \xff\xfe\n", 3, "khong-phai-utf8"),
        ("a: Sở\n".encode("utf-16"), 1, "khong-phai-utf8"),
        ("a: So\n".encode("utf-16-le"), 1, "ky-tu-an"),
        (b"a: S\xf5\n", 1, "khong-phai-utf8"),
        (b"a: \xed\xa0\x80\n", 1, "khong-phai-utf8"),
        (b"a: " + b"x" * (600 * 1024), 1, "tep-qua-lon"),
        (b"a: " + b"[" * 25_000, 1, "qua-sau"),
        (b"a: " + b"{a: " * 25_000, 1, "qua-sau"),
        (b"a: " + b"- " * 25_000, 1, "yaml-sai"),
        (b"a:\n" + b"- " * 25_000, 2, "qua-sau"),
        (b"a:\n" + b"- x\n" * MAX_ENTRIES, MAX_ENTRIES - 1, "qua-nhieu"),
        (b"k" * 2000 + b": 1\n", 1, "yaml-sai"),
        (b"%YAML 3.0\n---\na: 1\n", 1, "yaml-sai"),
        (b"a: 'mot\n", 2, "yaml-sai"),
        (b"a: 1\n\tb: 2\n", 2, "ky-tu-an"),
        (b"\n\n", 1, "khong-phai-nhom"),
        (b"a: 1\n--- \nb: 1\n", 2, "nhieu-tai-lieu"),
        (b"b: 1\nb: 2\n", 2, "khoa-trung"),
    ],
)
def test_what_cannot_be_read_is_refused_at_its_line(data: bytes, line: int, code: str, tmp_path: Path) -> None:
    """Bytes that are no text, files too big, too deep or too long, and broken YAML end in one problem each."""
    problems = _read_one(data, tmp_path).problems
    assert [(each.line, each.code) for each in problems] == [(line, code)]


@pytest.mark.parametrize("depth", [MAX_DEPTH, MAX_DEPTH + 1])
def test_the_deepest_value_allowed(depth: int) -> None:
    """Twelve levels are read, thirteen are not."""
    text = "a: " + "[" * (depth - 2) + "x" + "]" * (depth - 2)
    if depth > MAX_DEPTH:
        with pytest.raises(Refusal):
            parse(text)
    else:
        assert parse(text).values


def test_the_largest_file_allowed(tmp_path: Path) -> None:
    """A file of 512 KB is read."""
    start = b"a: "
    assert _read_one(start + b"x" * (MAX_BYTES - len(start)), tmp_path).problems == ()


HIDDEN = {
    "bidi override": "\u202e", "bidi isolate": "\u2066", "zero width space": "\u200b", "joiner": "\u200d",
    "soft hyphen": "\u00ad", "bom inside": "\ufeff", "line separator": "\u2028", "next line": "\u0085",
    "escape": "\x1b", "delete": "\x7f", "private": "\ue000", "unassigned": "\u0378", "tag": "\U000e0041",
}  # fmt: skip


@pytest.mark.parametrize("char", HIDDEN.values(), ids=HIDDEN)
def test_a_hidden_character_is_refused_typed_or_escaped(char: str) -> None:
    """A character that cannot be seen is refused where it stands, and where an escape writes it."""
    with pytest.raises(Refusal) as typed:
        parse(f"a: mot\nb: h{char}ai\n")
    with pytest.raises(Refusal) as escaped:
        parse(f'a: mot\nb: "h\\U{ord(char):08X}ai"\n')
    assert [(each.value.code, each.value.line) for each in (typed, escaped)] == [("ky-tu-an", 2)] * 2


@pytest.mark.parametrize("text", ["Đăng ký “mẫu” – 4×6 ½ ≥ 97 %", "khoảng\u00a0trắng", "日本語 ไทย", "✓ 📄"])
def test_visible_characters_are_read(text: str) -> None:
    """Vietnamese, signs, other scripts and the no-break space are let through."""
    assert parse(f"a: {text}\n").values["a"] == Scalar(text, 1, 4)


def test_a_line_break_may_be_escaped() -> None:
    """A line break may be written as an escape in double quotes."""
    assert parse('a: "mot\\nhai"\n').values["a"] == Scalar("mot\nhai", 1, 4, plain=False)


def _read_one(data: bytes, folder: Path) -> Raw:
    """Read a folder with one file of these bytes."""
    (folder / "agencies").mkdir(parents=True)
    (folder / "agencies" / "thu.yml").write_bytes(data)
    return read(folder)


def _codes(folder: Path) -> list[tuple[str, str]]:
    return [(each.file.partition("/")[2], each.code) for each in read(folder).problems]


def test_a_missing_folder_is_said() -> None:
    """A data folder that is not there is no mistake in data, and is told in Vietnamese."""
    with pytest.raises(ToolError, match="không thấy thư mục"):
        read(Path("khong-co"))


def test_links_are_not_followed(tmp_path: Path) -> None:
    """A link to a file, to a folder, to nothing or to itself is refused, never read."""
    secret = tmp_path / "secret.yml"
    secret.write_text("a: bí mật\n", encoding="utf-8")
    data = tmp_path / "data"
    data.mkdir()
    (data / "a.yml").symlink_to(secret)
    (data / "b").symlink_to(tmp_path)
    (data / "c.pdf").symlink_to(tmp_path / "nothing")
    (data / "d").symlink_to(data / "d")
    raw = read(data)
    assert (raw.documents, raw.attachments) == ((), {})
    assert _codes(data) == [("a.yml", "lien-ket"), ("b", "lien-ket"), ("c.pdf", "lien-ket"), ("d", "lien-ket")]


def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    """A named pipe would block whoever opens it: it is refused unopened."""
    os.mkfifo(tmp_path / "ong.yml")
    assert _codes(tmp_path) == [("ong.yml", "tep-la")]


def test_what_may_not_be_opened_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file and a folder without permission are problems, not tracebacks."""
    (tmp_path / "khoa").mkdir()
    (tmp_path / "thu.yml").touch()

    def refuse(*_path: object) -> None:
        raise PermissionError

    real = os.scandir
    monkeypatch.setattr(os, "scandir", lambda path: refuse() if Path(path).name == "khoa" else real(path))
    monkeypatch.setattr(Path, "open", refuse)
    assert _codes(tmp_path) == [("khoa", "khong-doc-duoc"), ("thu.yml", "khong-doc-duoc")]


def test_hidden_files_are_passed_over(tmp_path: Path) -> None:
    """Names that begin with a dot are not data."""
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config").write_text("secret", encoding="utf-8")
    (tmp_path / ".thu.yml").write_text("- a", encoding="utf-8")
    raw = read(tmp_path)
    assert (raw.documents, raw.attachments, raw.problems) == ((), {}, ())


@pytest.mark.parametrize("name", [b"th\xff.yml", b"a\nb.yml", b"\xe2\x80\xaea.yml"])
def test_an_odd_file_name_is_shown_harmless(name: bytes, tmp_path: Path) -> None:
    """A name of broken bytes, with a line break or a bidi mark is shown with question marks."""
    path = os.fsencode(tmp_path) + b"/" + name
    try:
        Path(os.fsdecode(path)).write_bytes(b"- a\n")
    except OSError:
        pytest.skip("this file system does not take such names")
    assert all(each.file.isprintable() and "?" in each.file for each in read(tmp_path).problems)


def test_files_come_in_order_with_their_sizes(tmp_path: Path) -> None:
    """Documents are sorted by path; other files are known by path and size, and are not read."""
    for name in ("b.yml", "a.yml", "c/d.yml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("a: 1\n", encoding="utf-8")
    (tmp_path / "c" / "mau.pdf").write_bytes(b"\xff" * 7)
    raw = read(tmp_path)
    assert [each.path for each in raw.documents] == ["a.yml", "b.yml", "c/d.yml"]
    assert raw.attachments == {"c/mau.pdf": 7}


PIECES = st.sampled_from(
    [
        "\n", "\n  ", "\n- ", " ", ": ", ":", "- ", "{", "}", "[", "]", ",", '"', "'", "|", ">-", "&a", "*a", "!!str ",
        "!", "<<", "---\n", "...\n", "#", "?", "%YAML 1.1\n", "~", "null", "Sở", "id", "name", "kind", "other",
        "\\u202e", "1.2", "\ufeff", "\t", "é", "\u0301", "\U0001f4c4", "x" * 1200,
    ]
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join)))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Whatever is typed, reading ends in a mapping or in a refusal with a place."""
    try:
        assert isinstance(parse(text), Mapping)
    except Refusal as refusal:
        assert refusal.line >= 1
        assert refusal.column >= 1


@pytest.fixture(scope="module")
def sample_copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the sample that examples may spoil one file at a time."""
    folder = tmp_path_factory.mktemp("thu") / "data"
    shutil.copytree(SAMPLE, folder)
    return folder


FILES = sorted(path.relative_to(SAMPLE) for path in SAMPLE.rglob("*.yml"))
VALUES = st.sampled_from(
    [
        "", "0", "-1", "1", "10000000000", "0,5", "1.200", "97%", "true", "none", "null", "so-mau", "MAU-01",
        "1.000002", "2026", "2026-q3", "2021-2025", "2026-02-30", "1945-01-01", "31/12/2100", "span", "full", "before",
        "month", "expired", "in-force", "https://example.org", "[]", "[so-mau]", "{}", "{kind: immediate}", "x",
        "0912345678",
    ]
)  # fmt: skip


@given(
    file=st.sampled_from(FILES),
    place=st.floats(0, 1, exclude_max=True),
    edit=st.sampled_from(["replace", "drop", "double", "indent", "cut"]),
    value=VALUES,
)
def test_a_spoilt_line_never_breaks_the_check(
    file: Path, place: float, edit: str, value: str, sample_copy: Path
) -> None:
    """Whichever line of the sample is spoilt, the check ends with facts or with problems that have words."""
    lines = (SAMPLE / file).read_text(encoding="utf-8").splitlines()
    at = int(place * len(lines))
    key = lines[at].partition(":")[0]
    spoilt = {
        "replace": [f"{key}: {value}"],
        "drop": [],
        "double": [lines[at], lines[at]],
        "indent": [f"  {lines[at]}"],
        "cut": [lines[at][: len(lines[at]) // 2]],
    }[edit]
    (sample_copy / file).write_text("\n".join([*lines[:at], *spoilt, *lines[at + 1 :]]), encoding="utf-8")
    try:
        problems = _problems(sample_copy)
    finally:
        shutil.copyfile(SAMPLE / file, sample_copy / file)
    assert all(each.message and each.hint and each.line >= 1 for each in problems)


def _problems(data: Path) -> tuple[Problem, ...]:
    try:
        return check(read(data), TODAY).warnings
    except DataError as error:
        return error.problems
