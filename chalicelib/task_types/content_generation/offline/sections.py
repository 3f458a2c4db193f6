"""Groups the chosen sentences into sections and paragraphs at the places where the subject changes."""

from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from chalicelib.task_types.content_generation.offline.cohesion import Link
from chalicelib.task_types.content_generation.offline.material import Material
from chalicelib.task_types.content_generation.offline.ranking import similarity

_WORDS_PER_SECTION = {"zh": 170, "en": 85}
_SMALLEST_SECTION = {"zh": 60, "en": 32}
_WORDS_PER_PARAGRAPH = {"zh": 150, "en": 75}
_MOST_SECTIONS = 7
_NEVER = 1e6


@dataclass(frozen=True)
class Section:
    sentences: tuple[int, ...]
    source_heading: str | None = None


def make_sections(material: Material, chosen: list[int]) -> list[Section]:
    """Sections follow the headings of the source where it has some, else the changes of subject."""
    if not chosen:
        return []
    if not material.document.is_structured:
        return [Section(tuple(part)) for part in _divided(material, chosen)]
    parts: dict[int, list[int]] = {}
    for at in chosen:
        parts.setdefault(material.sentences[at].section, []).append(at)
    return [Section(tuple(part), material.document.headings[section]) for section, part in parts.items()]


def make_paragraphs(material: Material, section: Section, *, scale: float = 1.0) -> list[list[int]]:
    """A new paragraph where the source has one or the running one is long, never before a leaning sentence."""
    limit = _WORDS_PER_PARAGRAPH[material.language] * scale
    paragraphs: list[list[int]] = [[section.sentences[0]]]
    for before, at in pairwise(section.sentences):
        words = sum(material.lengths[index] for index in paragraphs[-1])
        opens_passage = _place(material, before) != _place(material, at)
        is_full = words + material.lengths[at] > limit or (opens_passage and words > limit / 3)
        if _may_begin(material, at) and is_full:
            paragraphs.append([at])
        else:
            paragraphs[-1].append(at)
    return _without_orphan(material, paragraphs, limit)


def _without_orphan(material: Material, paragraphs: list[list[int]], limit: float) -> list[list[int]]:
    """A short last sentence goes back to the paragraph before it."""
    if len(paragraphs) > 1 and sum(material.lengths[at] for at in paragraphs[-1]) < limit / 4:
        return [*paragraphs[:-2], paragraphs[-2] + paragraphs[-1]]
    return paragraphs


def _may_begin(material: Material, at: int) -> bool:
    return material.links[at] is Link.NONE


def _place(material: Material, at: int) -> tuple[int, int]:
    return material.sentences[at].section, material.sentences[at].passage


def _divided(material: Material, chosen: list[int]) -> list[list[int]]:
    """The division with the clearest cuts, by dynamic programming over the places where one may cut."""
    total = sum(material.lengths[at] for at in chosen)
    wanted = max(1, min(_MOST_SECTIONS, round(total / _WORDS_PER_SECTION[material.language])))
    if wanted == 1 and total >= 2 * _SMALLEST_SECTION[material.language]:
        wanted = 2
    ideal = total / wanted
    costs = [_NEVER, *(_cut_cost(material, chosen, place) for place in range(1, len(chosen)))]
    ends = [0]
    for at in chosen:
        ends.append(ends[-1] + material.lengths[at])

    @cache
    def best(start: int, parts: int) -> tuple[float, tuple[int, ...]]:
        """The lowest cost of dividing what begins at `start`, and where to cut."""
        if parts == 1:
            return _size_cost(ends[-1] - ends[start], ideal, material.language), ()
        options: list[tuple[float, tuple[int, ...]]] = [(_NEVER, ())] if start + 1 >= len(chosen) else []
        for cut in range(start + 1, len(chosen)):
            rest_cost, rest = best(cut, parts - 1)
            cost = costs[cut] + _size_cost(ends[cut] - ends[start], ideal, material.language) + rest_cost
            options.append((cost, (cut, *rest)))
        return min(options)

    cuts = min((best(0, parts) for parts in range(1, wanted + 1)), key=lambda option: option[0])[1]
    return [chosen[start:end] for start, end in pairwise([0, *cuts, len(chosen)])]


def _size_cost(words: int, ideal: float, language: str) -> float:
    too_small = 2.0 if words < _SMALLEST_SECTION[language] else 0.0
    return too_small + ((words - ideal) / ideal) ** 2


def _cut_cost(material: Material, chosen: list[int], place: int) -> float:
    """Low where the subject changes and the next sentence names its own."""
    before, at = chosen[place - 1], chosen[place]
    if material.links[at] is Link.TO_PREVIOUS and before == at - 1:
        return 4.0
    cost = _shared(material, chosen[max(0, place - 2) : place], chosen[place : place + 2]) - 0.6
    cost += 1.6 if material.links[at] is not Link.NONE else 0.0
    opens_passage = material.sentences[before].passage != material.sentences[at].passage
    cost -= 0.5 if opens_passage else 0.0
    return cost - (0.25 if material.sentences[at].text.startswith(material.topic) else 0.0)


def _shared(material: Material, left: list[int], right: list[int]) -> float:
    pairs = [(first, second) for first in left for second in right]
    return sum(similarity(material.vectors[first], material.vectors[second]) for first, second in pairs) / len(pairs)
