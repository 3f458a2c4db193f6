"""The topics that a curriculum lists for a concept: "Topics covered: …"."""

import re

_LISTED = re.compile(
    r"^[ \t]*(?:topics(?: covered| include[ds]?)?|covers|内容包括|主要内容|涵盖(?:主题|内容)?|主题)\s*[:：]\s*"
    r"(?P<topics>\S[^\n]*)$",
    re.IGNORECASE | re.MULTILINE,
)
_COMMA = re.compile(r"[,，、;；]\s*(?![^(（]*[)）])")
_MORE = re.compile(r"^(?:and |以及|和)?(?:more|others?|so on|etc\.?|其他|更多|等等?)[.。]?$", re.IGNORECASE)
_AND = re.compile(r"^(?:and\s+|以及|和)", re.IGNORECASE)


def split_topics(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without its list of topics, and the topics in order."""
    found: list[str] = []
    for match in _LISTED.finditer(text):
        pieces = (piece.strip() for piece in _COMMA.split(match.group("topics").rstrip(" .。")))
        found += [_AND.sub("", piece) for piece in pieces if piece and not _MORE.match(piece)]
    topics = tuple(dict.fromkeys(topic for topic in found if topic))
    return (_LISTED.sub("", text).strip(), topics) if len(topics) > 1 else (text, ())
