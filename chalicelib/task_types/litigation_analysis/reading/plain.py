"""Text and Markdown files."""

import re

from chalicelib.task_types.litigation_analysis.reading.page_furniture import without_page_lines
from chalicelib.task_types.litigation_analysis.reading.paragraphs import (
    is_unfinished,
    joined,
    paragraphs_of,
    words_of,
    wrapped_width,
)
from chalicelib.task_types.litigation_analysis.reading.passages import Passage, Reading, Source
from chalicelib.task_types.litigation_analysis.reading.text_files import decoded

_MARKDOWN_NAMES = (".md", ".markdown")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_LINK = re.compile(r"!?\[([^\]\n]+)\]\((?:[^()\s]|\([^()\s]*\))+(?:\s+\"[^\"\n]*\")?\)")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_HEADING = re.compile(r"^\s{0,3}#{1,6}\s+(.*?)\s*#*\s*$", re.MULTILINE)
_RULE = re.compile(r"^\s*(?:[-*_=]\s*){3,}$", re.MULTILINE)
_BLANK_LINES = re.compile(r"\n[ \t\f\v]*(?:\n[ \t\f\v]*)+")


def read_plain(source: Source) -> Reading:
    text = decoded(source.data)
    if source.name.lower().endswith(_MARKDOWN_NAMES):
        text = _without_markup(text)
    lines = without_page_lines(text.replace("\f", "\n").split("\n"))
    width, words = wrapped_width(lines), words_of(text)
    chunks = _BLANK_LINES.split("\n".join(lines))
    found: list[str] = []
    for chunk in chunks:
        paragraphs = paragraphs_of(chunk.split("\n"), width=width, words=words)
        if width and found and paragraphs and is_unfinished(found[-1]) and paragraphs[0][0].islower():
            # A page ended in the middle of the sentence.
            found[-1] = joined(found[-1], paragraphs.pop(0), words)
        found += paragraphs
    return Reading([Passage(paragraph) for paragraph in found])


def _without_markup(text: str) -> str:
    """What Markdown adds to the words is no part of a quoted sentence."""
    plain = _COMMENT.sub("", text)
    plain = _HEADING.sub(r"\n\1\n", plain)
    plain = _RULE.sub("", plain)
    return _STRONG.sub(r"\2", _LINK.sub(r"\1", plain))
