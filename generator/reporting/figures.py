"""The figures of dossiers, satisfaction and feedback of a period, from one record or several put together."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from generator import words
from generator.derive.privacy import FEW, merged_rows, total_of
from generator.facts import Facts
from generator.model.report import Form, FormRow
from generator.model.statistics import COLUMNS, DossierRow, Factor, Feedback, Outcomes, Satisfaction, Share, Statistics
from generator.reporting.parts import made

Found = list[tuple[str, Statistics]]
PENDING = ("pending", "pending_in_time", "pending_late")


@dataclass(frozen=True)
class Figures:
    """What a period's statistics say; None for what none of them tells."""

    form: Form | None
    outcomes: Outcomes | None
    satisfaction: Satisfaction | None
    feedback: Feedback | None


def figures_of(found: Found, facts: Facts) -> Figures:
    """Return the figures of the records of a period, by id."""
    records = [record for _key, record in found]
    return Figures(_form(found, facts), _outcomes(records), _satisfaction(records), _feedback(records))


def _form(found: Found, facts: Facts) -> Form | None:
    """Return form II.06a; small rows are one where a record asks for it."""
    told = [(key, record) for key, record in found if record.rows]
    if not told:
        return None
    whole = joined_rows(record for _key, record in told)
    rows, merged = merged_rows(whole, enabled=any(record.merge_small for _key, record in told))
    names = [_name(row, facts) for row in rows]
    if merged:
        names[-1] = FEW
    return made(
        Form,
        as_of=max(record.as_of for _key, record in told),
        periods=tuple(dict.fromkeys(_period_of(record, facts) for _key, record in told)),
        merged=merged or None,
        rows=tuple(_row(name, row) for name, row in zip(names, rows, strict=True)),
        total=_row("Tổng cộng", total_of(whole)),
    )


def joined_rows(records: Iterable[Statistics]) -> list[DossierRow]:
    """Return the rows of several records, each field or procedure once.

    Of periods that follow on one another, what came and what was resolved is added up, what was carried over is that
    of the first, and what is pending that of the last.
    """
    chains: defaultdict[tuple[str | None, str | None], defaultdict[str, list[DossierRow]]]
    chains = defaultdict(lambda: defaultdict(list))
    for record in records:
        for row in record.rows:
            chains[row.field, row.procedure][record.agency].append(row)
    return [
        total_of(map(_chained, by_agency.values())).model_copy(update={"field": field, "procedure": procedure})
        for (field, procedure), by_agency in chains.items()
    ]


def _chained(rows: list[DossierRow]) -> DossierRow:
    whole, first, last = total_of(rows), rows[0], rows[-1]
    came = whole.received_online + whole.received_direct + first.carried_over
    pending = {name: getattr(last, name) for name in PENDING}
    return whole.model_copy(update={"carried_over": first.carried_over, "received": came, **pending})


def _row(name: str, row: DossierRow) -> FormRow:
    return made(FormRow, name=name, columns=tuple(getattr(row, column) for column in COLUMNS))


def _name(row: DossierRow, facts: Facts) -> str:
    if row.procedure:
        return facts.procedures[row.procedure].title
    return facts.fields[row.field].name if row.field else "Chung"


def _period_of(record: Statistics, facts: Facts) -> str:
    return f"{facts.agencies[record.agency].name}, {words.period(record.period)}"


def _outcomes(records: list[Statistics]) -> Outcomes | None:
    shares = {name: _sum(getattr(record.outcomes, name) for record in records) for name in _SHARES}
    letters = [each for record in records if (each := record.outcomes.apology_letters) is not None]
    found = made(Outcomes, **shares, apology_letters=sum(letters) if letters else None)
    return found if found.model_fields_set else None


_SHARES = tuple(name for name in Outcomes.model_fields if name != "apology_letters")


def _sum(shares: Iterable[Share | None]) -> Share | None:
    known = [each for each in shares if each]
    if not known:
        return None
    return made(Share, count=sum(each.count for each in known), total=sum(each.total for each in known))


def _satisfaction(records: list[Statistics]) -> Satisfaction | None:
    known = [record.satisfaction for record in records if record.satisfaction]
    if not known:
        return None
    factors: defaultdict[str, list[Share]] = defaultdict(list)
    for survey in known:
        for factor in survey.factors:
            factors[factor.name].append(factor.satisfied)
    return made(
        Satisfaction,
        ballots=sum(each.ballots for each in known),
        satisfied=sum(each.satisfied for each in known),
        factors=tuple(made(Factor, name=name, satisfied=_sum(shares)) for name, shares in factors.items()),
    )


def _feedback(records: list[Statistics]) -> Feedback | None:
    known = [record.feedback for record in records if record.feedback]
    if not known:
        return None
    satisfied = [each.satisfied for each in known]
    return made(
        Feedback,
        received=sum(each.received for each in known),
        resolved_on_time=sum(each.resolved_on_time for each in known),
        resolved_late=sum(each.resolved_late for each in known),
        satisfied=None if None in satisfied else sum(each for each in satisfied if each is not None),
    )
