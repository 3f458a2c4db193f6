"""Where a document uses the words a package looks for, so that "not found" is said of whole documents."""

import re
from collections.abc import Iterator
from functools import cache

from chalicelib.task_types.litigation_analysis.findings import Mention, Place
from chalicelib.task_types.litigation_analysis.offline.sentences import Reading
from chalicelib.task_types.litigation_analysis.package_rules import PackageRules

_MOST_PLACES = 2


def find_mentions(reading: Reading, rules: PackageRules) -> tuple[Mention, ...]:
    """The first places of each cue."""
    pattern, within = _compiled(rules)
    places: dict[str, dict[Place, None]] = {}
    for sentence in reading.body if pattern else ():
        for match in pattern.finditer(sentence.text) if pattern else ():
            for cue in within[match.group().lower()]:
                known = places.setdefault(cue, {})
                if len(known) < _MOST_PLACES:
                    known.setdefault(sentence.place)
    return tuple(Mention(cue=cue, places=tuple(known)) for cue, known in places.items())


@cache
def _compiled(rules: PackageRules) -> tuple[re.Pattern[str] | None, dict[str, tuple[str, ...]]]:
    """One pattern of all cues, the longest first, and for each the cues it holds as whole words."""
    cues = sorted({cue.lower() for cue in _cues(rules)}, key=len, reverse=True)
    if not cues:
        return None, {}
    within = {cue: tuple(other for other in cues if re.search(_written(other), cue)) for cue in cues}
    return re.compile("|".join(map(_written, cues)), re.IGNORECASE), within


def _written(cue: str) -> str:
    return rf"\b{re.escape(cue)}\b" if cue.isascii() else re.escape(cue)


def _cues(rules: PackageRules) -> Iterator[str]:
    for evidence in rules.required_evidence:
        yield from (*evidence.cues, *evidence.needed_when)
    for period in rules.limitation_periods:
        yield from period.start_cues
    for formality in rules.formalities:
        yield from (*formality.cues, *formality.met_by)
    for item in rules.checklist:
        yield from item.when
