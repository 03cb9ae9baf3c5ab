"""Turn one YAML text into nodes, refusing what records never need.

Built on the events of PyYAML's C parser, so that nothing is ever constructed from a tag, an alias or a merge
key.  What YAML would guess (dates, numbers, ``NO``) is left for the models to type.
"""

import unicodedata
from collections.abc import Iterator
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    SequenceEndEvent,
    SequenceStartEvent,
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
        return _Builder(yaml.parse(text, Loader=yaml.CSafeLoader)).document()
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

    def __init__(self, events: Iterator[Event]) -> None:
        self._events = events
        self._entries = 0

    def document(self) -> Mapping:
        """Return the root of the only document."""
        documents = 0
        root: Node | None = None
        for event in self._events:
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise _at(
                        event,
                        "nhieu-tai-lieu",
                        "tệp có nhiều tài liệu ngăn bởi ---",
                        "mỗi tệp chỉ một bản ghi",
                    )
                root = self._node(next(self._events), 1)
        if not isinstance(root, Mapping):
            line, column = (root.line, root.column) if root else (1, 1)
            raise Refusal(
                "khong-phai-nhom",
                "tệp phải là một nhóm khóa: giá trị",
                "viết dạng khóa: giá trị",
                line,
                column,
            )
        return root

    def _node(self, event: Event, depth: int) -> Node:
        self._entries += 1
        if depth > MAX_DEPTH:
            raise _at(event, "qua-sau", "lồng nhau quá 12 cấp", "viết phẳng hơn")
        if self._entries > MAX_ENTRIES:
            raise _at(event, "qua-nhieu", "quá 100.000 giá trị", "chia thành nhiều tệp")
        if isinstance(event, AliasEvent):
            raise _at(event, "bi-danh", "không dùng bí danh YAML (*)", "viết lại nội dung, hoặc đặt trong dấu nháy")
        if event.anchor:
            raise _at(event, "neo", "không dùng neo YAML (&)", "bỏ dấu &, hoặc đặt giá trị trong dấu nháy")
        if event.tag:
            raise _at(event, "the", "không dùng thẻ YAML (!)", "bỏ dấu !, hoặc đặt giá trị trong dấu nháy")
        if isinstance(event, MappingStartEvent):
            return self._mapping(event, depth)
        if isinstance(event, SequenceStartEvent):
            return self._sequence(event, depth)
        return _scalar(event)

    def _sequence(self, start: Event, depth: int) -> Sequence:
        sequence = Sequence(*_place(start))
        while not isinstance(event := next(self._events), SequenceEndEvent):
            sequence.items.append(self._node(event, depth + 1))
        return sequence

    def _mapping(self, start: Event, depth: int) -> Mapping:
        mapping = Mapping(*_place(start))
        seen: dict[str, str] = {}
        while not isinstance(event := next(self._events), MappingEndEvent):
            key = self._key(event, seen, depth)
            mapping.keys[key.text] = key
            mapping.values[key.text] = self._node(next(self._events), depth + 1)
        return mapping

    def _key(self, event: Event, seen: dict[str, str], depth: int) -> Scalar:
        key = self._node(event, depth + 1)
        if not isinstance(key, Scalar) or not key.text.strip():
            raise _at(event, "khoa-sai", "tên khóa phải là một từ", "viết dạng khóa: giá trị")
        if key.text == "<<":
            raise _at(event, "tron", "không dùng khóa trộn <<", "viết lại các khóa")
        folded = key.text.strip().casefold()
        if folded in seen:
            hint = f"giữ một dòng (đã có “{seen[folded]}” ở trên)"
            raise _at(event, "khoa-trung", f"khóa “{key.text}” viết hai lần", hint)
        seen[folded] = key.text
        return key


def _scalar(event: Event) -> Scalar:
    if not event.value.isprintable():
        # Escapes in double quotes can write what may not be typed.
        for char in event.value.replace("\n", ""):
            if unicodedata.category(char) in HIDDEN:
                raise _hidden(char, *_place(event))
    return Scalar(unicodedata.normalize("NFC", event.value), *_place(event), plain=not event.style)


def _place(event: Event) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _at(event: Event, code: str, message: str, hint: str) -> Refusal:
    return Refusal(code, message, hint, *_place(event))
