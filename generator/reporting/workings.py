"""How each figure was counted: its formula in words, and every record that it looked at, by the name of that day."""

from dataclasses import dataclass, field

from generator import words
from generator.derive.figure import Entry, Figure
from generator.derive.metrics import FORMULAS, Scope, public_figure_of
from generator.facts import Facts
from generator.model.codes import Slug
from generator.model.plan import Metric, Plan
from generator.model.report import CountedRef, LeftOut, NamedRecord, RecordId, Weighed, Working
from generator.reporting.parts import made


@dataclass
class Desk:
    """Where workings are gathered while a report is made; equal ones are kept once."""

    plan: Plan
    facts: Facts
    workings: dict[str, Working] = field(default_factory=dict)
    records: dict[str, NamedRecord] = field(default_factory=dict)

    def keep(self, name: str, span: str, figure: Figure) -> Slug:
        """Keep how a figure was counted under a name and return the name."""
        entries = [(self._counted(each.kind, each.id), each) for each in figure.entries]
        formula = FORMULAS[figure.metric]
        self.workings[name] = made(
            Working,
            id=Slug(name),
            name=figure.metric.label,
            span=span,
            numerator=figure.numerator,
            numerator_words=formula.numerator,
            denominator=figure.denominator,
            denominator_words=formula.denominator,
            share=figure.share,
            leaves_out=formula.leaves_out,
            law=formula.law,
            source=formula.source,
            as_of=figure.as_of,
            met=tuple(ref for ref, each in entries if _is(each, 1)),
            unmet=tuple(ref for ref, each in entries if _is(each, 0)),
            weighed=tuple(
                made(Weighed, record=ref, part=each.part, whole=each.whole)
                for ref, each in entries
                if not _is(each, 1) and not _is(each, 0)
            ),
            left=self._left(figure),
        )
        return Slug(name)

    def indicators(self, scope: Scope, span: str) -> tuple[Slug, ...]:
        """Keep what the records say of every indicator but the completion of plans, and return their names."""
        metrics = (each for each in Metric if each is not Metric.PLAN_COMPLETION)
        return tuple(self.keep(each.value, span, public_figure_of(each, scope, self.facts)) for each in metrics)

    def of_target(self, figure: Figure, span: str) -> Slug:
        """Keep how the figure of a target was counted; where that of the period is the same, it stands for both."""
        name = figure.metric.value
        kept = self.workings.get(name)
        whole = self.keep(f"{name}-ke-hoach", span, figure)
        if kept is None or not _same(kept, self.workings[whole]):
            return whole
        del self.workings[whole]
        return kept.id

    def _left(self, figure: Figure) -> tuple[LeftOut, ...]:
        reasons = dict.fromkeys(each.why for each in figure.left)
        return tuple(
            made(
                LeftOut,
                why=why.value,
                records=tuple(self._counted(each.kind, each.id) for each in figure.left if each.why is why),
            )
            for why in reasons
        )

    def _counted(self, kind: str, key: str) -> CountedRef:
        name = f"{kind}/{key}"
        if name not in self.records:
            self.records[name] = made(NamedRecord, id=RecordId(name), name=self._name(kind, key))
        return CountedRef(name)

    def _name(self, kind: str, key: str) -> str:
        match kind:
            case "procedures":
                return f"{key} {self.facts.procedures[key].title}"
            case "statistics":
                card = self.facts.reports["statistics"][key]
                return f"Số liệu {words.period(card.period)} của {self.facts.agencies[card.owner].name}"
        return f"Nhiệm vụ {key}"


def _is(entry: Entry, part: int) -> bool:
    return (entry.part, entry.whole) == (part, 1)


def _same(one: Working, other: Working) -> bool:
    """Whether two workings count the same records, of no particular time."""
    untimed = {"id", "span"}
    return one.as_of is None and one.model_dump(exclude=untimed) == other.model_dump(exclude=untimed)
