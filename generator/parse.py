"""Turn one YAML text into nodes, refusing what records never need.

Built on the events of PyYAML's C parser, so that nothing is ever constructed from a tag, an alias or a merge
key.  What YAML would guess (dates, numbers, ``NO``) is left for the models to type.
"""

import unicodedata
from collections.abc import Callable
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from generator.nodes import Mapping, Node, Scalar, Sequence

MAX_DEPTH = 12
MAX_ENTRIES = 100_000
# An event of the parser; which attributes it has depends on its class, and the stubs leave them out.
Event = Any


class Refusal(Exception):  # noqa: N818  (not an error of the program)
    """A reason to refuse a file, at a place."""

    def __init__(self, code: str, message: str, hint: str, line: int = 1, column: int = 1) -> None:
        super().__init__(message)
        self.code, self.message, self.hint, self.line, self.column = code, message, hint, line, column


def parse(text: str) -> Mapping:
    """Return the top mapping of one YAML document; raise ``Refusal`` at the first thing that is not allowed."""
    _refuse_hidden_characters(text)
    try:
        return _Builder(text).document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise Refusal("yaml-sai", *_explain(error.problem or "", text, line), line, column) from None
    except yaml.YAMLError:
        raise Refusal(
            "yaml-sai", "tệp không đọc được theo cú pháp YAML", "xem lại cách thụt dòng và dấu nháy"
        ) from None


HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def _refuse_hidden_characters(text: str) -> None:
    """Refuse control, format, private and unassigned characters: they hide or reorder what people read."""
    if text.isascii() and text.isprintable():
        return
    for number, line in enumerate(text.split("\n"), 1):
        if line.isprintable():
            continue
        for column, char in enumerate(line, 1):
            if unicodedata.category(char) in HIDDEN:
                raise _hidden(char, number, column)


def _hidden(char: str, line: int, column: int) -> Refusal:
    what = "dấu tab" if char == "\t" else f"ký tự ẩn U+{ord(char):04X}"
    hint = "thay tab bằng dấu cách" if char == "\t" else "xóa ký tự này rồi gõ lại đoạn chữ quanh nó"
    return Refusal("ky-tu-an", f"có {what}", hint, line, column)


# The C parser's words (left) and ours: what is wrong, and what to do.
EXPLANATIONS: tuple[tuple[str, str, str], ...] = (
    (
        "mapping values are not allowed",
        "dấu hai chấm đứng sai chỗ",
        "thụt dòng thẳng với khóa cùng cấp; câu chữ có dấu hai chấm thì đặt trong nháy kép",
    ),
    (
        "did not find expected key",
        "dòng này không thẳng hàng với các khóa cùng cấp",
        "thụt dòng lại cho thẳng hàng",
    ),
    (
        "did not find expected '-' indicator",
        "dòng này không thẳng hàng với các gạch đầu dòng cùng danh sách",
        "thụt dòng lại cho thẳng hàng",
    ),
    ("could not find expected ':'", "thiếu dấu hai chấm sau tên khóa", "viết dạng khóa: giá trị"),
    ("found unexpected end of stream", "dấu nháy mở ra mà không đóng", "thêm dấu nháy đóng"),
    ("found unexpected document indicator", "dấu nháy mở ra mà không đóng", "thêm dấu nháy đóng"),
    (
        "did not find expected ',' or ']'",
        "danh sách trong [ ] viết chưa đúng",
        "ngăn các mục bằng dấu phẩy và đóng ]",
    ),
    (
        "did not find expected ',' or '}'",
        "nhóm trong { } viết chưa đúng",
        "ngăn các khóa bằng dấu phẩy và đóng }",
    ),
    (
        "block sequence entries are not allowed",
        "gạch đầu dòng đứng sai chỗ",
        "xuống dòng và thụt vào trước khi viết gạch đầu dòng",
    ),
    ("cannot start any token", "giá trị bắt đầu bằng ký tự đặc biệt", "đặt cả giá trị trong dấu nháy kép"),
    ("unknown escape character", "dấu \\ trong nháy kép không đúng", "dùng nháy đơn, hoặc viết \\\\"),
    ("undefined alias", "dấu * mở đầu giá trị bị hiểu là bí danh", "đặt giá trị trong dấu nháy kép"),
)


def _explain(problem: str, text: str, line: int) -> tuple[str, str]:
    """Return what is wrong and what to do for an error of the C parser."""
    for words, message, hint in EXPLANATIONS:
        if words in problem:
            return message, hint
    lines = text.split("\n")
    near = lines[line - 1].strip()[:40] if line <= len(lines) else ""
    return (
        f"cú pháp YAML sai gần “{near}”",
        "xem lại thụt dòng, dấu nháy và dấu hai chấm ở dòng này và dòng trên",
    )


class _Builder:
    """Turn parser events into nodes, refusing what records never need."""

    def __init__(self, text: str) -> None:
        self._next: Callable[[], Event] = yaml.CSafeLoader(text).get_event
        self._entries = 0
        self._composed = unicodedata.is_normalized("NFC", text)

    def document(self) -> Mapping:
        """Return the root of the only document."""
        root: Node | None = None
        while not isinstance(event := self._next(), StreamEndEvent):
            if not isinstance(event, DocumentStartEvent):
                continue
            if root:
                raise _at(event, "nhieu-tai-lieu", "tệp có nhiều tài liệu ngăn bởi ---", "mỗi tệp chỉ một bản ghi")
            root = self._node(self._next(), 1)
        if isinstance(root, Mapping):
            return root
        place = (root.line, root.column) if root else (1, 1)
        raise Refusal("khong-phai-nhom", "tệp phải là một nhóm khóa: giá trị", "viết dạng khóa: giá trị", *place)

    def _node(self, event: Event, depth: int) -> Node:
        kind = type(event)
        self._entries += 1
        if depth > MAX_DEPTH or self._entries > MAX_ENTRIES or kind is AliasEvent or event.anchor or event.tag:
            raise _unwanted(event, depth, self._entries)
        if kind is ScalarEvent:
            return self._scalar(event)
        return self._mapping(event, depth) if kind is MappingStartEvent else self._sequence(event, depth)

    def _sequence(self, start: Event, depth: int) -> Sequence:
        items: list[Node] = []
        while type(event := self._next()) is not SequenceEndEvent:
            items.append(self._node(event, depth + 1))
        return Sequence(*_place(start), items)

    def _mapping(self, start: Event, depth: int) -> Mapping:
        keys: dict[str, Scalar] = {}
        values: dict[str, Node] = {}
        seen: dict[str, str] = {}
        while type(event := self._next()) is not MappingEndEvent:
            key = self._key(event, seen, depth)
            keys[key.text] = key
            values[key.text] = self._node(self._next(), depth + 1)
        return Mapping(*_place(start), keys, values)

    def _key(self, event: Event, seen: dict[str, str], depth: int) -> Scalar:
        key = self._node(event, depth + 1)
        folded = key.text.strip().casefold() if isinstance(key, Scalar) else ""
        if not isinstance(key, Scalar) or not folded:
            raise _at(event, "khoa-sai", "tên khóa phải là một từ", "viết dạng khóa: giá trị")
        if key.text == "<<":
            raise _at(event, "tron", "không dùng khóa trộn <<", "viết lại các khóa")
        if folded in seen:
            hint = f"giữ một dòng (đã có “{seen[folded]}” ở trên)"
            raise _at(event, "khoa-trung", f"khóa “{key.text}” viết hai lần", hint)
        seen[folded] = key.text
        return key

    def _scalar(self, event: Event) -> Scalar:
        text, style, mark = event.value, event.style, event.start_mark
        if style == '"':
            _refuse_hidden_escapes(event)
        if style == '"' or not self._composed:
            text = unicodedata.normalize("NFC", text)
        return Scalar(text, mark.line + 1, mark.column + 1, not style)


def _unwanted(event: Event, depth: int, entries: int) -> Refusal:
    """Return why a value is refused before it is looked into."""
    if depth > MAX_DEPTH:
        return _at(event, "qua-sau", "lồng nhau quá 12 cấp", "viết phẳng hơn")
    if entries > MAX_ENTRIES:
        return _at(event, "qua-nhieu", "quá 100.000 giá trị", "chia thành nhiều tệp")
    if isinstance(event, AliasEvent):
        return _at(event, "bi-danh", "không dùng bí danh YAML (*)", "viết lại nội dung, hoặc đặt trong dấu nháy")
    if event.anchor:
        return _at(event, "neo", "không dùng neo YAML (&)", "bỏ dấu &, hoặc đặt giá trị trong dấu nháy")
    return _at(event, "the", "không dùng thẻ YAML (!)", "bỏ dấu !, hoặc đặt giá trị trong dấu nháy")


def _refuse_hidden_escapes(event: Event) -> None:
    """Refuse escapes in double quotes that write what may not be typed."""
    if event.value.isprintable():
        return
    for char in event.value.replace("\n", ""):
        if unicodedata.category(char) in HIDDEN:
            raise _hidden(char, *_place(event))


def _place(event: Event) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _at(event: Event, code: str, message: str, hint: str) -> Refusal:
    return Refusal(code, message, hint, *_place(event))
