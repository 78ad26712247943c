"""HTML as the plain words that it shows, with links named and code fenced."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from pirtui.capture.sources.chat_markup import fenced, labelled

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

_BLOCKS = ("p", "div", "tr", "ul", "ol", "table", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "li")
_SILENT = ("script", "style", "head", "title", "systemeventmessage")


def html_words(html: str, attachment: Callable[[str], str]) -> str:
    """The words of a piece of HTML; what says nothing, such as scripts, is left out.

    `attachment` names what an `<attachment id="...">` stands for.
    """
    from bs4 import BeautifulSoup
    from bs4.exceptions import ParserRejectedMarkup

    if "<" not in html and "&" not in html:
        return html
    try:
        page = BeautifulSoup(html.replace("\x00", ""), "html.parser")
    except ParserRejectedMarkup:
        return html
    _reword(page, attachment)
    return "\n".join(line.rstrip() for line in page.get_text().replace("\xa0", " ").split("\n"))


def _reword(page: "BeautifulSoup", attachment: Callable[[str], str]) -> None:
    for tag in page.find_all(_SILENT):
        tag.decompose()
    for tag in page.find_all(True):
        if tag.name == "attachment":
            tag.replace_with(f" {attachment(_attribute(tag, 'id'))} ")
        else:
            _reword_tag(tag)


def _reword_tag(tag: "Tag") -> None:
    """Put plain words in place of a tag, or line ends around what it holds."""
    name = tag.name
    if name == "br":
        tag.replace_with("\n")
    elif name == "a":
        tag.replace_with(labelled(tag.get_text(), _attribute(tag, "href")))
    elif name in ("img", "emoji"):
        tag.replace_with(_attribute(tag, "alt") or "(image)")
    elif name == "at":
        tag.replace_with("@" + tag.get_text().removeprefix("@"))
    elif name in ("pre", "codeblock"):
        tag.replace_with(fenced(_code(tag)))
    elif name in ("td", "th"):
        tag.append(" ")
    elif name in _BLOCKS:
        tag.insert(0, "\n• " if name == "li" else "\n")
        tag.append("\n")


def _code(tag: "Tag") -> str:
    for line_end in tag.find_all("br"):
        line_end.replace_with("\n")
    return tag.get_text()


def _attribute(tag: "Tag", name: str) -> str:
    value = tag.get(name)
    return value.strip() if isinstance(value, str) else ""
