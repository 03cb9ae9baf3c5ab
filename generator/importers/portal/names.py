"""What several records share: agencies, fields, legal documents, decisions; each has one id, whoever names it first.

Ids are folded names and numbers (``59/2020/QH14`` -> ``59-2020-qh14``); names that differ in capitals, blanks or the
place of a mark (Ủy, Uỷ) are one.  What is not said is not known: ``force`` is unknown, an author is named only by the
number's letters or by the title itself.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.fold import slug
from generator.importers.portal import law, lists
from generator.importers.portal.parts import Parts
from generator.importers.portal.texts import is_absent, line

LONGEST_ID = 60
# Authors that the letters of a number name, whoever writes it.
AUTHORS = {
    "QH": "Quốc hội",
    "UBTVQH": "Ủy ban Thường vụ Quốc hội",
    "CP": "Chính phủ",
    "TTg": "Thủ tướng Chính phủ",
}
NO_AGENCY, NO_FIELD = "Chưa rõ cơ quan", "Chưa rõ lĩnh vực"
OF_MINISTRY = re.compile(r",? của (?:Bộ trưởng )?(?P<name>Bộ .+)", re.DOTALL)
# Letters that names of ministries leave out of their short names.
SKIPPED = frozenset({"và"})


@dataclass(frozen=True)
class Entry:
    """A name that records share: its id, how it is mostly written, how else."""

    id: str
    name: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True)
class Document:
    """A legal document: its number, the titles that tables give it, the record that names it first."""

    id: str
    number: str
    kind: str
    titles: tuple[str, ...]
    issued_on: date | None
    author: str
    seen_in: Parts


@dataclass(frozen=True)
class Decision:
    """A decision that announces procedures, with its author as the number's letters tell."""

    id: str
    number: str
    others: tuple[str, ...]
    author: str
    seen_in: Parts


@dataclass(frozen=True)
class Names:
    """All that records share, by key."""

    agencies: Mapping[str, Entry] = field(default_factory=dict)
    fields: Mapping[str, Entry] = field(default_factory=dict)
    documents: Mapping[str, Document] = field(default_factory=dict)
    decisions: Mapping[str, Decision] = field(default_factory=dict)

    def agency(self, name: str) -> str:
        """Return the id of an agency."""
        return self.agencies[key_of(name)].id

    def field_id(self, text: str) -> str:
        """Return the id of a field of administration."""
        return self.fields[key_of(field_name(text))].id


def key_of(name: str) -> str:
    """Return what names that mean the same have in common."""
    words = unicodedata.normalize("NFD", line(name).casefold().strip(" .")).split(" ")
    return " ".join(_sorted_marks(word) for word in words)


def _sorted_marks(word: str) -> str:
    marks = sorted(char for char in word if unicodedata.combining(char))
    return "".join([*(char for char in word if not unicodedata.combining(char)), *marks])


def field_name(text: str) -> str:
    """Return the name of a field, or of none; what is too long to be a name is none."""
    return NO_FIELD if is_absent(text) or len(text) > lists.LONGEST_NAME else line(text)


def document_key(row: law.Row) -> str:
    """Return the id of a document: its number, with the year when the number lacks it and the title has it."""
    year = row.issued_on.year if row.issued_on and row.number.count("/") < 2 else ""
    return slug(f"{row.number} {year}")


def decision_number(parts: Parts) -> str:
    """Return the number of the decision that announces a procedure; empty when it names no author."""
    number = line(parts.record.text("decision"))
    return number if re.fullmatch(r"\S{1,20}/[^\W\d_][\w-]{1,40}", number) and slug(number) else ""


def gather(everything: Iterable[Parts]) -> Names:
    """Return what all records share."""
    parts = list(everything)
    said = Counter(name for each in parts for names in each.agencies.values() for name in names)
    documents = _documents([(row, each) for each in parts for row in each.law.rows], said)
    decisions = _decisions(parts, said)
    said.update([NO_AGENCY for each in parts if not (each.agencies or decision_number(each))][:1])
    written = [each.author for each in documents.values()] + [each.author for each in decisions.values()]
    said.update({name for name in written if name} - said.keys())
    fields = Counter(field_name(each.record.text("field")) for each in parts)
    return Names(entries(said), entries(fields), documents, decisions)


def _decisions(parts: list[Parts], said: Mapping[str, int]) -> dict[str, Decision]:
    groups: dict[str, list[tuple[str, Parts]]] = {}
    for each in parts:
        if number := decision_number(each):
            groups.setdefault(slug(number), []).append((number, each))
    return {key: _decision(key, found, said) for key, found in sorted(groups.items())}


def _decision(key: str, found: list[tuple[str, Parts]], said: Mapping[str, int]) -> Decision:
    number, *others = (number for number, _count in Counter(number for number, _parts in found).most_common())
    return Decision(key, number, tuple(others), _by_letters(number, said), found[0][1])


def entries(said: Mapping[str, int]) -> dict[str, Entry]:
    """Return the entries of names; ids are the same in whatever order names come."""
    groups: dict[str, list[str]] = {}
    for name in sorted(said):
        groups.setdefault(key_of(name), []).append(name)
    taken: dict[str, Entry] = {}
    ids: Counter[str] = Counter()
    for key, names in sorted(groups.items()):
        first, *others = sorted(names, key=lambda name: (-said[name], name))
        taken[key] = Entry(unique(first, ids), first, tuple(others))
    return taken


def unique(name: str, taken: Counter[str]) -> str:
    """Return an id for ``name`` that is not taken yet, and take it."""
    start = shortened(slug(name)) or "muc"
    found = start
    while found in taken:
        taken[start] += 1
        found = f"{start}-{taken[start]}"
    taken[found] += 1
    return found


def shortened(text: str) -> str:
    """Return an id of at most sixty letters, cut between words where there are some."""
    cut = text[: LONGEST_ID + 1].rpartition("-")[0] if len(text) > LONGEST_ID else text
    return (cut or text)[:LONGEST_ID].strip("-")


def _documents(rows: list[tuple[law.Row, Parts]], said: Mapping[str, int]) -> dict[str, Document]:
    groups: dict[str, list[tuple[law.Row, Parts]]] = {}
    for row, parts in rows:
        groups.setdefault(document_key(row), []).append((row, parts))
    ministries = sorted((name for name in said if name.startswith("Bộ ")), key=len, reverse=True)
    return {key: _document(key, found, ministries) for key, found in sorted(groups.items())}


def _document(key: str, found: list[tuple[law.Row, Parts]], ministries: list[str]) -> Document:
    rows = [row for row, _parts in found]
    titles = Counter(row.title for row in rows)
    days = {row.issued_on for row in rows if row.issued_on}
    number = Counter(row.number for row in rows).most_common(1)[0][0]
    kinds = Counter(row.kind for row in rows)
    return Document(
        id=key,
        number=number,
        kind=kinds.most_common(1)[0][0],
        titles=tuple(sorted(titles, key=lambda title: (is_number_only(title, number), -titles[title], title))),
        issued_on=days.pop() if len(days) == 1 else None,
        author=_author(number, titles, ministries),
        seen_in=found[0][1],
    )


def is_number_only(title: str, number: str) -> bool:
    """Whether a title says no more than kind and number."""
    rest = title.replace(number, "", 1)
    return (len(rest) < len(title) and len(rest.split()) <= 4) or len(title) < 10


def _author(number: str, titles: Iterable[str], ministries: list[str]) -> str:
    letters = re.split(r"\d+$|-", number.rpartition("/")[2])
    if name := AUTHORS.get(letters[0]) or AUTHORS.get(letters[-1] or letters[0]):
        return name
    found = {_named_author(title, number, ministries) for title in titles} - {""}
    return found.pop() if len(found) == 1 else ""


def _named_author(title: str, number: str, ministries: list[str]) -> str:
    """Return the ministry that a title names right after the document's number and day."""
    at = title.find(number)
    end = at + len(number)
    day = law.ISSUED.match(title, end) if at >= 0 else None
    by = OF_MINISTRY.match(title, day.end() if day else end) if at >= 0 else None
    said = by["name"].casefold() if by else ""
    fitting = (name for name in ministries if said.startswith(name.casefold()))
    return next((name for name in fitting if not said[len(name) :][:1].isalnum()), "")


def _by_letters(number: str, said: Mapping[str, int]) -> str:
    """Return the author whose initials end the number, if one name has them; else the letters themselves."""
    letters = number.rpartition("-")[2] or number.rpartition("/")[2]
    fitting = {key_of(name): name for name in sorted(said) if initials(name) == letters}
    return AUTHORS.get(letters) or (fitting.popitem()[1] if len(fitting) == 1 else letters)


def initials(name: str) -> str:
    """Return the capitals that shorten a name: ``"Bộ Kế hoạch và Đầu tư"`` -> ``"BKHĐT"``."""
    return "".join(word[0].upper() for word in re.findall(r"[^\W\d_]+", name) if word not in SKIPPED)
