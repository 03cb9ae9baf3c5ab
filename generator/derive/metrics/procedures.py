"""Indicators counted from the records of procedures, as they stand today."""

from collections.abc import Callable

from generator.cards import ProcedureCard
from generator.derive.figure import Entry, Figure, Left, Why
from generator.derive.metrics.formula import Scope, procedures_of
from generator.facts import Facts
from generator.model.choices import Place
from generator.model.plan import Metric

Count = tuple[int, int]
# Where a procedure has to be public; a counter and a one-stop office are each enough for the place where people come.
EVERYWHERE = frozenset({Place.NATIONAL_DATABASE, Place.SERVICE_PORTAL, Place.WEBSITE})
RECEIVING = frozenset({Place.COUNTER, Place.ONE_STOP})
ONLINE = frozenset({"full", "partial", "yes"})


def counted(
    metric: Metric, look: Callable[[ProcedureCard, Scope, Facts], Count | Why]
) -> Callable[[Scope, Facts], Figure]:
    """Return what counts a metric: ``look`` gives part and whole of a procedure, or why it is left out."""

    def count(scope: Scope, facts: Facts) -> Figure:
        entries, left = [], []
        for card in procedures_of(scope.agency, facts):
            found = _general(card) or look(card, scope, facts)
            if isinstance(found, Why):
                left.append(Left("procedures", card.id, found))
            else:
                entries.append(Entry("procedures", card.id, *found))
        decides = not facts.clock.is_after(scope.span[1])
        return Figure(metric, tuple(entries), tuple(left), decides=decides)

    return count


def _general(card: ProcedureCard) -> Why | None:
    """Return why no metric counts a procedure: it has ended, or is internal."""
    if not card.in_force:
        return Why.ENDED
    return None if card.tally.public else Why.INTERNAL


def disclosed_on_time(card: ProcedureCard, scope: Scope, facts: Facts) -> Count | Why:
    """Look whether it was public by the day on which it came into force, if that lies within the time.

    What is to come into force and not public yet is not late.  Law: 63/2010/NĐ-CP, art. 15-16.
    """
    since = card.tally.effective_from
    if since is None:
        return Why.NO_DATE
    if not scope.span[0] <= since <= scope.span[1]:
        return Why.OTHER_PERIOD
    days = [day for _place, day in card.tally.disclosed if day]
    if not days and not facts.clock.is_after(since):
        return Why.NOT_DUE
    return int(bool(days) and min(days) <= since), 1


def disclosed_in_all_places(card: ProcedureCard, _scope: Scope, _facts: Facts) -> Count:
    """Look for the national database, the portal, the website and where people come.

    Law: 63/2010/NĐ-CP, art. 16-17.
    """
    places = {place for place, _day in card.tally.disclosed}
    return int(places >= EVERYWHERE and not places.isdisjoint(RECEIVING)), 1


def complete_in_13_items(card: ProcedureCard, _scope: Scope, _facts: Facts) -> Count:
    """Look whether every item that the law asks for is given. Law: 63/2010/NĐ-CP, art. 8."""
    return int(not card.tally.missing), 1


def with_sample(card: ProcedureCard, _scope: Scope, facts: Facts) -> Count:
    """Look for a sample dossier that somebody approved."""
    samples = facts.pointing("samples", "procedure", card.id)
    return int(any(facts.samples[each].approved for each in samples)), 1


def online_eligible(card: ProcedureCard, _scope: Scope, _facts: Facts) -> Count | Why:
    """Look whether it is wholly or partly online, if it is so at all.

    Law: 224/2026/NĐ-CP, art. 14.
    """
    return Why.NO_SERVICE if card.find.online == "information" else (int(card.find.online in ONLINE), 1)


def online_full(card: ProcedureCard, _scope: Scope, _facts: Facts) -> Count | Why:
    """Look whether it is wholly online, if it is so at all.

    Law: 224/2026/NĐ-CP, art. 14.
    """
    return Why.NO_SERVICE if card.find.online == "information" else (int(card.find.online == "full"), 1)


def process_configured(card: ProcedureCard, _scope: Scope, _facts: Facts) -> Count:
    """Look for an internal process with the day on which it was set up in the one-stop software."""
    return int(card.tally.configured), 1


def simplified(card: ProcedureCard, _scope: Scope, _facts: Facts) -> Count:
    """Look for a proposal to make it simpler."""
    return int(card.tally.simplified), 1


def declared_fields_reduced(card: ProcedureCard, _scope: Scope, _facts: Facts) -> Count | Why:
    """Count how many entries of its forms were dropped, less those added, of those before."""
    before, after = card.tally.fields
    return (before - after, before) if before else Why.NOT_COMPARED


def time_cut(card: ProcedureCard, _scope: Scope, _facts: Facts) -> Count | Why:
    """Look whether the longest local time limit is shorter than the central one."""
    if card.tally.limits is None:
        return Why.NO_LIMIT
    central, local = card.tally.limits
    return int(local < central), 1


def iso_process(card: ProcedureCard, _scope: Scope, _facts: Facts) -> Count:
    """Look for a process under TCVN ISO 9001."""
    return int(card.tally.iso), 1
