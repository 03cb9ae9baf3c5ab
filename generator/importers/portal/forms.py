"""Names of form files that stand, without a blank, after the name of a paper: ``"Đơn đề nghịMẫu 01.docx"``."""

import re

FILE = re.compile(r"\.(?:docx?|xlsx?|pptx?|pdf|rtf|odt|ods|zip|rar|jpe?g|png)", re.IGNORECASE)
# No name of a file holds these, so it starts after the last of them.
NEVER = re.compile(r'[\\/:*?"<>|;“”]')
AFTER_STOP = ".:;,)”…"


def part(text: str) -> tuple[str, tuple[str, ...], bool]:
    """Return the paper's name, the forms named after it, and whether it is sure where these begin."""
    endings = list(FILE.finditer(text))
    if not endings or endings[-1].end() != len(text):
        return text, (), True
    start = _start(text[: endings[0].start()])
    if start is None:
        return text, (), False
    return text[:start].strip(), _names(text[start:]), True


def _start(text: str) -> int | None:
    """Return where the first form's name begins: at the first seam after what no file name holds."""
    forbidden = [match.end() for match in NEVER.finditer(text)]
    first = forbidden[-1] if forbidden else 0
    seams = (at for at in range(max(first, 1), len(text)) if _is_seam(text, at))
    return next(seams, None)


def _is_seam(text: str, at: int) -> bool:
    """Whether two texts meet before ``at``: no blank, and a change that does not come inside a word."""
    before, after = text[at - 1], text[at]
    if not after.isalnum() or before.isspace():
        return False
    if before in AFTER_STOP:
        return not (after.isdigit() and text[at - 2 : at - 1].isdigit())
    word = re.split(r"[\W\d_]", text[max(0, at - 20) : at])[-1]
    if before.islower() and len(word) > 1:
        return after.isupper() or after.isdigit()
    if before.isdigit():
        return after.isupper()
    is_capital = before.isupper() and len(word) > 1
    return is_capital and (after.isdigit() or (after.isupper() and text[at + 1 : at + 2].islower()))


def _names(text: str) -> tuple[str, ...]:
    """Return the names in a run of file names: each ends where the next begins, or at the end."""
    names, start = [], 0
    for match in FILE.finditer(text):
        end = match.end()
        if end == len(text) or (text[end].isalnum() and not FILE.match(text, end)):
            names.append(text[start:end].strip())
            start = end
    return tuple(filter(None, [*names, text[start:].strip()]))
