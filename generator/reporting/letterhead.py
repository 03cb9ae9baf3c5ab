"""What stands around the text of an official document: whose it is, its number and day, who receives and signs it."""

from dataclasses import dataclass
from datetime import date

from generator import words
from generator.facts import Facts
from generator.model.parts import Authority, Signer
from generator.model.plan import Plan, PlanKind
from generator.model.report import Letterhead
from generator.model.times import Period
from generator.reporting.parts import made, name_on

SUBJECTS = {
    PlanKind.PROCEDURE_CONTROL: "Tình hình, kết quả kiểm soát thủ tục hành chính {period}",
    PlanKind.REFORM: "Kết quả công tác cải cách hành chính {period}",
}
OTHER_SUBJECT = "Kết quả thực hiện kế hoạch “{title}”, {period}"


@dataclass(frozen=True)
class Paper:
    """What the office writes on the document: number, day, who signs and as what; None where it is not known yet."""

    number: str | None = None
    day: date | None = None
    signer: str | None = None
    position: str | None = None


def letterhead(plan: Plan, period: Period, paper: Paper, facts: Facts) -> Letterhead:
    """Return the head and the foot of the report; agencies bear their names of the day of ``facts``."""
    day = facts.clock.today
    parent = facts.agencies[plan.agency].parent
    subject = SUBJECTS.get(plan.kind, OTHER_SUBJECT)
    return made(
        Letterhead,
        agency=name_on(plan.agency, day, facts),
        above=name_on(parent, day, facts) if parent else None,
        number=paper.number,
        place=plan.place,
        date=paper.day,
        subject=subject.format(period=words.period(period), title=plan.title),
        recipients=plan.recipients,
        signer=_signer(plan, paper),
    )


def _signer(plan: Plan, paper: Paper) -> Signer | None:
    """Return who signs: as told, else as what the plan was signed; a name is never guessed."""
    usual = None if paper.position else plan.signer
    authority = usual.authority if usual and usual.authority is not Authority.SELF else None
    found = made(
        Signer,
        authority=authority,
        on_behalf_of=usual.on_behalf_of if usual else None,
        position=paper.position or (usual.position if usual else None),
        name=paper.signer,
    )
    return found if found.model_fields_set else None
