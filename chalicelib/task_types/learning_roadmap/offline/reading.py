"""Reads a concept's own text: its sections with their Markdown, its sentences, its links."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from chalicelib.domain.text.language import CJK
from chalicelib.domain.text.sentences import split_sentences
from chalicelib.task_types.learning_roadmap.offline.links import Link, parse, parser, self_contained

BlockKind = Literal["paragraph", "list", "code", "table", "quote"]
_GENERIC_HEADING = re.compile(r"(?:introduction|about|overview|简介|介绍|概述|引言)", re.IGNORECASE)
_ADMONITION = re.compile(r"^[\w-]+/(\w+)$")
_HTML_BREAK = re.compile(r"(?im)^[ \t]*</?(?:br|hr|p|div|center)\s*/?>[ \t]*$|<br\s*/?>")
_COMMENT = re.compile(r"<!--[\s\S]*?-->")
_CODE_SPAN = re.compile(r"`[^`]*`")
_MASK = "Qx{}xq"
_MASKED = re.compile(r"Qx(\d+)xq")


@dataclass(frozen=True)
class Block:
    kind: BlockKind
    markdown: str


@dataclass(frozen=True)
class Section:
    heading: str | None
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Sentence:
    text: str
    """Plain but for code, which stands in back ticks."""
    heading: str | None
    in_list: bool = False


@dataclass(frozen=True)
class Reading:
    sections: tuple[Section, ...]
    sentences: tuple[Sentence, ...]
    links: tuple[Link, ...]
    marked: tuple[str, ...]
    """What the author stressed, linked or set as code, in order: candidates for terms."""

    @property
    def prose(self) -> str:
        return " ".join(sentence.text for sentence in self.sentences)


@lru_cache(maxsize=256)
def read(text: str) -> Reading:
    tidy = _COMMENT.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", ""))
    resolved, links = self_contained(_HTML_BREAK.sub("", tidy))
    tokens, _ = parse(resolved)
    lines = resolved.split("\n")
    gathered = _Gathered(links)
    for node in SyntaxTreeNode(tokens).children:
        gathered.take(node, lines)
    return gathered.reading()


class _Gathered:
    def __init__(self, links: list[Link]) -> None:
        self._links = list(links)
        self._heading: str | None = None
        self._sections: list[tuple[str | None, list[Block]]] = [(None, [])]
        self._sentences: list[Sentence] = []
        self._marked: list[str] = []

    def take(self, node: SyntaxTreeNode, lines: list[str]) -> None:
        if node.type == "heading":
            self._open_section(node)
        elif node.type == "fence" and (aside := _ADMONITION.match(node.info.strip())):
            self._take_aside(aside.group(1), node.content)
        elif node.type in ("fence", "code_block"):
            self._add("code", fenced(node.content, node.info.strip()))
        elif node.type == "paragraph":
            self._add("paragraph", _source(node, lines))
            self._read_prose(node, in_list=False)
        elif node.type in ("bullet_list", "ordered_list"):
            self._add("list", _source(node, lines))
            for paragraph in _paragraphs(node):
                self._read_prose(paragraph, in_list=True)
        elif node.type == "blockquote":
            self._add("quote", _source(node, lines))
        elif node.type == "table":
            self._add("table", _source(node, lines))

    def reading(self) -> Reading:
        sections = tuple(Section(heading, tuple(blocks)) for heading, blocks in self._sections if blocks)
        marked = tuple(dict.fromkeys(term for term in self._marked if term))
        return Reading(sections, tuple(self._sentences), tuple(dict.fromkeys(self._links)), marked)

    def _open_section(self, node: SyntaxTreeNode) -> None:
        heading = heading_of(node)
        self._heading = None if _GENERIC_HEADING.fullmatch(heading) else heading
        self._sections.append((self._heading, []))

    def _take_aside(self, kind: str, content: str) -> None:
        """A note in a fence of its own: some courses write their cautions so."""
        resolved, links = self_contained(content)
        self._links += links
        quoted = "\n".join(f"> {line}".rstrip() for line in resolved.strip().split("\n"))
        self._add("quote", f"> **{kind.capitalize()}**\n>\n{quoted}")

    def _add(self, kind: BlockKind, markdown: str) -> None:
        if markdown.strip():
            self._sections[-1][1].append(Block(kind, markdown))

    def _read_prose(self, node: SyntaxTreeNode, *, in_list: bool) -> None:
        inline = [child.token for child in node.children if child.type == "inline" and child.token is not None]
        for token in inline:
            self._marked += _marked(token.children or [])
            text = plain_with_code(token.children or [])
            self._sentences += [Sentence(sentence, self._heading, in_list) for sentence in sentences_of(text)]


def plain_with_code(tokens: list[Token]) -> str:
    pieces = (
        f"`{token.content}`" if token.type == "code_inline" else "\n" if token.type.endswith("break") else token.content
        for token in tokens
        if token.type in ("text", "code_inline", "softbreak", "hardbreak")
    )
    joined = "".join(pieces)
    joined = re.sub(f"(?<=[{CJK}，。、；：！？])\\s*\n\\s*(?=[{CJK}])", "", joined)
    return re.sub(r"\s+", " ", joined).strip()


def sentences_of(text: str) -> list[str]:
    """Code is hidden from the splitter: a full stop in it ends nothing."""
    spans: list[str] = []

    def hidden(match: re.Match[str]) -> str:
        spans.append(match.group())
        return _MASK.format(len(spans) - 1)

    masked = _CODE_SPAN.sub(hidden, text)
    pieces = split_sentences(masked) if masked.strip() else []
    return [_MASKED.sub(lambda match: spans[int(match.group(1))], piece) for piece in pieces]


def fenced(content: str, info: str) -> str:
    mark = "~~~~" if "```" in content else "```"
    return f"{mark}{info}\n{content.rstrip(chr(10))}\n{mark}"


def heading_of(node: SyntaxTreeNode) -> str:
    inline = node.children[0].token if node.children else None
    text = plain_with_code(inline.children or []) if inline is not None else ""
    return text.strip().rstrip(":：").strip()


def inline_text(markdown: str) -> str:
    """A line of Markdown as plain text with its code marked."""
    tokens = parser().parseInline(markdown)
    return plain_with_code(tokens[0].children or []) if tokens else ""


def _source(node: SyntaxTreeNode, lines: list[str]) -> str:
    start, end = node.map or (0, 0)
    return "\n".join(_without_indent(lines[start:end])).strip("\n")


def _without_indent(lines: list[str]) -> list[str]:
    """Courses indent some lines of a paragraph by a space; a list's structure stays."""
    indents = [len(line) - len(line.lstrip(" ")) for line in lines if line.strip()]
    least = min(indents, default=0)
    return [line[least:] for line in lines]


def _paragraphs(node: SyntaxTreeNode) -> Iterator[SyntaxTreeNode]:
    for child in node.children:
        if child.type == "paragraph":
            yield child
        elif child.type not in ("fence", "code_block"):
            yield from _paragraphs(child)


def _marked(tokens: list[Token]) -> Iterator[str]:
    """Text within emphasis or links, and code."""
    opened, text = 0, ""
    for token in tokens:
        if token.type == "code_inline":
            yield f"`{token.content}`"
        if token.type in ("em_open", "strong_open", "link_open"):
            opened += 1
        elif token.type in ("em_close", "strong_close", "link_close"):
            opened -= 1
            if opened == 0:
                yield re.sub(r"\s+", " ", text).strip(' .,;:()"“”')
                text = ""
        elif opened and token.type in ("text", "code_inline", "softbreak"):
            text += " " if token.type == "softbreak" else token.content
