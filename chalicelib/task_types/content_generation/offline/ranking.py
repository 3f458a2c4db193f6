"""How central each sentence is: TextRank over TF-IDF vectors, so that no model is needed."""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence

Vector = dict[str, float]

_DAMPING = 0.85
_ROUNDS = 30
_MOST_COMPARED = 400


def vectors_of(words_by_sentence: Sequence[Sequence[str]]) -> list[Vector]:
    """One TF-IDF vector of length 1 for each sentence."""
    document_count = Counter(word for words in words_by_sentence for word in set(words))
    total = len(words_by_sentence)
    idf = {word: math.log((1 + total) / (1 + count)) + 1.0 for word, count in document_count.items()}
    return [_unit({word: count * idf[word] for word, count in Counter(words).items()}) for words in words_by_sentence]


def similarity(first: Vector, second: Vector) -> float:
    if len(first) > len(second):
        first, second = second, first
    return sum(weight * second[word] for word, weight in first.items() if word in second)


def centrality(vectors: Sequence[Vector]) -> list[float]:
    """Between 0 and 1 for each sentence, in their order.

    TextRank compares every pair; of a long text only the sentences nearest to its centre take part.
    """
    if not vectors:
        return []
    centre = _sum(vectors)
    nearness = [similarity(vector, centre) for vector in vectors]
    chosen = sorted(range(len(vectors)), key=lambda at: (-nearness[at], at))[:_MOST_COMPARED]
    ranks = _text_rank([vectors[at] for at in chosen])
    highest = max(ranks) or 1.0
    scores = [0.0] * len(vectors)
    for at, rank in zip(chosen, ranks, strict=True):
        scores[at] = rank / highest
    return scores


def _text_rank(vectors: Sequence[Vector]) -> list[float]:
    neighbours = _neighbours(vectors)
    strength = [sum(weights.values()) for weights in neighbours]
    ranks = [1.0] * len(vectors)
    for _ in range(_ROUNDS):
        ranks = [
            (1 - _DAMPING)
            + _DAMPING * sum(ranks[other] * weight / strength[other] for other, weight in neighbours[at].items())
            for at in range(len(vectors))
        ]
    return ranks


def _neighbours(vectors: Sequence[Vector]) -> list[dict[int, float]]:
    sentences_by_word: dict[str, list[int]] = defaultdict(list)
    for at, vector in enumerate(vectors):
        for word in vector:
            sentences_by_word[word].append(at)
    neighbours: list[dict[int, float]] = []
    for at, vector in enumerate(vectors):
        weights: dict[int, float] = defaultdict(float)
        for word, weight in vector.items():
            for other in sentences_by_word[word]:
                if other != at:
                    weights[other] += weight * vectors[other][word]
        neighbours.append(dict(weights))
    return neighbours


def _sum(vectors: Sequence[Vector]) -> Vector:
    total: dict[str, float] = defaultdict(float)
    for vector in vectors:
        for word, weight in vector.items():
            total[word] += weight
    return _unit(total)


def _unit(vector: Vector) -> Vector:
    length = math.sqrt(sum(weight * weight for weight in vector.values())) or 1.0
    return {word: weight / length for word, weight in vector.items()}
