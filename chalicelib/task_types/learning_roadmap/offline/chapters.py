"""The chapters of a text: under its headings, or else around what it defines."""

import re
from dataclasses import dataclass

from chalicelib.task_types.learning_roadmap.artifacts import BLANK
from chalicelib.task_types.learning_roadmap.framework import LONGEST_TEXT
from chalicelib.task_types.learning_roadmap.offline.definitions import Definition, definitions
from chalicelib.task_types.learning_roadmap.offline.reading import Sentence, sentences_of

_HEADING = re.compile(r"^(#{1,6})[ \t]+(.+?)[ \t#]*$")
_FENCE = re.compile(r"^[ \t]*(```+|~~~+)")
_NUMBER = re.compile(
    r"^(?:第[一二三四五六七八九十百\d]+[章节節部分][\s:：、]*|\d+(?:\.\d+)*[.、)]?\s+|[（(]?[一二三四五六七八九十]+[）)、.]\s*)"
)
_NO_CONCEPT = re.compile(
    r"^(?:introduction|overview|contents|table of contents|summary|conclusions?|references|further reading|exercises?|"
    r"appendix|preface|about|acknowledge?ments|引言|前言|简介|概述|目录|小结|总结|参考文献|参考资料|练习|习题|附录|致谢)$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Chapter:
    title: str
    text: str
    part: str | None = None


@dataclass
class _Piece:
    level: int
    title: str
    lines: list[str]

    @property
    def text(self) -> str:
        return "\n".join(self.lines).strip()[:LONGEST_TEXT]


def chapters(source: str, limit: int) -> list[Chapter]:
    """As fine as the limit allows, in the order of the text."""
    pieces = [piece for piece in _pieces(source) if piece.title]
    levels = sorted({piece.level for piece in pieces if piece.text or piece.level > 1})
    found: list[Chapter] = []
    for level in levels:
        finer = _at_level(pieces, level)
        if len(finer) > limit and found:
            break
        found = finer if len(finer) >= len(found) else found
    return found if len(found) > 1 else _by_definitions(source) or found


def _pieces(source: str) -> list[_Piece]:
    pieces, fence = [_Piece(0, "", [])], ""
    for line in source.replace("\r\n", "\n").split("\n"):
        marked = _FENCE.match(line)
        if marked:
            fence = "" if fence and line.strip().startswith(fence) else fence or marked.group(1)
        heading = None if fence or marked else _HEADING.match(line)
        if heading:
            pieces.append(_Piece(len(heading.group(1)), _NUMBER.sub("", heading.group(2)).strip()[:300], []))
        else:
            pieces[-1].lines.append(line)
    return pieces


def _at_level(pieces: list[_Piece], level: int) -> list[Chapter]:
    """What stands deeper belongs to the chapter it stands in; what stands higher without text only names a part."""
    found: list[tuple[_Piece, list[str], str | None]] = []
    part: str | None = None
    for piece in pieces:
        if piece.level > level:
            if found:
                found[-1][1].append(f"{'#' * (piece.level - level + 1)} {piece.title}\n\n{piece.text}")
            continue
        if piece.level < level:
            part = piece.title
        if piece.level == level or piece.text:
            found.append((piece, [piece.text], part if piece.level == level else None))
    joined = [Chapter(piece.title, "\n\n".join(texts).strip()[:LONGEST_TEXT], part) for piece, texts, part in found]
    return [chapter for chapter in joined if chapter.text and not _NO_CONCEPT.match(chapter.title)]


def _by_definitions(source: str) -> list[Chapter]:
    """Each definition opens a chapter that goes on to the next."""
    texts = sentences_of(re.sub(r"\s+", " ", re.sub(r"^#.*$", "", source, flags=re.MULTILINE)))
    sentences = [Sentence(text, None) for text in texts]
    by_sentence: dict[str, Definition] = {found.sentence: found for found in definitions(sentences, BLANK)}
    found: list[tuple[str, list[str]]] = []
    for sentence in sentences:
        if sentence.text in by_sentence:
            term = by_sentence[sentence.text].term.strip("`")
            found.append((term[0].upper() + term[1:], []))
        if found:
            found[-1][1].append(sentence.text)
    return [Chapter(title, _joined(sentences)) for title, sentences in found]


def _joined(sentences: list[str]) -> str:
    return ("" if sentences[0].endswith("。") else " ").join(sentences)
