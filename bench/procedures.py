"""Procedures of the size and shape of real ones: those that the national portal shows, as imported."""

from random import Random
from typing import Any

from bench.province import CENTRE, PEOPLE, SOURCE, Keys, Province, chance_for
from bench.words import Voice

AUDIENCES = (
    "citizen", "enterprise", "organisation", "cooperative", "overseas-vietnamese", "foreigner", "official",
    "foreign-organisation", "foreign-invested-enterprise",
)  # fmt: skip
CHANNELS = ("in-person", "online", "post")
STATUSES = ("in-force", "in-force", "in-force", "new", "amended")
FEES = ("0", "0", "20000", "50000", "100000", "150000", "200000", "1000000")
DAYS = ("1", "2", "3", "5", "7", "10", "15", "20", "30")
LONGEST = 9000


def code_of(number: int) -> str:
    """Return the code of a made procedure; no real one looks like it."""
    return f"VD-{number:06}"


def department_of(number: int, province: Province) -> str:
    """Return whose procedure it is; the first departments have the most, as in a real province."""
    size = len(province.departments)
    return province.departments[int(size * chance_for("department", number).random() ** 2)]


def procedure(number: int, province: Province, seed: str) -> Keys:
    """Return the keys of one procedure."""
    chance = chance_for(seed, "procedure", number)
    voice, size = Voice(chance), min(2.6, chance.lognormvariate(-0.13, 0.5))
    cases = _cases(voice, size)
    forms = _forms(voice, province)
    return {
        **_head(number, province, voice),
        "cases": cases,
        "steps": [_step(voice, size) for _ in range(voice.some(1 + 1.7 * size, 20))],
        "channels": _channels(voice, size, province),
        "documents": _documents(voice, size, [case["id"] for case in cases], forms),
        "dossier_sets": "1",
        "forms": forms,
        "results": [{"name": voice.line(voice.length(60, 0.65, 600))} for _ in range(voice.some(1.35, 9))],
        "conditions": _conditions(voice, size),
        "legal_basis": sorted({_pick(chance, province.legal) for _ in range(voice.some(4, 15))}),
        **_online(number, chance),
        "source": {**SOURCE, "url": f"https://example.org/dvc/{code_of(number)}", "via": "Kho dữ liệu minh họa"},
    }


def _head(number: int, province: Province, voice: Voice) -> Keys:
    owner = department_of(number, province)
    return {
        "code": code_of(number),
        "provisional_code": "true",
        "title": f"{voice.title(voice.length(70, 0.65, 500))} (mẫu {number})",
        "kind": "local",
        "field": _pick(voice.chance, province.fields),
        "levels": ["province", "commune"] if voice.often(0.3) else ["province"],
        "audience": voice.chance.sample(AUDIENCES, voice.some(4, len(AUDIENCES))),
        "agencies": {
            "competent": [PEOPLE] if voice.often(0.4) else [owner],
            "executing": [owner, *([_pick(voice.chance, province.communes)] if voice.often(0.3) else [])],
            "receiving": [CENTRE],
        },
        "status": voice.chance.choice(STATUSES),
        "decision": _pick(voice.chance, province.decisions),
    }


def _pick(chance: Random, names: tuple[str, ...]) -> str:
    """Return one of the names, the first most often."""
    return names[int(len(names) * chance.random() ** 1.5)]


def _cases(voice: Voice, size: float) -> list[Keys]:
    count = 1 + voice.some(2 * size, 12) if voice.often(0.18) else 0
    lengths = [voice.length(90, 0.6, 400) for _ in range(count)]
    return [{"id": f"truong-hop-{at}", "name": voice.line(length)} for at, length in enumerate(lengths, 1)]


def _step(voice: Voice, size: float) -> Keys:
    return {"text": voice.text(voice.length(round(330 * size), 0.9, LONGEST))}


def _channels(voice: Voice, size: float, province: Province) -> list[Keys]:
    kinds = CHANNELS[: max(1, round(voice.chance.gauss(3.2, 0.8)))]
    days = {"value": voice.chance.choice(DAYS), "unit": "working-day", "from": "khi nhận đủ hồ sơ hợp lệ"}
    amount = voice.chance.choice(FEES)
    return [
        _channel(kind, {"time_limit": days, "fees": [_fee(voice, amount, province)]}, voice, size) for kind in kinds
    ]


def _channel(kind: str, terms: Keys, voice: Voice, size: float) -> Keys:
    if voice.often(0.5):
        return {"channel": kind, **terms}
    return {"channel": kind, **terms, "note": voice.text(voice.length(round(90 * size), 1.1, 3000))}


def _fee(voice: Voice, amount: str, province: Province) -> Keys:
    fee: Keys = {"kind": "charge", "amount_vnd": amount, "legal_basis": [_pick(voice.chance, province.legal)]}
    return {**fee, "note": voice.line(voice.length(90, 0.8, 900))} if voice.often(0.4) else fee


def _documents(voice: Voice, size: float, cases: list[str], forms: list[Keys]) -> list[Keys]:
    wanted = [[case] for case in cases] or [[] for _ in range(voice.some(1 + 0.4 * size, 12))]
    return [_group(voice, size, belongs, forms) for belongs in wanted]


def _group(voice: Voice, size: float, cases: list[str], forms: list[Keys]) -> Keys:
    named = {"cases": cases} if cases else {"name": voice.line(voice.length(70, 0.5, 300))}
    return {**named, "items": [_paper(voice, size, forms) for _ in range(voice.some(1 + 2.6 * size, 24))]}


def _paper(voice: Voice, size: float, forms: list[Keys]) -> Keys:
    length = voice.length(round(120 * size), 0.8, 5000)
    paper: Keys = {"name": voice.line(length) if length < 250 else voice.text(length), "originals": "1"}
    if voice.often(0.4):
        paper["copies"] = str(voice.some(1.3, 4))
    if forms and voice.often(0.2):
        paper["form"] = voice.chance.choice(forms)["id"]
    return paper


def _forms(voice: Voice, province: Province) -> list[Keys]:
    count = voice.some(2, 20) if voice.often(0.6) else 1
    return [
        {
            "id": f"mau-{at}",
            "name": f"Mẫu minh họa {at}",
            "url": f"https://example.org/mau/{at}",
            "issued_by": _pick(voice.chance, province.legal),
        }
        for at in range(1, count + 1)
    ]


def _conditions(voice: Voice, size: float) -> Any:
    if not voice.often(0.25):
        return "none"
    return [voice.text(voice.length(round(260 * size), 1.1, LONGEST)) for _ in range(voice.some(2.2, 20))]


def _online(number: int, chance: Random) -> Keys:
    address = f"https://example.org/dvc/{code_of(number)}"
    return {
        "online": {"level": "full", "since": "2026-01-15"} if chance.random() < 0.6 else {"level": "information"},
        "online_payment": "true" if chance.random() < 0.5 else "false",
        "links": {"submit": f"{address}/nop", "national_portal": address},
    }
