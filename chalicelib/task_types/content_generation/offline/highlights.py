"""Summary and key points: the most telling statements, shortened only where nothing is changed."""

import re
from collections.abc import Sequence

from chalicelib.domain.text.language import count_words
from chalicelib.task_types.content_generation.offline.cohesion import Link, without_connective
from chalicelib.task_types.content_generation.offline.material import Material
from chalicelib.task_types.content_generation.offline.sections import Section

_IN_BRACKETS = re.compile(r"\s*（[^（）]*）|\s*\([^()]*\)")
_LONGEST_POINT = {"zh": 75, "en": 36}
_LONGEST_SUMMARY = {"zh": 120, "en": 55}
_SHORTEST_POINT = {"zh": 9, "en": 6}
_POINTS_BACK = re.compile(
    r"\b(?:also|too|however|these|those|already|another|latter|former|more complicated)\b|, for instance,|"
    r"^[^，]{0,8}(?:也|亦|还|则|同样)|(?:因此|所以|，)(?:该|此|这)|^[^，]{0,4}以及",
)
_MOST_POINTS = 5
_FEWEST_POINTS = 2
_EXAMPLE = re.compile(r"^[^，。：]{1,12}：|[：:]\s*[^：:]*[；;]")


def make_summary(material: Material, chosen: Sequence[int]) -> list[int]:
    """The opening statement, and the best other one if there is room."""
    standing = [at for at in chosen if _stands_alone(material, at)] or list(chosen[:1])
    opening = standing[0] if standing[0] == chosen[0] else chosen[0]
    best = max(standing[:3], key=lambda at: material.scores[at])
    picked = [opening if material.scores[opening] >= material.scores[best] - 0.8 else best]
    for at in sorted(standing, key=lambda at: -material.scores[at]):
        words = sum(_length(material, index) for index in (*picked, at))
        if at not in picked and words <= _LONGEST_SUMMARY[material.language]:
            picked.append(at)
            break
    return sorted(picked)


def make_key_points(material: Material, sections: Sequence[Section], summary: Sequence[int]) -> list[str]:
    """One or two from each section; what the summary already gives only if there is too little else."""
    count = sum(len(section.sentences) for section in sections)
    wanted = max(_FEWEST_POINTS, min(_MOST_POINTS, count // 3))
    picked = _picked([_candidates(material, section, summary) for section in sections], material, wanted)
    if len(picked) < _FEWEST_POINTS:
        more = [_leaning_candidates(material, section, picked) for section in sections]
        picked += _picked(more, material, _FEWEST_POINTS - len(picked))
    return [shortened(material, at) for at in sorted(picked)]


def _picked(by_section: list[list[int]], material: Material, wanted: int) -> list[int]:
    """In turns, so that each section has its say."""
    picked: list[int] = []
    for turn in range(max((len(candidates) for candidates in by_section), default=0)):
        row = [candidates[turn] for candidates in by_section if len(candidates) > turn]
        picked.extend(sorted(row, key=lambda at: -material.scores[at])[: max(0, wanted - len(picked))])
    return picked


def shortened(material: Material, at: int) -> str:
    """Without remarks in brackets and without a connective in front."""
    text = without_connective(material.sentences[at].text, material.language)
    return _IN_BRACKETS.sub("", text)


def _candidates(material: Material, section: Section, summary: Sequence[int]) -> list[int]:
    fitting = [
        at
        for at in section.sentences
        if at not in summary
        and _stands_alone(material, at)
        and _length(material, at) <= _LONGEST_POINT[material.language]
    ]
    return sorted(fitting, key=lambda at: -material.scores[at])


def _leaning_candidates(material: Material, section: Section, picked: Sequence[int]) -> list[int]:
    """Less strict: they may be long, or say "also"."""
    fitting = [at for at in section.sentences if at not in picked and material.links[at] is Link.NONE]
    return sorted(fitting, key=lambda at: -material.scores[at])


def _stands_alone(material: Material, at: int) -> bool:
    text = material.sentences[at].text
    is_long_enough = material.lengths[at] >= _SHORTEST_POINT[material.language]
    is_whole = _EXAMPLE.search(text) is None and _POINTS_BACK.search(text) is None
    return material.links[at] is Link.NONE and is_long_enough and is_whole


def _length(material: Material, at: int) -> int:
    return count_words(shortened(material, at), material.language)
