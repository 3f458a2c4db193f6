"""Makes Markdown stand on its own: links by reference become plain links, and what leads nowhere becomes text."""

import re
from dataclasses import dataclass
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference

from chalicelib.domain.text.word_lists import words_of

_CODE = (
    r"(?:^[ \t]*(?P<fence>```+|~~~+)[\s\S]*?(?:^[ \t]*(?P=fence)[ \t]*$|\Z))|"
    r"(?P<ticks>`+)[^`][\s\S]*?(?<!`)(?P=ticks)(?!`)"
)
_LINK = (
    r"(?P<image>!?)\[(?P<text>(?:`[^`\n]*`|\\.|[^\[\]`\\]|\[[^\[\]]*\])+)\]"
    r"(?:\[(?P<label>[^\[\]]*)\]|\((?P<url><[^<>\n]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+[\"'][^\n]*?[\"'])?\s*\))?"
)
_TAG = r"(?P<tag></?(?P<name>[A-Za-z][^<>\s]*)[^<>\n]*>)"
_PIECE = re.compile(f"{_CODE}|{_LINK}|{_TAG}", re.MULTILINE)
_HTML = words_of("""
a abbr b blockquote br center code dd details div dl dt em font h1 h2 h3 h4 h5 h6 hr i img kbd li mark ol p pre
s small span strong sub summary sup table tbody td th thead tr u ul
""")
_WEB = re.compile(r"https?://[^\s/]+\.[^\s]+", re.IGNORECASE)
_INTERNAL = re.compile(r"^[\w-]+:(?:[\w-]+/)*(?P<name>[\w-]+)$")
"""`concept:python/random`: how some courses name their own pages."""


@dataclass(frozen=True)
class Link:
    text: str
    url: str


def parse(text: str) -> tuple[Any, dict[str, Any]]:
    """The tokens and the environment with the link definitions."""
    environment: dict[str, Any] = {}
    return parser().parse(text, environment), environment


def parser() -> MarkdownIt:
    return MarkdownIt("commonmark").enable("table")


def self_contained(text: str) -> tuple[str, list[Link]]:
    """The text with its links resolved and their definitions taken out, and the links in it."""
    _, environment = parse(text)
    found: list[Link] = []
    urls = {label: str(target["href"]) for label, target in environment.get("references", {}).items()}
    without = _without_definitions(text, environment)
    return _PIECE.sub(lambda match: _resolved(match, urls, found), without), found


def _without_definitions(text: str, environment: dict[str, Any]) -> str:
    defined = [*environment.get("references", {}).values(), *environment.get("duplicate_refs", [])]
    gone = {line for target in defined for line in range(*target["map"])}
    return "\n".join(line for number, line in enumerate(text.split("\n")) if number not in gone)


def _resolved(match: re.Match[str], urls: dict[str, str], found: list[Link]) -> str:
    if match.group("tag"):
        return _resolved_tag(match, found)
    text = match.group("text")
    if text is None:
        return match.group()
    label, url = match.group("label"), match.group("url")
    by_reference = url is None
    if by_reference:
        url = urls.get(normalizeReference(label or text))
        if url is None and label is None:
            return match.group()
    url = (url or "").strip("<>").replace("(", "%28").replace(")", "%29")
    if match.group("image") or not _WEB.fullmatch(url):
        return _as_text(text)
    found.append(Link(_plain(text), url))
    return f"[{text}]({url})"


def _resolved_tag(match: re.Match[str], found: list[Link]) -> str:
    """HTML goes; `<list>` in the middle of a sentence is no HTML but a placeholder, and would vanish."""
    name = match.group("name")
    if _WEB.fullmatch(name):
        found.append(Link(name, name))
        return match.group()
    return "" if name.rstrip("/").lower() in _HTML else "\\" + match.group()


def _as_text(text: str) -> str:
    internal = _INTERNAL.match(text)
    return f"`{internal.group('name')}`" if internal else text


def _plain(text: str) -> str:
    return re.sub(r"[`*_\"]", "", text).strip()
