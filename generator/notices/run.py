"""The command ``minhbach notices``: make the sheets that are asked for or have changed, and the table beside them."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from rich.console import Console

from generator.build.crew import share
from generator.check import check
from generator.clock import today
from generator.derive.sheets import has_sheet, version_of
from generator.errors import BuildError, ToolError
from generator.facts import Facts
from generator.model.procedure import Procedure
from generator.model.values import WEB
from generator.notices import pdf
from generator.notices.folder import Folder, Kept, hex_digest, opened, write
from generator.notices.sheet import sheet_of, style, template
from generator.notices.table import NAME, file_of, table_of
from generator.read import read
from generator.track import tracking

WORTH_FORKING = 4  # a sheet takes as long as a hundred pages
HERE = {"localhost", "127.0.0.1", "::1", "0.0.0.0"}  # noqa: S104  (no server: hosts that others cannot reach)


@dataclass(frozen=True)
class Wish:
    """What is asked for: ``codes`` or, if none, whatever has changed; ``every`` makes all anew."""

    codes: tuple[str, ...]
    paper: pdf.Paper
    every: bool = False


@dataclass(frozen=True)
class Made:
    """What came of a sheet: ``failure`` says why there is none."""

    code: str
    kept: Kept | None
    failure: str = ""


def run(data: Path, out: Path, address: str, wish: Wish, say: Console) -> None:
    """Make the sheets in ``out``; raise ``BuildError`` with those that could not be made."""
    facts = check(read(data), today()).facts
    facts.base = address
    versions = {
        code: version_of(_record(code, facts), facts) for code in facts.procedures if has_sheet(_record(code, facts))
    }
    _refuse_unknown(wish.codes, versions, facts)
    with opened(out) as folder:
        sources = {code: _source(code, version, wish.paper, facts) for code, version in versions.items()}
        todo = _todo(wish, sources, folder)
        if todo:
            pdf.weasyprint()  # what is missing is said before anything is done
        gone = [] if wish.codes else _clear(folder, versions)
        failures = _make(todo, _maker(out, sources, wish.paper, facts), folder, say)
        write(out / NAME, table_of(versions, facts))
    _tell(say, out, len(todo) - len(failures), len(versions), gone)
    if failures:
        raise BuildError("\n".join(failures))


def address_of(given: str, configured: str) -> str:
    """Return the site's address for the QR codes; raise ``ToolError`` for one that other people cannot open."""
    address = given or configured
    if not WEB.fullmatch(address):
        raise ToolError("địa chỉ trang không dùng được; viết đầy đủ, ví dụ --site-url https://thutuc.tinh.gov.vn/")
    if not given and urlsplit(address).hostname in HERE:
        raise ToolError(
            f"mã QR dẫn về {address} thì máy khác không mở được; thêm --site-url với địa chỉ công khai của trang"
        )
    return address if address.endswith("/") else f"{address}/"


def _record(code: str, facts: Facts) -> Procedure:
    record: Procedure = facts.whole("procedures", code)
    return record


def _refuse_unknown(codes: Sequence[str], versions: dict[str, str], facts: Facts) -> None:
    for code in codes:
        if code not in facts.procedures:
            raise ToolError(f"không có thủ tục mã {code}")
        if code not in versions:
            raise ToolError(f"thủ tục {code} không còn hiệu lực nên không có tờ niêm yết")


def _source(code: str, version: str, paper: pdf.Paper, facts: Facts) -> str:
    """Return what tells two makings of a sheet apart: its facts, where it leads, how it looks, when it was compared."""
    source = _record(code, facts).source
    parts = (version, facts.base, paper, source.checked_on, source.name, facts.site.portal, style(), template())
    return hex_digest("\0".join(map(str, parts)).encode())


def _todo(wish: Wish, sources: dict[str, str], folder: Folder) -> list[str]:
    if wish.codes:
        return list(dict.fromkeys(wish.codes))
    return [code for code, source in sources.items() if wish.every or not folder.holds(file_of(code), source)]


def _clear(folder: Folder, versions: dict[str, str]) -> list[str]:
    """Remove the sheets of procedures that are gone or have ended; return those that stay because they were changed."""
    wanted = {file_of(code) for code in versions}
    return [name for name in sorted(folder.sheets.keys() - wanted) if not folder.remove(name)]


def _maker(out: Path, sources: dict[str, str], paper: pdf.Paper, facts: Facts) -> Callable[[str], Made]:
    look = style()

    def make(code: str) -> Made:
        sheet = sheet_of(_record(code, facts), facts)
        try:
            content = pdf.pdf_of(sheet.html, look, paper)
        except Exception as error:  # noqa: BLE001  (whatever is wrong with one sheet, the others are made)
            return Made(code, None, f"không tạo được tờ {code}: {error or type(error).__name__}")
        write(out / file_of(code), content)
        return Made(code, Kept(sheet.version, sources[code], hex_digest(content)))

    return make


def _make(todo: list[str], make: Callable[[str], Made], folder: Folder, say: Console) -> list[str]:
    """Make sheets and note each; return what could not be made."""
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)  # it speaks of style, in English
    failures = []
    with tracking(say) as track:
        for made in track(share(make, todo, WORTH_FORKING), "Tạo tờ niêm yết", len(todo)):
            if made.kept:
                folder.note(file_of(made.code), made.kept)
            else:
                failures.append(made.failure)
    return failures


def _tell(say: Console, out: Path, made: int, total: int, changed: list[str]) -> None:
    done = f"Đã tạo {made} tờ" if made else "Không có tờ nào thay đổi"
    say.print(f"{done}; {total} thủ tục có tờ niêm yết ở {out}/, danh mục ở {out}/{NAME}", markup=False)
    for name in changed:
        say.print(f"Giữ lại {name}: thủ tục không còn, nhưng tệp đã bị sửa sau khi tạo.", markup=False)
