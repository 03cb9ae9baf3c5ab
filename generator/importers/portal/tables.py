"""Tables as keys of a record: rows of channels, groups of papers with their cases and forms."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from generator.importers.portal import channels, doubts, papers
from generator.importers.portal.names import unique
from generator.importers.portal.texts import Ask, is_long, line

Keys = dict[str, Any]
# How words of a cell that became no value stand in the note of its row.
LIMIT_SAID = "Thời gian nguồn ghi:"
FEE_SAID = "Phí, lệ phí nguồn ghi:"
GLUED_SAID = "Thời gian và phí nguồn ghi liền nhau:"
OTHER_FORMS = "Biểu mẫu khác:"


@dataclass(frozen=True)
class Section:
    """Keys of a record, and what has to be asked about them."""

    keys: Keys = field(default_factory=dict)
    asks: tuple[Ask, ...] = ()


def filled(keys: Keys) -> Keys:
    """Return the keys that have a value."""
    return {key: value for key, value in keys.items() if value not in (None, "", [], {})}


def fitting(texts: Iterator[str] | list[str], place: str, asks: list[Ask]) -> str:
    """Return the texts, one a line, if one value can hold them; else ask about each of them instead."""
    found = [text for text in texts if text]
    if not is_long("\n".join(found)):
        return "\n".join(found)
    asks.extend(Ask("long", place, text, keeps=True) for text in found)
    return ""


def of_channels(table: channels.Table) -> Section:
    """Return the key ``channels``."""
    asks = [Ask("leftover", "channels", table.rest, keeps=True)] if table.rest else []
    rows = []
    for number, row in enumerate(table.rows):
        place = f"channels[{number}]"
        asks.extend(doubts.of_row(row, place))
        rows.append(_channel(row, place, asks))
    return Section(filled({"channels": rows}), tuple(asks))


def _channel(row: channels.Row, place: str, asks: list[Ask]) -> Keys:
    fees = [_fee(price, place, asks) for price in row.prices if price.cell.data]
    note = fitting(_notes(row), f"{place}.note", asks)
    return filled({"channel": channels.CHANNELS[row.name], "time_limit": row.limit.data, "fees": fees, "note": note})


def _fee(price: channels.Price, place: str, asks: list[Ask]) -> Keys:
    return {**(price.cell.data or {}), **filled({"note": fitting([line(price.note)], f"{place}.fees", asks)})}


def _notes(row: channels.Row) -> Iterator[str]:
    """Yield what a row says that is no value: words for a time limit or a fee, the description."""
    if row.limit.kept:
        yield f"{LIMIT_SAID} {row.limit.kept}"
    for price in row.prices:
        if not price.cell.data and (price.cell.kept or price.note):
            bracket = f" ({price.note})" if price.note else ""
            yield f"{GLUED_SAID if row.is_glued else FEE_SAID} {price.cell.said}{bracket}"
    yield row.note


@dataclass
class _Dossier:
    """What the groups of papers come to: documents, cases and forms with their ids, by name."""

    documents: list[Keys] = field(default_factory=list)
    cases: dict[str, str] = field(default_factory=dict)
    forms: dict[str, str] = field(default_factory=dict)
    asks: list[Ask] = field(default_factory=list)
    taken: Counter[str] = field(default_factory=Counter)

    def add(self, group: papers.Group) -> None:
        """Add a group; one without papers only leaves questions."""
        place = f"documents[{len(self.documents)}]"
        title = fitting([group.title], place, self.asks)
        items = list(self._items(group, place))
        if items:
            self.documents.append({**self._head(title), "items": items})
        left = (group.rest, "" if items else title)
        self.asks.extend(Ask("leftover", place, text, keeps=True) for text in left if text)

    def _head(self, title: str) -> Keys:
        if title and is_case(title):
            self.cases[title] = self.cases.get(title) or unique(title, self.taken)
            return {"cases": [self.cases[title]]}
        return filled({"name": title})

    def _items(self, group: papers.Group, place: str) -> Iterator[Keys]:
        count = 0
        for row in group.rows:
            if not row.name or is_long(row.name + "".join(row.forms)):
                said = " ".join((row.name, *row.forms, row.said)).strip()
                self.asks.append(Ask("long" if row.name else "no-name", place, said, keeps=True))
                continue
            self.asks.extend(_doubts(row, f"{place}.items[{count}]"))
            yield self._item(row)
            count += 1

    def _item(self, row: papers.Row) -> Keys:
        ids = [self._form(each) for each in row.forms]
        keys: Keys = {"name": row.name}
        if row.said:
            keys |= filled({"originals": row.originals, "copies": row.copies})
        others = f"{OTHER_FORMS} {', '.join(row.forms[1:])}" if len(ids) > 1 else ""
        return keys | filled({"form": ids[0] if ids else "", "note": others})

    def _form(self, name: str) -> str:
        if name not in self.forms:
            self.forms[name] = unique(name.rpartition(".")[0], self.taken)
        return self.forms[name]


def of_papers(groups: tuple[papers.Group, ...]) -> Section:
    """Return the keys ``cases``, ``documents`` and ``forms``."""
    dossier = _Dossier()
    for group in groups:
        dossier.add(group)
    keys = {
        "cases": [{"id": each, "name": title} for title, each in dossier.cases.items()],
        "documents": dossier.documents,
        "forms": [{"id": each, "name": name} for name, each in dossier.forms.items()],
    }
    return Section(filled(keys), tuple(dossier.asks))


def is_case(title: str) -> bool:
    """Whether a title names a case: it says "trường hợp", or whom or what it is for."""
    return "trường hợp" in title.casefold() or title.startswith("Đối với")


def _doubts(row: papers.Row, place: str) -> Iterator[Ask]:
    if not row.is_whole:
        yield Ask("form-start" if row.said else "quantity", place, row.name[-120:])
    if row.originals == "0" and row.copies is None:
        yield Ask("no-copies", place)
