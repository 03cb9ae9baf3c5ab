"""Texts of one checked shape: ids, codes, and references to other records or parts of a record."""

import re
from functools import lru_cache
from typing import Any, ClassVar, Self, TypeVar

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from generator.model.values import refuse, single

C = TypeVar("C", bound="Code")


class Code(str):
    """Text that must match ``pattern``; a mismatch says ``noun`` and ``hint`` in Vietnamese."""

    __slots__ = ()
    pattern: ClassVar[re.Pattern[str]]
    noun: ClassVar[str]
    hint: ClassVar[str]
    # Codes of digits and dots may stand without quotes in YAML; editors read them as numbers.
    json_type: ClassVar[str | list[str]] = "string"

    @classmethod
    def parse(cls, value: object) -> Self:
        """Return ``value`` as this type; raise ``PydanticCustomError`` when its shape is wrong."""
        made: Self = _made(cls, single(value))
        return made

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(cls.parse, serialization=core_schema.to_string_ser_schema())

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        typed = cls.json_type if handler.mode == "validation" else "string"
        return {"type": typed, "pattern": f"^(?:{cls.pattern.pattern})$"}


@lru_cache(maxsize=10_000)
def _made(kind: type[C], text: str) -> C:
    """Return ``text`` as a code; records name the same agencies and documents again and again, so each is kept."""
    if not kind.pattern.fullmatch(text):
        refuse("ma-sai", f"{{value}} không phải là {kind.noun}", kind.hint, text)
    return kind(text)


class Slug(Code):
    """An id in ASCII kebab-case; equal to the file name, never changed."""

    pattern = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
    noun = "mã hợp lệ"
    hint = "dùng chữ thường không dấu, chữ số và dấu gạch nối, ví dụ so-ngoai-vu-ha-tinh"


class ProcedureCode(Code):
    """A procedure's code: ``N.NNNNNN``, or a local code such as ``NB-SCT-01``."""

    pattern = re.compile(r"[1-9]\.[0-9]{6}|[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+")
    noun = "mã thủ tục"
    hint = (
        'viết dạng "1.001308" (một chữ số 1–9, dấu chấm, sáu chữ số) hoặc mã nội bộ như NB-SCT-01;'
        " phần đuôi .000.00.00.Hxx ghi ở local_code"
    )
    json_type = ["string", "number"]


class LocalProcedureCode(Code):
    """A procedure's code with the suffix of a province, ``1.001308.000.00.00.H17``."""

    pattern = re.compile(r"[1-9]\.[0-9]{6}\.[0-9]{3}\.[0-9]{2}\.[0-9]{2}\.H[0-9]{2}")
    noun = "mã thủ tục của địa phương"
    hint = "viết dạng 1.001308.000.00.00.H17"


class ItemId(Code):
    """The number of a target or a task inside its plan, such as ``2.5b``."""

    pattern = re.compile(r"[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*")
    noun = "số mục hợp lệ"
    hint = 'dùng chữ không dấu, chữ số, dấu chấm và gạch nối, ví dụ "2.5b"'
    json_type = ["string", "number"]


SHEET_LETTERS = "bcdfghkmnpqrstvwxz"  # no vowels: no words; no digits: no numbers
SHEET_LENGTH = 8


class SheetVersion(Code):
    """The version of a posting notice, as printed on it."""

    pattern = re.compile(f"[{SHEET_LETTERS}]{{{SHEET_LENGTH}}}")
    noun = "mã bản của tờ niêm yết"
    hint = "chép 8 chữ cái thường in cạnh mã QR trên tờ niêm yết, ví dụ bkmtwxzp"


class AgencyRef(Slug):
    """The id of an agency, of a unit of one, or of a named group of them."""

    kind: ClassVar[str] = "agencies"


class LegalRef(Slug):
    """The id of a legal document."""

    kind: ClassVar[str] = "legal"


class DecisionRef(Slug):
    """The id of a decision that announces procedures."""

    kind: ClassVar[str] = "decisions"


class FieldRef(Slug):
    """The id of a field of administration."""

    kind: ClassVar[str] = "fields"


class PlanRef(Slug):
    """The id of a plan."""

    kind: ClassVar[str] = "plans"


class ProcedureRef(ProcedureCode):
    """The code of another procedure."""

    kind: ClassVar[str] = "procedures"


class CaseRef(Slug):
    """The id of a case of the same procedure."""

    scope: ClassVar[str] = "cases"


class FormRef(Slug):
    """The id of a form of the same procedure."""

    scope: ClassVar[str] = "forms"


class GroupRef(Slug):
    """The id of a group of tasks of the same plan."""

    scope: ClassVar[str] = "groups"


class TargetRef(ItemId):
    """The number of a target of the plan that the record is, or is about."""

    scope: ClassVar[str] = "targets"


class UpperTargetRef(ItemId):
    """The number of a target of the plan above."""


class RoutineRef(Slug):
    """The id of a periodic report that the plan asks for."""

    scope: ClassVar[str] = "reporting"


class TaskRef(ItemId):
    """The number of a task of the plan that the record is, or is about."""

    scope: ClassVar[str] = "tasks"
