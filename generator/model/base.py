"""What every record is made of: strict frozen models and labelled choices."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Any, Self, TypeVar

from pydantic import BaseModel, ConfigDict, GetJsonSchemaHandler
from pydantic_core import CoreSchema

C = TypeVar("C")


class Model(BaseModel):
    """A part of a record: unknown keys are refused, values never change after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Choice(StrEnum):
    """A closed list of values; each has the Vietnamese words that people see.

    Members are written ``NAME = "value-in-yaml", "Chữ trên trang"``.
    """

    label: str

    def __new__(cls, value: str, label: str) -> Self:
        """Keep the YAML value as the string and the Vietnamese words beside it."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: CoreSchema, _handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Describe the choices to editors and forms with their Vietnamese words."""
        return {
            "enum": [member.value for member in cls],
            "enumDescriptions": [member.label for member in cls],
        }


def classes_in(annotation: Any, base: type[C]) -> Iterator[type[C]]:
    """Yield every class below ``base`` inside a type such as ``tuple[A | B, ...] | None``."""
    if isinstance(annotation, type) and issubclass(annotation, base):
        yield annotation
    for part in getattr(annotation, "__args__", ()):
        yield from classes_in(part, base)


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """Yield every model inside a type."""
    return classes_in(annotation, BaseModel)
