"""Contested points: what one side says and the other denies, in words they share."""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from chalicelib.task_types.litigation_analysis.findings import Claim, ContestedPoint, Party

_MOST_POSTINGS = 150
"""A word in more claims than this tells nothing, and looking at all of them would take quadratic time."""
_LEAST_SHARED = 2
_LEAST_SCORE = 0.16
_STOP = frozenset(
    [
        "that",
        "this",
        "with",
        "from",
        "have",
        "been",
        "were",
        "will",
        "shall",
        "would",
        "could",
        "which",
        "their",
        "there",
        "them",
        "they",
        "such",
        "other",
        "than",
        "these",
        "those",
        "your",
        "yours",
        "ours",
        "also",
        "only",
        "upon",
        "into",
        "under",
        "over",
        "more",
        "most",
        "very",
        "what",
        "when",
        "where",
        "does",
        "done",
        "being",
        "because",
        "about",
        "after",
        "before",
        "between",
        "both",
        "each",
        "case",
        "plaintiff",
        "defendant",
        "defendants",
        "claimant",
        "plaintiffs",
        "paragraph",
        "further",
        "stated",
        "following",
        "including",
        "any",
    ]
)


def contested_points(claims: Sequence[Claim], parties: Sequence[Party]) -> tuple[ContestedPoint, ...]:
    sided = [claim for claim in claims if claim.side]
    names = frozenset(name for party in parties for name in (party.name, *party.aliases))
    words = [_words(claim.text, names) for claim in sided]
    frequency = Counter(word for each in words for word in each)
    postings: dict[str, list[int]] = {}
    for number, claim in enumerate(sided):
        if claim.kind in ("allegation", "request"):
            for word in words[number]:
                postings.setdefault(word, []).append(number)
    weights = {word: math.log(1 + len(sided) / count) for word, count in frequency.items()}
    return tuple(_points(sided, words, postings, weights))


def _points(
    claims: list[Claim], words: list[frozenset[str]], postings: dict[str, list[int]], weights: dict[str, float]
) -> Iterator[ContestedPoint]:
    sizes = [sum(weights[word] for word in each) or 1.0 for each in words]
    for number, denial in enumerate(claims):
        if denial.kind != "denial":
            continue
        scores: dict[int, float] = {}
        for word in words[number]:
            for other in postings.get(word, ()) if len(postings.get(word, ())) <= _MOST_POSTINGS else ():
                if claims[other].side != denial.side and claims[other].text != denial.text:
                    scores[other] = scores.get(other, 0.0) + weights[word]
        best = max(scores, key=lambda other: scores[other] / math.sqrt(sizes[other] * sizes[number]), default=None)
        if best is None:
            continue
        shared = words[best] & words[number]
        score = scores[best] / math.sqrt(sizes[best] * sizes[number])
        if len(shared) >= _LEAST_SHARED and score >= _LEAST_SCORE:
            told = tuple(sorted(shared, key=lambda word: (-weights[word], word))[:6])
            separator = "、" if re.search(r"[\u4e00-\u9fff]", denial.text) else ", "
            yield ContestedPoint(topic=separator.join(told), claim=claims[best], denial=denial, shared_words=told)


def _words(text: str, names: frozenset[str]) -> frozenset[str]:
    """English words without endings; Chinese words as the segmenter cuts them; names tell nothing."""
    for name in names:
        text = text.replace(name, " ")
    english = {_stem(word) for word in re.findall(r"[a-z]{4,}", text.lower()) if word not in _STOP}
    hanzi = re.findall(r"[\u4e00-\u9fff]+", text)
    chinese = {word for run in hanzi for word in _segmented(run) if len(word) >= 2}
    return frozenset(english | chinese)


def _stem(word: str) -> str:
    return re.sub(r"(?:ements?|ments?|ations?|ions?|ings?|ed|es|s|e)$", "", word) if len(word) > 5 else word.rstrip("s")


@cache
def _segmented(run: str) -> tuple[str, ...]:
    import rjieba

    return tuple(rjieba.cut(run))
