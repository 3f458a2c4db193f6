"""Paragraphs out of lines: text files and PDFs end lines where the page ends, not where the sentence does."""

import re
from collections.abc import Iterable, Sequence

_ITEM = re.compile(
    r"""\s*(?:
      \d{1,3}(?:\.\d{1,3})*[.)]\s | \d{1,2}(?:\.\d{1,2})+\s | \d{1,3}[、．]
    | [(（][\w\d]{1,4}[)）] | [A-Za-z][.)]\s | [ivxIVX]{1,5}[.)]\s
    | [•·▪●◦*–—-]\s | \#{1,6}\s | > | \| | https?://
    | [一二三四五六七八九十]{1,3}[、．.]
    )""",
    re.VERBOSE,
)
_ARTICLE = re.compile(r"第[〇零一二三四五六七八九十百千两\d]+[条章节编]")
_SENTENCE_END = re.compile(r"[.!?。！？；;:：…][\"'”’)）」』】]*\d{0,2}$")
_CJK = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
_HYPHENATED = re.compile(r"(\w+)-$")
_WORD = re.compile(r"[a-z]{3,}")
LEAST_WRAPPED_WIDTH, MOST_WRAPPED_WIDTH = 30, 160
LEAST_LINE_SHARE, FULL_LINE_SHARE = 0.5, 0.7
LAST_LINE_SHARE = 0.85


def paragraphs_of(lines: Sequence[str], *, width: int | None, words: frozenset[str] = frozenset()) -> list[str]:
    """White space is made single; `width` None keeps every line a paragraph of its own."""
    found: list[str] = []
    last = ""
    for line in lines:
        text = " ".join(line.split())
        if text and found and last and width and _goes_on(last, text, width):
            found[-1] = joined(found[-1], text, words)
        elif text:
            found.append(text)
        last = text
    return found


def wrapped_width(lines: Iterable[str]) -> int | None:
    """How wide the lines are where they were broken; None where they were not."""
    lengths = sorted(len(line.strip()) for line in lines if line.strip())
    if not lengths or lengths[-1] > 3 * MOST_WRAPPED_WIDTH:
        return None
    width = lengths[int(len(lengths) * 0.9)]
    return width if LEAST_WRAPPED_WIDTH <= width <= MOST_WRAPPED_WIDTH else None


def words_of(text: str) -> frozenset[str]:
    """To tell `agree-ment` from `youtube-dl` at the end of a line."""
    return frozenset(_WORD.findall(text.lower()))


def joined(before: str, after: str, words: frozenset[str]) -> str:
    hyphenated = _HYPHENATED.search(before)
    if hyphenated:
        first = re.match(r"\w+", after)
        whole = (hyphenated[1] + (first[0] if first else "")).lower()
        return (before[:-1] if whole in words else before) + after
    if _CJK.match(before[-1]) and _CJK.match(after[0]):
        return before + after
    return f"{before} {after}"


def is_unfinished(text: str) -> bool:
    """Whether a page ends in the middle of a sentence."""
    return not _SENTENCE_END.search(text) and not _is_heading(text)


def goes_on_with(text: str) -> bool:
    """Whether a page begins in the middle of a sentence."""
    in_chinese = bool(_CJK.match(text)) and not _ITEM.match(text) and bool(_SENTENCE_END.search(text))
    return text[:1].islower() or in_chinese


def _goes_on(line: str, following: str, width: int) -> bool:
    if _ITEM.match(following):
        return False
    if _is_heading(line) or _is_heading(following):
        return _is_heading(line) and _is_heading(following)
    ended = bool(_SENTENCE_END.search(line))
    if ended and _ARTICLE.match(following):
        return False
    if following[:1].islower() and (not ended or len(line) >= width * LEAST_LINE_SHARE):
        return True
    return len(line) >= width * (LAST_LINE_SHARE if ended else FULL_LINE_SHARE)


def _is_heading(line: str) -> bool:
    """In capitals throughout, and more than an abbreviation."""
    letters = [character for character in line if character.isalpha()]
    return len(letters) > 3 and line.isupper() and not _CJK.search(line)
