"""Splits a tidy paragraph into sentences, Chinese or English, without splitting inside quotations.

An own splitter: the libraries for it are unmaintained or need a trained model, and this one has to be total (any
text in, the same characters out) and linear.
"""

import re

from chalicelib.domain.text.language import detect_language

_CHINESE_END = re.compile(r"[。！？!?…]+[”’」』）)\"]*|[；;](?=\s*$)")
_ENGLISH_END = re.compile(r"(?:[.!?…]+|[。！？])[\"'”’)\]]*(?=\s+[\"'“‘(\[]*[A-Z0-9À-Þ\u3400-\u9fff]|\s*$)")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"“])(?:Mr|Mrs|Ms|Dr|Prof|Sr|Jr|St|Mt|Gen|Col|Capt|Lt|Sgt|Rev|Hon|Gov|Sen|Rep|Pres|Fig|Figs|No|Nos|Vol|"
    r"vs|etc|cf|ca|approx|Inc|Ltd|Co|Corp|Bros|Dept|Univ|al|ed|eds|pp|p|ch|sec|c|d|b|r|e\.g|i\.e|a\.m|p\.m|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|[A-Z]|(?:[A-Z]\.)+[A-Z])\.$"
)
_SENTENCE_AFTER_INITIALS = re.compile(r"\s+(?:The|This|These|It|He|She|They|In|We|A|An|But|And)\s")
_OPENING = {"“": "”", "「": "」", "『": "』"}
_MAX_QUOTED_SENTENCES = 5


def split_sentences(text: str) -> list[str]:
    """The sentences in order; joined without their spaces they are the text without its spaces."""
    pieces = _split_chinese(text) if detect_language(text) == "zh" else _split_english(text)
    return _keep_quotations_whole(pieces)


def _split_chinese(text: str) -> list[str]:
    return _cut(text, [match.end() for match in _CHINESE_END.finditer(text)])


def _split_english(text: str) -> list[str]:
    cuts = []
    for match in _ENGLISH_END.finditer(text):
        before = text[max(0, match.start() - 24) : match.start() + 1]
        abbreviated = match.group().startswith(".") and _ABBREVIATION.search(before)
        if not abbreviated or _really_ends(before, text[match.end() : match.end() + 12]):
            cuts.append(match.end())
    return _cut(text, cuts)


def _really_ends(before: str, after: str) -> bool:
    """A sentence may end with "U.S." or "etc."; then the next one has to begin like a sentence."""
    is_name_part = re.search(r"(?:^|\s)(?:Mr|Mrs|Ms|Dr|Prof|St|[A-Z])\.$", before)
    return not is_name_part and _SENTENCE_AFTER_INITIALS.match(after + " ") is not None


def _cut(text: str, cuts: list[int]) -> list[str]:
    starts = [0, *cuts]
    pieces = (text[start:end].strip() for start, end in zip(starts, [*cuts, len(text)], strict=True))
    return [piece for piece in pieces if piece]


def _keep_quotations_whole(pieces: list[str]) -> list[str]:
    joined: list[str] = []
    open_since = 0
    for piece in pieces:
        if joined and _is_open(joined[-1]) and open_since < _MAX_QUOTED_SENTENCES:
            joined[-1] += ("" if detect_language(piece) == "zh" else " ") + piece
            open_since += 1
        else:
            joined.append(piece)
            open_since = 1
    return joined


def _is_open(text: str) -> bool:
    if any(text.count(opening) > text.count(closing) for opening, closing in _OPENING.items()):
        return True
    return text.count('"') % 2 == 1
