import re
import unicodedata
from collections.abc import Callable
from html.parser import HTMLParser
from urllib.parse import unquote

import pytest
from cmarkgfm.cmark import markdown_to_html_with_extensions
from hypothesis import example, given
from hypothesis import strategies as st
from jinja2 import UndefinedError
from markdown import Markdown
from markupsafe import Markup

from generator.html import EXTENSIONS
from generator.markdown import Writer, destination, escape, joined, link, paragraphs
from generator.parse import HIDDEN

# What can stand in a record: every character but those that the reader refuses, and line breaks.
READABLE = st.characters(exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))
# Characters and words that mean something in Markdown, HTML or a template, more often than chance has them.
MARKS = st.sampled_from([*"\\`*_[]{}|#+=-~<>&\"'!().:;^$@/ 1", "&lt;", "&#35;", "](", "<b>", "{{", "www.a.vn", "1. "])
TEXT = st.lists(READABLE | MARKS, max_size=30).map("".join)
LINES = st.lists(TEXT | st.sampled_from(["- ", "+ ", "• "]).flatmap(lambda mark: TEXT.map(mark.__add__)), max_size=5)


class Seen(HTMLParser):
    """The text, the elements and the addresses of a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.elements: list[str] = []
        self.addresses: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element and where it leads."""
        self.elements.append(tag)
        self.addresses += [value or "" for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        """Note a piece of text."""
        self.parts.append(data)

    @property
    def text(self) -> str:
        """All text on one line."""
        return folded("".join(self.parts))


def folded(text: str) -> str:
    """Return ``text`` with each run of blanks as one blank."""
    return " ".join(text.split())


def by_cmark(markdown: str) -> Seen:
    """Read Markdown as our site does, before anything is cleaned away."""
    return Seen(markdown_to_html_with_extensions(markdown, options=0, extensions=EXTENSIONS))


def by_python_markdown(markdown: str) -> Seen:
    """Read Markdown as stock MkDocs does."""
    return Seen(Markdown(extensions=["toc", "tables", "fenced_code"]).convert(markdown))


BLANKS = {ord(char): None for char in map(chr, range(0x3001)) if char.isspace()}
Reader = Callable[[str], Seen]
READERS: list[Reader] = [by_cmark, by_python_markdown]


def test_the_tests_know_what_the_reader_refuses() -> None:
    """The characters that tests leave out are those that records cannot have."""
    assert frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}) == HIDDEN


@pytest.mark.parametrize("read", READERS)
@given(TEXT)
@example("# a #")
@example("===")
@example("1) a")
@example("[x]: /y")
@example("<script>alert(1)</script>")
@example("&lt;b&gt; {{ 7*7 }} {: onclick=alert(1) }")
@example("![a](b)")
@example('!!! note "x"')
@example('--8<-- "/etc/passwd"')
def test_escaped_text_is_only_text(read: Reader, text: str) -> None:
    """Whatever a record says, both Markdown readers show exactly its characters in one paragraph."""
    seen = read(str(escape(text)))
    assert seen.text == folded(text)
    assert set(seen.elements) <= {"p"}


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize(
    ("frame", "elements"),
    [
        ("# {}", ["h1"]),
        ("- {}", ["ul", "li"]),
        ("1. {}", ["ol", "li"]),
        ("**{}**", ["p", "strong"]),
        ("*{}*", ["p", "em"]),
        ("> {}", ["blockquote", "p"]),
        ("[{}](x.md)", ["p", "a"]),
        ("| a | b |\n|---|---|\n| {} | c |", ["table", "thead", "tr", "th", "th", "tbody", "tr", "td", "td"]),
    ],
    ids=["heading", "item", "number", "strong", "emphasis", "quote", "link", "cell"],
)
@given(text=TEXT.filter(lambda text: folded(text) != ""))
@example(text="C #")
@example(text="a | b \\| c")
@example(text="[ ] not a box")
@example(text="- 1. # deep")
def test_escaped_text_stays_in_its_frame(read: Reader, frame: str, elements: list[str], text: str) -> None:
    """In a heading, a list, a link or a table cell, a value adds no element and loses no character."""
    seen = read(frame.format(escape(text)))
    around = read(frame.format("0"))
    assert seen.elements == around.elements == elements
    assert seen.text.replace(" ", "") == around.text.replace("0", text).replace(" ", "").translate(BLANKS)


@pytest.mark.parametrize("read", READERS)
@given(LINES)
def test_paragraphs_are_paragraphs_and_lists(read: Reader, lines: list[str]) -> None:
    """Lines become paragraphs, lines that begin with a bullet become list items, and nothing else."""
    seen = read(str(paragraphs("\n".join(lines))))
    said = [line.strip()[2:] if line.strip().startswith(("- ", "• ", "+ ")) else line for line in lines]
    assert seen.text.replace(" ", "") == folded("".join(said)).replace(" ", "")
    assert set(seen.elements) <= {"p", "ul", "li"}


@pytest.mark.parametrize("read", READERS)
@given(LINES.filter(lambda lines: bool(lines) and folded(lines[0]) != "" and lines[0][:1] not in "-+•"))
def test_paragraphs_of_an_item_stay_in_it(read: Reader, lines: list[str]) -> None:
    """Text of several lines in a list item, indented by four, stays in that item; a blank line ends it."""
    seen = read(f"- {paragraphs(chr(10).join(lines), 4)}\n\n- last")
    items = sum(line.strip().startswith(("- ", "• ", "+ ")) for line in lines[1:])
    assert seen.elements.count("li") == 2 + items
    assert set(seen.elements) <= {"p", "ul", "li"}


def test_markup_is_not_escaped_twice() -> None:
    """What a filter has made is left alone; what a person typed is not, even when it looks the same."""
    made = escape("a*b")
    assert escape(made) is made
    assert escape(str(made)) != made
    assert joined(["a*", Markup("*b*")]) == "a\\*, *b*"


@pytest.mark.parametrize(
    "text", ["", " ", "a", " a", "a ", "a  b", "a\nb", "a\u00a0b", "a\u3000 b", "a\tb", "a\u2028b"]
)
def test_every_run_of_blanks_is_one_blank(text: str) -> None:
    """Escaped text stands on one line, its words one blank apart, whichever blanks were typed."""
    assert escape(text) == folded(text)


def test_text_and_markup_that_look_alike_are_told_apart() -> None:
    """Text that was escaped before does not change what is Markup, nor the other way round."""
    assert [escape("*x*"), escape(Markup("*x*")), escape("*x*")] == ["\\*x\\*", "*x*", "\\*x\\*"]


PIECES = [*"abcAZ09đ()[]{}|!*'_~;:@&=+$,/?#.-%", "&copy;", "&lt;", "&amp;"]
ADDRESS = st.lists(st.sampled_from(PIECES), max_size=20).map("".join)


@pytest.mark.parametrize("read", READERS)
@given(TEXT.filter(lambda text: folded(text) != ""), ADDRESS)
@example("x", ")](javascript:alert(1))")
@example("](javascript:alert(1))", "a")
@example("x", "?a=1&copy;=2&lang=vi")
def test_a_link_has_its_text_and_its_address(read: Reader, text: str, path: str) -> None:
    """A link is one element: its text is the text, its address the address, whatever stands in both."""
    address = f"https://a.example/{path}"
    seen = read(str(link(text, address)))
    assert seen.elements == ["p", "a"]
    assert seen.text == folded(text)
    assert unquote(seen.addresses[0]) == unquote(address)


@pytest.mark.parametrize("address", [None, ""])
def test_a_link_to_nowhere_is_text(address: str | None) -> None:
    """Without an address the text stands alone."""
    assert link("a*b", address) == "a\\*b"


@given(st.text())
def test_an_address_cannot_end_its_link(address: str) -> None:
    """No blank, bracket, quote or backslash is left in an address."""
    assert not re.search(r"[\s<>\"'`\\(){}\[\]|]", destination(address))


@pytest.fixture(scope="module")
def writer() -> Writer:
    """Return the filler of templates."""
    return Writer()


def test_a_template_may_not_use_what_is_not_there(writer: Writer) -> None:
    """A value that a template forgot is an error, not an empty place."""
    with pytest.raises(UndefinedError):
        writer.fill("procedure-list.md", "x.md", {"title": "A"})


def test_a_template_escapes_what_it_is_given(writer: Writer) -> None:
    """A title that looks like Markdown, HTML or a template comes out as text."""
    text = writer.fill("procedure-list.md", "x.md", {"title": "<b>*{{ 7*7 }}*</b>", "lead": "# a", "cards": []})
    assert by_cmark(text).text == "<b>*{{ 7*7 }}*</b> # a Có 0 thủ tục"
    assert by_cmark(text).elements == ["h1", "p", "h2"]


def test_text_is_shown_in_the_form_it_was_typed(writer: Writer) -> None:
    """Vietnamese letters pass through a template unchanged."""
    title = unicodedata.normalize("NFC", "Đăng ký kết hôn có yếu tố nước ngoài")
    text = writer.fill("procedure-list.md", "x.md", {"title": title, "lead": "", "cards": []})
    assert text.startswith(f"# {title}\n")
