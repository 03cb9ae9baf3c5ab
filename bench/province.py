"""The province that the made records belong to: agencies, fields, legal documents, decisions; none of them is real."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Any

from bench.words import TRADES, Voice

Keys = dict[str, Any]
PEOPLE = "ubnd-minh-hoa"
CENTRE = "trung-tam-minh-hoa"
COUNCIL = "hdnd-minh-hoa"
CHECKED = "2026-11-02"
SOURCE: Keys = {"name": "Dữ liệu hư cấu do máy viết để đo tốc độ", "checked_on": CHECKED}
DEPARTMENTS = (
    "Nghề đèn", "Chợ nổi", "Thuyền thúng", "Vườn hoa", "Nhà sàn", "Hội làng", "Lò gốm", "Nước chấm", "Xe đạp",
    "Thư viện làng", "Sân chơi", "Quán trà", "Bến đò", "Nhà trọ", "Trạm sạc", "Biển hiệu", "Giếng cổ", "Dệt chiếu",
)  # fmt: skip
TOPICS = ("Cho phép", "Thẻ nghề", "An toàn khi", "Hỗ trợ", "Trật tự khi")
UNITS = ("Văn phòng", "Phòng Hồ sơ", "Phòng Thẩm định")
MOST_COMMUNES = 130
KINDS = (
    ("decision", "QĐ-UBND-MH", "qd-ubnd-mh", PEOPLE),
    ("resolution", "NQ-HĐND-MH", "nq-hdnd-mh", COUNCIL),
    ("directive", "CT-UBND-MH", "ct-ubnd-mh", PEOPLE),
    ("other", "HD-UBND-MH", "hd-ubnd-mh", PEOPLE),
)


@dataclass(frozen=True)
class Province:
    """Ids of the records that a procedure may refer to; ``count`` is how many procedures there are to be."""

    count: int

    @property
    def departments(self) -> tuple[str, ...]:
        """The departments that have procedures."""
        return tuple(f"so-vi-du-{number:02}" for number in range(1, len(DEPARTMENTS) + 1))

    @property
    def communes(self) -> tuple[str, ...]:
        """Communes, one for each twenty procedures, at most 130."""
        return tuple(f"xa-vi-du-{number:03}" for number in range(1, 2 + min(MOST_COMMUNES, self.count // 20)))

    @property
    def fields(self) -> tuple[str, ...]:
        """Fields of administration, at most a hundred."""
        names = [f"linh-vuc-{number:03}" for number in range(1, len(TOPICS) * len(TRADES) + 1)]
        return tuple(names[: max(3, self.count // 5)])

    @property
    def legal(self) -> tuple[str, ...]:
        """Legal documents, one for each eight procedures."""
        return tuple(_legal_id(number) for number in range(1, 3 + self.count // 8))

    @property
    def decisions(self) -> tuple[str, ...]:
        """Decisions that announce procedures, one for each eight."""
        return tuple(f"{number}-qd-svd" for number in range(1, 3 + self.count // 8))


def chance_for(*names: object) -> Random:
    """Return a source of chance that gives the same for the same names."""
    return Random(" ".join(map(str, names)))


def records(province: Province, seed: str) -> Iterator[tuple[str, str, Keys]]:
    """Yield kind, path below the data folder and keys of every record but procedures, samples and plans."""
    for agency in _agencies(province):
        yield "agencies", f"agencies/{agency['id']}.yml", agency
    for number, name in enumerate(province.legal, 1):
        yield "legal", f"legal/{name}.yml", _legal(number, Voice(chance_for(seed, name)))
    for number, name in enumerate(province.decisions, 1):
        yield "decisions", f"decisions/{name}.yml", _decision(number, province, Voice(chance_for(seed, name)))
    yield "fields", "fields.yml", {"fields": _fields(province)}
    yield "site", "site.yml", _site()


def _agencies(province: Province) -> Iterator[Keys]:
    yield _agency(PEOPLE, "Ủy ban nhân dân tỉnh Minh Họa", "province")
    yield _agency(COUNCIL, "Hội đồng nhân dân tỉnh Minh Họa", "council")
    yield _agency(CENTRE, "Trung tâm Phục vụ hành chính công tỉnh Minh Họa", "service-centre", parent=PEOPLE)
    for name, word in zip(province.departments, DEPARTMENTS, strict=True):
        yield _agency(name, f"Sở Ví dụ {word}", "department", parent=PEOPLE, contact=_contact(f"Sở Ví dụ {word}"))
        for number, unit in enumerate(UNITS, 1):
            yield _agency(f"{name}-don-vi-{number}", f"{unit}, Sở Ví dụ {word}", "unit", parent=name)
    for number, name in enumerate(province.communes, 1):
        yield _agency(name, f"Ủy ban nhân dân xã Ví Dụ {number}", "commune", parent=PEOPLE)


def _agency(name: str, words: str, kind: str, **more: Any) -> Keys:
    return {"id": name, "name": words, "kind": kind, "province": "Minh Họa", **more, "illustration": "true"}


def _contact(name: str) -> Keys:
    address = "Số 9 đường Ví Dụ, phường Minh Họa, tỉnh Minh Họa"
    return {"name": f"Văn phòng {name}", "phone": "0000000000", "email": "lienhe@example.org", "address": address}


def _legal_id(number: int) -> str:
    return f"{number}-{_year(number)}-{KINDS[number % len(KINDS)][2]}"


def _year(number: int) -> int:
    return 2018 + number % 8


def _legal(number: int, voice: Voice) -> Keys:
    kind, ending, _slug, issuer = KINDS[number % len(KINDS)]
    return {
        "id": _legal_id(number),
        "number": f"{number}/{_year(number)}/{ending}",
        "kind": kind,
        "title": f"Quy định minh họa về việc {voice.title(90).lower()}",
        "issuer": issuer,
        "issued_on": f"{_year(number)}-{1 + number % 12:02}-{1 + number % 28:02}",
        "force": "amended" if number % 7 == 0 else "in-force",
        "source": SOURCE,
    }


def _decision(number: int, province: Province, voice: Voice) -> Keys:
    return {
        "id": f"{number}-qd-svd",
        "number": f"{number}/QĐ-SVD",
        "agency": province.departments[number % len(province.departments)],
        "title": f"Công bố thủ tục minh họa: {voice.title(70).lower()}",
        "issued_on": f"2026-{1 + number % 9:02}-{1 + number % 28:02}",
        "source": SOURCE,
    }


def _fields(province: Province) -> list[Keys]:
    pairs = ((topic, trade) for topic in TOPICS for trade in TRADES)
    return [
        {"id": name, "name": f"{topic} {trade}", "agency": province.departments[number % len(province.departments)]}
        for number, (name, (topic, trade)) in enumerate(zip(province.fields, pairs, strict=False))
    ]


def _site() -> Keys:
    return {
        "name": "Tỉnh Minh Họa",
        "tagline": "Bản ghi do máy viết, để đo tốc độ tạo trang",
        "owner": "Nhóm Minh Bạch",
        "disclaimer": "Mọi cơ quan, thủ tục và con số ở đây đều hư cấu.",
        "portal": "https://example.org/cong",
    }
