"""A document's blocks cut into paragraphs: wrapped lines joined, running headers and footers set aside."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from chalicelib.task_types.litigation_analysis.findings import Block, DocumentText

_REPEATS = 3
"""So often a line must stand at the edge of pages to count as a running one."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    block: int
    text: str
    lines: tuple[str, ...]
    heading: bool = False
    running: bool = False


def paragraphs_of(document: DocumentText) -> Iterator[Paragraph]:
    """In order; of each running line only its first occurrence, marked as such."""
    running = _running_lines(document.blocks)
    seen: set[str] = set()
    for number, block in enumerate(document.blocks):
        kept: list[str] = []
        for line in _clean(block.text).split("\n"):
            key = _shape(line)
            if key in running or _fax().search(line):
                if key not in seen:
                    seen.add(key)
                    yield Paragraph(number, " ".join(line.split()), (line,), running=True)
            else:
                kept.append(line)
        yield from _joined(number, kept, document.language)


def _clean(text: str) -> str:
    text = re.sub(
        r"\A---\n(?:.*\n)*?(?:title:\s*(.*)\n)?(?:.*\n)*?---\s*(?:\n|\Z)", r"# \1\n", text
    )  # Front matter keeps its title.
    text = re.sub(r"<!--.*?-->", "\n", text, flags=re.S)
    text = re.sub(r"\[([^\]\n]+)\]\((?:[^()\n]|\([^()\n]*\))*\)", r"\1", text)  # Markdown links keep their words.
    text = re.sub(r"</?[a-zA-Z][^>\n]*>", "", text)
    return text.replace("\r\n", "\n").replace("\u00a0", " ").replace("**", "").replace("\f", "\n")


def _joined(number: int, lines: list[str], language: str) -> Iterator[Paragraph]:
    held: list[str] = []
    for line in lines:
        bare = line.strip()
        breaks = not bare or _is_heading(line) or _starts_item(bare, language) or (held and _ends(held, language))
        if breaks and held:
            yield _paragraph(number, held, language)
            held = []
        if not bare:
            continue
        held.append(line)
        if _is_heading(line):
            yield _paragraph(number, held, language, heading=True)
            held = []
    if held:
        yield _paragraph(number, held, language)


def _paragraph(number: int, lines: list[str], language: str, *, heading: bool = False) -> Paragraph:
    text = ""
    for line in lines:
        bare = " ".join(line.split())
        hyphenated = bool(re.search(r"[A-Za-z]-$", text)) and bare[:1].isalnum()
        glue = "" if not text or hyphenated or (language == "zh" and not _both_latin(text, bare)) else " "
        text += glue + bare
    return Paragraph(number, text.lstrip("#").strip() if heading else text, tuple(lines), heading=heading)


def _both_latin(before: str, after: str) -> bool:
    """Between two Latin words even Chinese text has a space; a number is never cut in two by one."""
    return bool(re.search(r"[A-Za-z]$", before) and re.match(r"[A-Za-z]", after))


def _is_heading(line: str) -> bool:
    bare = line.strip()
    if re.match(r"#{1,6}\s", bare):
        return True
    letters = re.sub(r"[^A-Za-z]", "", bare)
    return len(letters) >= 4 and letters.isupper() and len(bare) <= 90 and not bare.endswith((",", ";"))


def _starts_item(line: str, language: str) -> bool:
    return bool((_zh_item() if language == "zh" else _en_item()).match(line))


def _ends(held: list[str], language: str) -> bool:
    last = held[-1].rstrip()
    if language == "zh":
        return bool(re.search(r"[。！？；：:]['”’」）]?$", last)) or len(last) < 20
    return (last.endswith((":", ",", ";")) and len(last) < 45 and len(held) == 1) or bool(re.search(r"  $", held[-1]))


@cache
def _en_item() -> re.Pattern[str]:
    return re.compile(
        r"(?:\d{1,3}\.\)?\s|\d{1,2}\)\s|\(?[a-zA-Z]\)\s|[a-zA-Z]\.\s|\([ivxlc]{1,6}\)\s|[IVX]{1,5}\.\s|[•●*–-]\s|"
        r"(?:COUNT|ARTICLE|Article|Exhibit|EXHIBIT)\s+[IVXLC\d]+\b|Dear\s|Re:|Sincerely|By:|/s|Dated:|Name:|"
        r"Title:|Date:)"
    )


@cache
def _zh_item() -> re.Pattern[str]:
    return re.compile(
        r"(?:第[一二三四五六七八九十百千零\d]+[条章节编](?![的规第、及和之款])|[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十]+、|\d{1,2}[.、．])"
    )


@cache
def _fax() -> re.Pattern[str]:
    return re.compile(r"\bE-?Fax\b|\bPAGE \d+/\d+\b|\bFAX NO\b", re.I)


def _shape(line: str) -> str:
    return re.sub(r"\d+", "#", " ".join(line.split()).lower())


def _running_lines(blocks: tuple[Block, ...]) -> frozenset[str]:
    counts: Counter[str] = Counter()
    for block in blocks:
        lines = [line for line in _clean(block.text).split("\n") if line.strip()]
        shapes = (
            {_shape(line) for line in (*lines[:3], *lines[-2:])} if len(lines) > 2 else {_shape(line) for line in lines}
        )
        counts.update(shape for shape in shapes if len(shape) <= 160)
    return frozenset(shape for shape, count in counts.items() if count >= _REPEATS and re.search(r"#|[a-z]{3}", shape))
