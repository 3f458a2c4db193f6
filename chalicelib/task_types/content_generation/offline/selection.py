"""Chooses which sentences go into the article: the best ones that fit, each with what it leans on."""

from collections import Counter

from chalicelib.task_types.content_generation.offline.material import Material
from chalicelib.task_types.content_generation.offline.ranking import similarity

TARGET_BY_LENGTH = {
    "zh": {"short": 300, "medium": 700, "long": 1500},
    "en": {"short": 160, "medium": 380, "long": 800},
}
"""Chinese characters or English words; a text with less material gives a shorter article."""
OVERRUN = 1.15
_MOST_CANDIDATES = 300
_MOST_MISSES = 30
_REDUNDANCY = 0.5
_SECTION_FATIGUE = 0.2
_THIN_SECTION = {"zh": 30, "en": 18}


def select_sentences(material: Material, length: str) -> list[int]:
    """Indices in the order of the source."""
    limit = TARGET_BY_LENGTH[material.language][length] * OVERRUN
    repeated = material.duplicates()
    usable = [at for at in range(len(material.sentences)) if at not in repeated]
    if sum(material.lengths[at] for at in usable) <= limit:
        return usable
    return sorted(_without_thin_sections(material, _best_within(material, usable, limit)))


def _best_within(material: Material, usable: list[int], limit: float) -> set[int]:
    chosen: set[int] = set()
    candidates = set(sorted(usable, key=lambda at: (-material.scores[at], at))[:_MOST_CANDIDATES])
    misses = 0
    redundancy = dict.fromkeys(usable, 0.0)
    used_by_section: Counter[int] = Counter()
    while candidates and misses < _MOST_MISSES:
        best = max(candidates, key=lambda at: (_worth(material, at, redundancy, used_by_section), -at))
        candidates.discard(best)
        added = [at for at in material.needed_by(best) if at not in chosen]
        if sum(material.lengths[at] for at in chosen) + sum(material.lengths[at] for at in added) > limit:
            misses += 1
            continue
        chosen.update(added)
        candidates.difference_update(added)
        used_by_section[material.sentences[best].section] += len(added)
        _note_redundancy(material, candidates, added, redundancy)
    return chosen


def _worth(material: Material, at: int, redundancy: dict[int, float], used: Counter[int]) -> float:
    fatigue = 1 + _SECTION_FATIGUE * used[material.sentences[at].section] if material.document.is_structured else 1
    return material.scores[at] / fatigue - _REDUNDANCY * redundancy[at]


def _note_redundancy(material: Material, candidates: set[int], added: list[int], redundancy: dict[int, float]) -> None:
    for at in candidates:
        nearest = max(similarity(material.vectors[at], material.vectors[other]) for other in added)
        redundancy[at] = max(redundancy[at], nearest)


def _without_thin_sections(material: Material, chosen: set[int]) -> set[int]:
    """One short sentence under a heading of its own looks lost; the space goes unused."""
    if not material.document.is_structured:
        return chosen
    words: Counter[int] = Counter()
    for at in chosen:
        words[material.sentences[at].section] += material.lengths[at]
    thin = {section for section, count in words.items() if count < _THIN_SECTION[material.language]}
    kept = {at for at in chosen if material.sentences[at].section not in thin}
    return kept if len(words) - len(thin) >= 2 else chosen
