"""The table of legal documents: title and number, row after row, run together: ``Luật X59/2020/QH14Nghị định…``."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.importers.portal.texts import is_absent, pack, unbulleted

HEADER = "Tên văn bản pháp lýMã văn bản"
# The kind of a document by the letters of its number. Law: 30/2020/NĐ-CP, appendix III.
KINDS = {
    "QH": "law",
    "NĐ": "decree",
    "NQ": "resolution",
    "NQLT": "resolution",
    "QĐ": "decision",
    "TT": "circular",
    "TTLT": "joint-circular",
    "CT": "directive",
    "KL": "conclusion",
    "KH": "plan",
    "CV": "official-letter",
}
WORDS = {
    "bộ luật": "law",
    "luật": "law",
    "luất": "law",
    "pháp lệnh": "ordinance",
    "nghị định": "decree",
    "nđ": "decree",
    "nghị quyết": "resolution",
    "nq": "resolution",
    "quyết định": "decision",
    "qđ": "decision",
    "thông tư liên tịch": "joint-circular",
    "ttlt": "joint-circular",
    "thông tư": "circular",
    "tt": "circular",
    "chỉ thị": "directive",
}
_KINDS = "|".join(sorted(KINDS.keys() - {"QH"}, key=len, reverse=True))
_DAY = r"\d{1,2}/\d{1,2}/(?:19|20)\d\d"
# A day or a year may touch the number after it: "năm 202076/2025/QH15".
_YEAR = r"(?:19|20)\d\d(?=\d{1,4}(?:\.\d{1,3})?/(?:19|20)\d\d/)"
_TAIL = rf"(?:UBTV)?QH(?:1\d|\d)?|(?:{_KINDS})(?: ?[-–] ?(?:TTg|[A-ZĐ&]{{2,14}}))+"
TOKEN = re.compile(rf"{_DAY}|{_YEAR}|(?P<number>\d{{1,4}}(?:\.\d{{1,3}})?(?:/(?:19|20)\d\d)?/(?P<tail>{_TAIL}))")
_WORDS = (
    r"(?:(?:Bộ luật|Luật|Luất|LUẬT|Pháp lệnh|Nghị định|Nghị quyết|Quyết định|Thông tư liên tịch|Thông tư|Chỉ thị)\s+)?"
    r"(?:số\s*:?\s*)?"
)
PREFIX = re.compile(rf"(?:{_WORDS}|(?:NĐ|NQ|QĐ|TTLT|TT)\s?)$")
OPENING = re.compile(rf"{_WORDS}(?P<number>{TOKEN.pattern.replace('?P<number>', '').replace('?P<tail>', '')})?")
# A sentence goes on after a number that it names.
GOES_ON = re.compile(r"\s+(\w)")
LONGEST_TITLE, LONGEST_CELL = 4000, 100
LETTERS = re.compile(r"[^\W\d_]+")
# A number that touches the word before it.
TOUCHED = re.compile(r"[^\W\d_]\d{1,4}/(?:19|20)\d\d")
OPEN = frozenset('(“"/[')
STOP = frozenset(".,;:)”\"'")


@dataclass(frozen=True, slots=True)
class Row:
    """One document: ``title`` as the table calls it, ``prefix`` the words before the number in its cell."""

    title: str
    number: str
    prefix: str = ""

    @property
    def kind(self) -> str:
        """The kind that the letters of the number tell."""
        letters = re.split(r"[-\d]", self.number.rpartition("/")[2], maxsplit=1)[0]
        if letters != "UBTVQH":
            return KINDS.get(letters, "other")
        said = f"{self.prefix} {self.title}".casefold()
        return "ordinance" if "pháp lệnh" in said else "resolution" if "nghị quyết" in said else "other"

    @property
    def is_agreed(self) -> bool:
        """Whether the words before the number name the same kind."""
        word = re.sub(r"\s*(?:số\s*:?)?\s*$", "", self.prefix).casefold()
        return not word or WORDS.get(word) == self.kind

    @property
    def issued_on(self) -> date | None:
        """The day that the title gives right after the document's own number."""
        at = self.title.find(self.number)
        own = ISSUED.match(self.title, at + len(self.number)) if at >= 0 else None
        return _day([int(each) for each in own.groups() if each]) if own else None


@dataclass(frozen=True, slots=True)
class Table:
    """The header, the rows, and the texts that could not be taken apart."""

    header: str = ""
    rows: tuple[Row, ...] = ()
    rest: tuple[str, ...] = ()


ISSUED = re.compile(r",? ngày (?:(\d{1,2})/(\d{1,2})/(\d{4})|(\d{1,2}) tháng (\d{1,2}) năm (\d{4}))(?!\d)")


def _day(parts: list[int]) -> date | None:
    day, month, year = parts
    try:
        return date(year, month, day)
    except ValueError:
        return None


def authors(texts: Iterable[str]) -> Counter[str]:
    """Return how often numbers in ``texts`` end in the letters of an author (``CP``) that no letter touches."""
    found = ((text, match) for text in texts for match in TOKEN.finditer(text) if match["tail"])
    tails = (match["tail"] for text, match in found if not text[match.end() : match.end() + 1].isalpha())
    return Counter(part.strip() for tail in tails for part in re.split(r"[-–]", tail)[1:])


def take_apart(text: str, known: Counter[str]) -> Table:
    """Return the documents of a table; ``known`` are letters of authors, to tell where a number ends."""
    if is_absent(text):
        return Table(header=text)
    header = HEADER if text.startswith(HEADER) else ""
    body = text[len(header) :]
    rows, rest, start = [], [], 0
    for begin, end in _cells(body, list(_numbers(body, known))):
        row = _row(unbulleted(body[start:begin]), body[begin:end])
        if row:
            rows.append(row)
        else:
            rest.append(body[start:end].strip())
        start = end
    return Table(header, tuple(rows), tuple(filter(None, [*rest, body[start:].strip()])))


def _row(title: str, cell: str) -> Row | None:
    """Return the row of a title and the cell after it; None when the title holds two rows or names another number."""
    number = TOKEN.search(cell)
    if not number or len(cell) > LONGEST_CELL or len(title) > LONGEST_TITLE or has_seam(title):
        return None
    row = Row(title, re.sub(r"\s", "", cell[number.start() :]), cell[: number.start()].strip())
    opening = OPENING.match(title)
    named = pack(opening["number"] or "") if opening else ""
    return row if not named or "/" not in named or named.startswith(row.number) or re.fullmatch(_DAY, named) else None


def _numbers(body: str, known: Counter[str]) -> Iterator[tuple[int, int]]:
    for match in TOKEN.finditer(body):
        if match["number"] and (end := _end(body, match, known)):
            yield match.start(), end


def _end(body: str, match: re.Match[str], known: Counter[str]) -> int:
    """Return where a number ends; capitals of the next title may touch it, as in ``NĐ-CPLuật``; 0 when unclear."""
    end, run = match.end(), re.search(r"[A-ZĐ&]+$", match["tail"])
    follower = body[end : end + 1]
    if not run or not (follower.isalpha() or _is_capitals(body[end : end + 100])):
        return end
    sizes = [size for size in range(2, len(run[0]) + 1) if run[0][:size] in known]
    if sizes:
        return end - len(run[0]) + max(sizes, key=lambda size: (known[run[0][:size]], size))
    return end - 1 if follower.islower() and len(run[0]) > 2 else 0 if follower.isalpha() else end


def _is_capitals(after: str) -> bool:
    """Whether a word of capitals follows after a blank: then the word that ends the number may be part of it."""
    word = after[1:].split(" ", 1)[0] if after[:1] == " " else ""
    return len(word) > 1 and word.isupper() and word.isalpha()


def _cells(body: str, numbers: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield begin and end of the cells that hold a number: they touch the title before or the title after.

    A number in a sentence that goes on is no cell; where its title has no number before it, a cell of nothing stands.
    """
    start = 0
    for index, (begin, end) in enumerate(numbers):
        prefix, following = PREFIX.search(body, max(start, begin - 40), begin), numbers[index + 1 : index + 2]
        at = prefix.start() if prefix else begin
        if at <= start or not (_touches_left(body, at) or _touches_right(body, end, following)):
            continue
        if not _goes_on(body, end):
            yield at, end
            start = end
        elif _touches_left(body, at) and any(body[begin:end] == body[slice(*each)] for each in following):
            yield at, at
            start = at


def _goes_on(body: str, end: int) -> bool:
    after = GOES_ON.match(body, end)
    return bool(after and after[1].islower())


def _touches_left(body: str, at: int) -> bool:
    return not body[at - 1].isspace() and body[at - 1] not in OPEN


def _touches_right(body: str, end: int, following: list[tuple[int, int]]) -> bool:
    """Whether something touches the number's end that is no second number: then the title ended in a blank."""
    if any(begin == end for begin, _end in following):
        return False
    return end == len(body) or not (body[end].isspace() or body[end] in STOP)


def has_seam(title: str) -> bool:
    """Whether two texts meet in ``title`` without a blank, so that it holds more than one row."""
    letters = (_meets(title[at - 1], title[at]) for at in range(1, len(title)))
    return any(letters) or bool(TOUCHED.search(title)) or _rises_and_falls(title)


def _meets(before: str, after: str) -> bool:
    return after.isupper() and (before.islower() or before.isdigit())


def _rises_and_falls(title: str) -> bool:
    """Whether a word begins with three capitals and goes on in small letters: two words that touch."""
    return any(word[:3].isupper() and word[-1].islower() for word in LETTERS.findall(title) if len(word) > 3)
