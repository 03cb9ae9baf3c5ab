"""A procedure in a few words: how long, how much, where, how many papers."""

from generator import words
from generator.derive.summary import Summary
from generator.model.choices import ChannelKind


def time_words(summary: Summary) -> str:
    """Return the time limit in a few words: ``3–8 ngày làm việc``."""
    if not summary.limits:
        return "theo từng trường hợp" if summary.other_limit else words.UNKNOWN
    shortest, longest = summary.limits[0], summary.limits[-1]
    link = "hoặc" if shortest.value == longest.value else "đến"
    if len(summary.limits) == 1:
        return words.limit(shortest)
    if shortest.unit is longest.unit:
        return f"{words.number(shortest.value)}–{words.limit(longest)}"
    return f"{words.limit(shortest)} {link} {words.limit(longest)}"


def fee_words(summary: Summary) -> str:
    """Return the fee in a few words: ``miễn phí``, ``từ 50.000 đ``; not known is said so."""
    if summary.by_council:
        return "do HĐND cấp tỉnh quy định"
    if summary.least_fee is None or summary.most_fee is None:
        return words.UNKNOWN
    if summary.least_fee == summary.most_fee:
        return words.money(summary.least_fee)
    low = "miễn phí" if summary.least_fee == 0 else words.money(summary.least_fee)
    return f"{low} đến {words.money(summary.most_fee)}"


def where_words(summary: Summary) -> str:
    """Return the ways to hand in, online first."""
    names = [kind.label.lower() for kind in sorted(summary.channels, key=lambda kind: kind is not ChannelKind.ONLINE)]
    return words.listed(names).capitalize() if names else words.UNKNOWN


def paper_words(summary: Summary) -> str:
    """Return how many papers: ``3–5 loại``."""
    if not summary.papers:
        return words.UNKNOWN
    least, most = summary.papers
    return f"{most} loại" if least == most or not least else f"{least}–{most} loại"


def line_of(summary: Summary) -> str:
    """Return a procedure's line in lists: time, fee, how to hand in."""
    answers = (
        ("thời hạn", time_words(summary)),
        ("phí", fee_words(summary)),
        ("nơi nộp", where_words(summary).lower()),
    )
    return " · ".join(f"{name} chưa rõ" if answer == words.UNKNOWN else answer for name, answer in answers)
