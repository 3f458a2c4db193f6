"""Reads Markdown or plain text into blocks of tidy text, without markup, addresses, code and tables."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from chalicelib.domain.text.cleaning import clean_text
from chalicelib.domain.text.language import CJK, CJK_CHARACTER

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_TEMPLATE_TAG = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
_HTML_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_LONE_LINE_END = re.compile(r"[。！？!?.,，；;：:、…—”」）)-]$")
_HEADING_NUMBER = re.compile(
    r"^(?:第[一二三四五六七八九十百\d]+[章节節部分]|[（(]?[一二三四五六七八九十]+[）)、.．]|[（(]\d+[）)]|\d+(?:\.\d+)*[.、)]?(?=\s))\s*"
)
_LONGEST_LONE_LINE = {"zh": 25, "en": 60}


@dataclass(frozen=True)
class Heading:
    level: int
    text: str


@dataclass(frozen=True)
class Passage:
    """A paragraph; `quoted` when it stands in a block quotation."""

    text: str
    quoted: bool = False


@dataclass(frozen=True)
class Item:
    text: str
    only_link: bool = False
    children: tuple["Item", ...] = ()


@dataclass(frozen=True)
class Listing:
    items: tuple[Item, ...] = field(default_factory=tuple)


Block = Heading | Passage | Listing


def read_blocks(source: str) -> list[Block]:
    """The blocks in the order of the source; empty ones are left out."""
    text = _FRONT_MATTER.sub("", source.replace("\r\n", "\n").replace("\r", "\n").replace("\0", ""))
    tree = SyntaxTreeNode(_parser().parse(_TEMPLATE_TAG.sub("", text)))
    return [block for block in _blocks(tree, quoted=False) if _has_content(block)]


def heading_text(text: str) -> str:
    """A heading without its number and closing colon."""
    return _HEADING_NUMBER.sub("", text).strip().rstrip("：:。.；;，,").strip()


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    # Indented text is far more often a pasted paragraph than code.
    return MarkdownIt("commonmark").enable("table").disable("code")


def _blocks(node: SyntaxTreeNode, *, quoted: bool) -> Iterator[Block]:
    for child in node.children:
        if child.type == "heading":
            yield Heading(int(child.tag[1]), heading_text(_text_of(child)))
        elif child.type == "paragraph":
            yield from _paragraph_blocks(_text_of(child), quoted=quoted)
        elif child.type == "blockquote":
            yield from _blocks(child, quoted=True)
        elif child.type in ("bullet_list", "ordered_list"):
            yield Listing(tuple(_items(child)))


def _has_content(block: Block) -> bool:
    return bool(block.items) if isinstance(block, Listing) else bool(block.text)


def _items(node: SyntaxTreeNode) -> Iterator[Item]:
    for entry in node.children:
        texts = [clean_text(_joined(_text_of(part))) for part in entry.children if part.type == "paragraph"]
        nested = [item for part in entry.children if part.type.endswith("_list") for item in _items(part)]
        text = " ".join(text for text in texts if text)
        if text:
            yield Item(text, only_link=_is_only_link(entry), children=tuple(nested))


def _is_only_link(entry: SyntaxTreeNode) -> bool:
    words = {True: 0, False: 0}
    for part in entry.children:
        for token in _inline_tokens(part):
            words[token.meta.get("linked", False)] += len(token.content.split())
    return words[True] > words[False] and words[False] <= 4


def _paragraph_blocks(text: str, *, quoted: bool) -> Iterator[Block]:
    """A short line of its own without an end mark is a heading in plain text."""
    run: list[str] = []
    lines = [line for line in text.split("\n") if line.strip()]
    for position, line in enumerate(lines):
        if position + 1 < len(lines) and _stands_alone(line, run):
            yield from _passage(run, quoted=quoted)
            run = []
            yield Heading(6, heading_text(clean_text(line)))
        else:
            run.append(line)
    yield from _passage(run, quoted=quoted)


def _passage(lines: list[str], *, quoted: bool) -> Iterator[Block]:
    if lines:
        yield Passage(clean_text(_joined("\n".join(lines))), quoted=quoted)


def _stands_alone(line: str, run: list[str]) -> bool:
    line = line.strip()
    limit = _LONGEST_LONE_LINE["zh" if CJK_CHARACTER.search(line) else "en"]
    after_end = not run or _LONE_LINE_END.search(run[-1].strip()) is not None
    return len(line) <= limit and after_end and _LONE_LINE_END.search(line) is None


def _joined(text: str) -> str:
    """Lines that were wrapped become one; Chinese ones without a space, hyphenated words without the hyphen."""
    text = re.sub(f"(?<=[{CJK}，。、；：！？）」])\\s*\n\\s*(?=[{CJK}（「《])", "", text)
    return re.sub(r"\s*\n\s*", " ", re.sub(r"(?<=[a-z])-\n(?=[a-z])", "", text))


def _text_of(node: SyntaxTreeNode) -> str:
    return _HTML_TAG.sub("", "".join(token.content for token in _inline_tokens(node)))


def _inline_tokens(node: SyntaxTreeNode) -> Iterator[Token]:
    """The visible text of a block; each token is marked when it stands inside a link."""
    for child in node.children:
        if child.type == "inline" and child.token is not None:
            yield from _visible(child.token.children or [])


def _visible(tokens: list[Token]) -> Iterator[Token]:
    linked = False
    for token in tokens:
        if token.type in ("link_open", "link_close"):
            linked = token.type == "link_open"
        elif token.type in ("text", "code_inline"):
            yield Token("text", "", 0, content=token.content, meta={"linked": linked})
        elif token.type in ("softbreak", "hardbreak"):
            yield Token("text", "", 0, content="\n")
        elif token.type in ("em_open", "em_close") and token.markup == "_":
            # Style guides and glossaries use _word_ for words they talk about.
            yield Token("text", "", 0, content="“" if token.type == "em_open" else "”")
