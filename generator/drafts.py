"""Start a new record: a file with every key, its Vietnamese name, and the line that binds it to its schema."""

from pathlib import Path

from pydantic.fields import FieldInfo

from generator.errors import ToolError
from generator.model import KINDS, Kind
from generator.model.codes import Code, ProcedureCode, Slug
from generator.model.times import Period
from generator.schema import modeline


def new_file(kind_name: str, name: str, folder: str, data: Path) -> Path:
    """Write an empty record and return its path; raise ``ToolError`` when it exists or its name will not do."""
    kind = next(kind for kind in KINDS if kind.name == kind_name)
    if kind.by_command:
        message = f"loại {kind.name} không viết tay; lập bằng lệnh {kind.by_command}"
        raise ToolError(message)
    path = data / _place(kind, name, folder)
    if path.exists():
        message = f"{path} đã có"
        raise ToolError(message)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(blank(kind, name, folder), encoding="utf-8")
    return path


def _place(kind: Kind, name: str, folder: str) -> Path:
    if kind.single:
        return Path(f"{kind.name}.yml")
    shapes: dict[str, type[Code]] = {"code": ProcedureCode, "period": Period}
    shape = shapes.get(kind.id_key, Slug)
    if not shape.pattern.fullmatch(name):
        message = f"“{name}” không phải là {shape.noun}; {shape.hint}"
        raise ToolError(message)
    if kind.depth and not (Slug.pattern.fullmatch(folder) or ProcedureCode.pattern.fullmatch(folder)):
        message = f"loại {kind.name} cần --folder: mã của cơ quan, thủ tục hoặc kế hoạch mà nó thuộc về"
        raise ToolError(message)
    return Path(kind.name, *([folder] if kind.depth else []), f"{name}.yml")


def blank(kind: Kind, name: str, folder: str) -> str:
    """Return the text of an empty record: required keys first, the others behind ``#``; if none is required, all."""
    known = {kind.id_key: f'"{name}"', **({kind.folder_key: f'"{folder}"'} if kind.folder_key else {})}
    fields = [(field.alias or key, field) for key, field in kind.model.model_fields.items()]
    required = [_line(key, field, known.get(key, "")) for key, field in fields if field.is_required()]
    optional = [_line(key, field, "") for key, field in fields if not field.is_required()]
    if not required:
        return "\n".join([modeline(kind).rstrip(), *optional, ""])
    later = [f"# {line}" for line in optional]
    return "\n".join([modeline(kind).rstrip(), *required, "", "# Điền thêm khi biết:", *later, ""])


def _line(key: str, field: FieldInfo, value: str) -> str:
    note = f". {field.description}" if field.description else ""
    return f"{key}: {value}".rstrip() + f"  # {field.title}{note}"
