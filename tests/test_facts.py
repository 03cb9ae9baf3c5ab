from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import msgspec
import pytest

from generator.card_makers import cards_of
from generator.cards import AnyCard, ProcedureCard
from generator.facts import Facts, Held, Shelf
from generator.model.procedure import Procedure
from generator.notes import Clock, Question
from tests.builds import TODAY
from tests.records import facts, plan, procedure

CODE, OTHER, NEW = "1.000001", "1.000002", "1.000009"
ACTING = {"executing": ["so-thu"]}
PATH, OTHER_PATH = f"procedures/so-thu/{CODE}.yml", f"procedures/so-thu/{OTHER}.yml"
CHANGE = {"date": "1/6/2026", "kind": "major", "what": "Bớt một loại giấy"}


def known() -> Facts:
    """Return facts of two procedures, with digests of their files and the size of one more."""
    records = (procedure(agencies=ACTING), procedure(code=OTHER, agencies=ACTING))
    made = facts(procedures=records, plans=(plan(),))
    held = replace(made.held, digests=dict.fromkeys(made.held.cards, b"1"), attachments={"procedures/a.pdf": 9})
    return Facts(held, made.record, TODAY)


def asked_by(made: Facts, look: Callable[[Facts], object]) -> set[Question]:
    """Return what was noted while somebody looked."""
    with made.notebook.taking() as notes:
        look(made)
    return notes.asked


@pytest.mark.parametrize(
    ("look", "noted"),
    [
        (lambda each: each.procedures[CODE], {("procedures", CODE)}),
        (lambda each: each.procedures.get(CODE), {("procedures", CODE)}),
        (lambda each: each.procedures.get("none"), {("procedures", "none")}),
        (lambda each: "none" in each.procedures, {("procedures", "none")}),
        (lambda each: list(each.procedures), {("procedures", "*")}),
        (lambda each: len(each.procedures), {("procedures", "*")}),
        (lambda each: bool(each.procedures), {("procedures", "*")}),
        (lambda each: next(iter(each.procedures)), {("procedures", "*")}),
        (
            lambda each: list(each.procedures.values()),
            {("procedures", "*"), ("procedures", CODE), ("procedures", OTHER)},
        ),
        (
            lambda each: dict(each.procedures.items()),
            {("procedures", "*"), ("procedures", CODE), ("procedures", OTHER)},
        ),
        (lambda each: each.reports["progress"].get("a"), {("progress", "a")}),
        (lambda each: each.events.get("a"), {("life-events", "a")}),
        (lambda each: each.pointing("procedures", "field", "linh-vuc"), {("to", "procedures", "field", "linh-vuc")}),
        (lambda each: each.whole("procedures", CODE), {("procedures", CODE), ("file", PATH)}),
        (lambda each: each.record(PATH), {("file", PATH)}),
        (lambda each: each.site, {("file", "site.yml")}),
        (lambda each: each.exists("agencies", "none"), {("agencies", "none")}),
        (lambda each: each.ids("agencies"), {("agencies", "*")}),
        (lambda each: each.size("none.pdf"), {("size", "none.pdf")}),
        (lambda each: each.changed(), {("changed",)}),
        (lambda each: each.is_illustration("so-thu", None), {("agencies", "so-thu")}),
    ],
)
def test_every_look_is_noted(look: Callable[[Facts], object], noted: set[Question]) -> None:
    """Whoever looks at facts, also at what is not there, is noted with just what was looked at; each time anew."""
    made = known()
    assert asked_by(made, look) == noted
    assert asked_by(made, look) == noted


def test_every_shelf_notes_under_the_kind_of_its_cards() -> None:
    """The shelf that has a card notes the question that the card's answer belongs to."""
    made = known()
    shelves: Iterable[Shelf[Any]] = (
        made.agencies, made.legal, made.decisions, made.procedures, made.samples, made.plans, made.fields, made.events,
        *made.reports.values(),
    )  # fmt: skip
    kinds = {
        "agencies", "legal", "decisions", "procedures", "samples", "plans", "fields", "life-events",
        "progress", "statistics", "assessments",
    }  # fmt: skip
    noted = asked_by(made, lambda _facts: [list(each) for each in shelves])
    assert noted == {(kind, "*") for kind in kinds}
    assert kinds >= {path.partition("/")[0].removesuffix(".yml") for path in made.held.cards} - {"site"}


def test_what_is_not_there_is_noted_before_it_is_said() -> None:
    """A question that ends in an error is noted like any other: a page may come to be when the record does."""
    made = known()

    def look(each: Facts) -> None:
        with pytest.raises(KeyError):
            each.procedures["none"]
        with pytest.raises(KeyError):
            each.whole("plans", "none")

    assert asked_by(made, look) == {("procedures", "none"), ("plans", "none")}


def test_shelves_stand_in_order() -> None:
    """Cards stand by id, whatever file came first; fields and life events stand as their file has them."""
    made = facts(procedures=(procedure(code=OTHER), procedure()))
    assert list(made.procedures) == [CODE, OTHER]
    fields = {"fields.yml": made.held.cards["fields.yml"]}
    (card,) = fields["fields.yml"]
    turned = {"fields.yml": tuple(msgspec.structs.replace(card, id=each) for each in "zab")}
    assert list(Facts(Held(turned), made.record, TODAY).fields) == ["z", "a", "b"]


KEYS = ("so-thu", "linh-vuc", "khac", "ke-hoach", CODE, OTHER, NEW)


def questions() -> set[Question]:
    """Return questions of every form, about what is there and what is not."""
    made = known()
    kinds = ("agencies", "fields", "plans", "procedures", "legal")
    relations = (("agency", "so-thu"), ("field", "linh-vuc"), ("field", "khac"), ("legal", "none"))
    return {
        *((kind, key) for kind in kinds for key in ("*", *KEYS)),
        *(("to", kind, relation, target) for kind in kinds for relation, target in relations),
        *(("file", path) for path in (*made.held.cards, "none.yml")),
        ("size", "procedures/a.pdf"),
        ("size", "none.pdf"),
        ("changed",),
    }


def with_procedure(held: Held, record: Procedure, path: str = PATH) -> Held:
    """Return what is held, with another record in a file."""
    return with_cards(held, {path: cards_of(record, Clock(TODAY))})


def with_cards(held: Held, cards: Mapping[str, tuple[AnyCard, ...]]) -> Held:
    """Return what is held, with other cards in some files."""
    return replace(held, cards={**held.cards, **cards})


def without(held: Held, path: str) -> Held:
    """Return what is held, without a file."""
    return replace(held, cards={key: cards for key, cards in held.cards.items() if key != path})


BY_AGENCY, BY_FIELD = ("to", "procedures", "agency", "so-thu"), ("to", "procedures", "field", "linh-vuc")
SELF, ALL = ("procedures", CODE), ("procedures", "*")


@pytest.mark.parametrize(
    ("edit", "changed"),
    [
        (lambda held: held, set()),
        (lambda held: with_procedure(held, procedure(agencies=ACTING)), set()),
        (lambda held: with_procedure(held, procedure(agencies=ACTING, purpose="Để có thẻ")), set()),
        (lambda held: replace(held, cards=dict(reversed(held.cards.items()))), set()),
        (lambda held: with_procedure(held, procedure(agencies=ACTING, title="Đổi thẻ")), {SELF}),
        (lambda held: with_procedure(held, procedure(agencies=ACTING, fees=[{"amount_vnd": "0"}])), {SELF}),
        (
            lambda held: with_procedure(
                held, procedure(agencies=ACTING, channels=[{"channel": "online", "fees": [{"amount_vnd": "0"}]}])
            ),
            {SELF},
        ),
        (lambda held: with_procedure(held, procedure(agencies=ACTING, changes=[CHANGE])), {SELF, ("changed",)}),
        (
            lambda held: with_procedure(held, procedure(agencies=ACTING, field="khac")),
            {SELF, BY_FIELD, ("to", "procedures", "field", "khac")},
        ),
        (lambda held: with_procedure(held, procedure()), {SELF, BY_AGENCY}),
        (lambda held: without(held, PATH), {SELF, ALL, BY_AGENCY, BY_FIELD}),
        (
            lambda held: with_procedure(held, procedure(code=NEW, agencies=ACTING), f"procedures/so-thu/{NEW}.yml"),
            {("procedures", NEW), ALL, BY_AGENCY, BY_FIELD},
        ),
        (lambda held: replace(held, digests={**held.digests, PATH: b"2"}), {("file", PATH)}),
        (lambda held: replace(held, digests={**held.digests, "none.yml": b"2"}), {("file", "none.yml")}),
        (lambda held: replace(held, attachments={"procedures/a.pdf": 10}), {("size", "procedures/a.pdf")}),
        (lambda held: replace(held, attachments={}), {("size", "procedures/a.pdf")}),
        (
            lambda held: replace(held, attachments={**held.attachments, "none.pdf": 0}),
            {("size", "none.pdf")},
        ),
        (
            lambda held: replace(held, broken=frozenset({f"procedures/so-thu/{NEW}.yml"})),
            {("procedures", NEW), ALL},
        ),
        (
            lambda held: replace(held, broken=frozenset({"fields.yml"})),
            {("fields", each) for each in KEYS if each != "linh-vuc"},
        ),
    ],
    ids=[
        "nothing", "the same again", "what no card shows", "other order of files", "title", "fee of no channel",
        "free online", "change", "field", "no agency", "gone", "new", "content of a file", "new file", "larger file",
        "file gone", "empty file", "broken file", "broken list",
    ],
)  # fmt: skip
def test_an_answer_changes_when_and_only_when_what_it_tells_does(
    edit: Callable[[Held], Held], changed: set[Question]
) -> None:
    """An edit changes the answers to the questions about what it touched, and no others."""
    before = known()
    after = Facts(edit(before.held), before.record, TODAY)
    assert {each for each in questions() if before.answer(each) != after.answer(each)} == changed


def test_answers_do_not_depend_on_who_asked_before() -> None:
    """Whether a question was noted, or asked in another order, its answer is the same in any process."""
    one, other = known(), known()
    list(one.procedures.values())
    one.pointing("procedures", "field", "linh-vuc")
    ordered = sorted(questions())
    assert {each: one.answer(each) for each in ordered} == {each: other.answer(each) for each in reversed(ordered)}


def test_a_question_of_no_known_form_has_no_answer() -> None:
    """A slip in a question is an error, not an answer that never changes."""
    with pytest.raises(KeyError):
        known().answer(("nonsense",))


def learnt() -> tuple[Facts, tuple[AnyCard, ...]]:
    """Return facts without the other procedure, and its cards."""
    made = known()
    return Facts(without(made.held, OTHER_PATH), made.record, TODAY), made.held.cards[OTHER_PATH]


def test_what_is_learnt_is_known() -> None:
    """A record that is learnt later stands on its shelf, exists, and can be opened; the day's change is told."""
    made, cards = learnt()
    assert not made.exists("procedures", OTHER)
    made.learn(OTHER_PATH, cards)
    assert list(made.procedures) == [CODE, OTHER]
    assert (made.procedures[OTHER],) == cards
    assert made.exists("procedures", OTHER)
    assert made.paths["procedures", OTHER] == OTHER_PATH
    assert made.whole("procedures", OTHER).code == OTHER


def test_what_points_to_others_is_told_as_it_was_answered() -> None:
    """Once somebody asked who points to whom, what is learnt later is not told, and the answer says so too."""
    made, cards = learnt()
    before = made.pointing("procedures", "field", "linh-vuc")
    made.learn(OTHER_PATH, cards)
    assert made.pointing("procedures", "field", "linh-vuc") == before == (CODE,)
    assert made.answer(BY_FIELD) == learnt()[0].answer(BY_FIELD) != known().answer(BY_FIELD)


def test_the_first_of_two_records_with_one_name_counts() -> None:
    """Learning another record of the same kind and name changes nothing."""
    made = known()
    (card,) = made.held.cards[PATH]
    assert isinstance(card, ProcedureCard)
    made.learn("procedures/so-khac/1.000001.yml", [msgspec.structs.replace(card, title="Khác")])
    assert made.procedures[CODE] == card
    assert made.paths["procedures", CODE] == PATH


@pytest.mark.parametrize(
    ("broken", "kind", "key", "there"),
    [
        ("procedures/so-thu/1.000009.yml", "procedures", "1.000009", True),
        ("procedures/so-thu/1.000009.yml", "procedures", "1.000008", False),
        ("procedures/so-thu/1.000009.yml", "plans", "1.000009", False),
        ("plans/kh.yml", "plans", "kh", True),
        ("fields.yml", "fields", "bat-ky", True),
        ("fields.yml", "agencies", "bat-ky", False),
        ("life-events.yml", "fields", "bat-ky", False),
    ],
)
def test_what_a_broken_file_is_named_counts_as_known(broken: str, kind: str, key: str, there: bool) -> None:  # noqa: FBT001
    """A record that cannot be read exists by the name of its file; a broken list may hold anything of its kind."""
    made = known()
    spoiled = Facts(replace(made.held, broken=frozenset({broken})), made.record, TODAY)
    assert not made.exists(kind, key)
    assert spoiled.exists(kind, key) is there
    assert (key in spoiled.ids(kind)) is (there and kind != "fields")
    assert spoiled.exists("procedures", CODE)
    assert [each for each in spoiled.ids("procedures") if each.startswith("1.00000")][:2] == [CODE, OTHER]


def test_a_record_is_opened_once() -> None:
    """However often it is asked for, a file is read once."""
    opened: list[str] = []
    made = known()

    def open_it(path: str) -> object:
        opened.append(path)
        return made.record(path)

    counting = Facts(made.held, open_it, TODAY)
    assert [counting.record(PATH), counting.whole("procedures", CODE)] == [made.record(PATH)] * 2
    assert opened == [PATH]


def test_changes_stand_newest_first() -> None:
    """Changes of all procedures stand by day, then by procedure and number, the last first."""
    days = ({**CHANGE, "date": "1/6/2026"}, {**CHANGE, "date": "1/1/2026"}, {**CHANGE, "date": "1/6/2026"})
    made = facts(procedures=(procedure(changes=list(days[:2])), procedure(code=OTHER, changes=[days[2]])))
    june, january = date(2026, 6, 1), date(2026, 1, 1)
    assert made.changed() == [(june, OTHER, 1), (june, CODE, 1), (january, CODE, 2)]
