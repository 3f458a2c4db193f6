"""Which noun phrases name best what a group of sentences is about."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from chalicelib.domain.text.language import has_chinese
from chalicelib.domain.text.lexicon import compact
from chalicelib.task_types.content_generation.offline.material import Material

_GIVEN_BY_CALLER = 1.6
_LENGTH_FACTOR_ZH = {2: 0.65, 3: 1.0, 4: 1.3, 5: 1.35, 6: 1.3, 7: 1.15, 8: 1.0}
_LENGTH_FACTOR_EN = {1: 0.6, 2: 1.35, 3: 1.25, 4: 1.1, 5: 1.0, 6: 0.8}
_EARLY_BONUS = 1.3
_SUBJECT = 2.2
_RARE_AND_SHORT = 0.35
_MUCH_WEAKER = 0.3
_NAME = 1.2


class Terms:
    """Knows the noun phrases of all chosen sentences, to tell what is special about some of them."""

    def __init__(self, material: Material, chosen: Sequence[int]) -> None:
        self._material = material
        self._subjects = {at: material.lexicon.subject(material.sentences[at].text) for at in chosen}
        self._phrases = {
            at: [*material.lexicon.phrases(material.sentences[at].text), *filter(None, [self._subjects[at]])]
            for at in chosen
        }
        self._subject_keys = {compact(subject) for subject in self._subjects.values() if subject}
        self._given = {compact(term) for term in material.keywords}
        self._total: Counter[str] = Counter()
        self._spelling: dict[str, Counter[str]] = defaultdict(Counter)
        for phrases in self._phrases.values():
            for phrase in phrases:
                self._total[compact(phrase)] += 1
                self._spelling[compact(phrase)][phrase] += 1

    def best(self, sentences: Sequence[int], *, limit: int, without: Iterable[str] = ()) -> list[str]:
        """The phrases that tell these sentences apart from the others, best first, none inside another.

        One that is much weaker than the best is left out.
        """
        used = [compact(term) for term in without]
        found: list[str] = []
        strongest = 0.0
        for key, score in self._ranked(sentences):
            if len(found) == limit or score < strongest * _MUCH_WEAKER:
                break
            if not any(_overlap(key, other) for other in used):
                strongest = strongest or score
                found.append(self._spelled(key))
                used.append(key)
        return found

    def strength(self, term: str) -> float:
        return self._weight(term)

    def _ranked(self, sentences: Sequence[int]) -> list[tuple[str, float]]:
        scores: dict[str, float] = defaultdict(float)
        first_seen: dict[str, int] = {}
        for position, at in enumerate(sentences):
            for phrase in self._phrases[at]:
                key = compact(phrase)
                first_seen.setdefault(key, len(first_seen))
                scores[key] += self._weight(phrase) * (_EARLY_BONUS if position == 0 else 1.0)
        return sorted(scores.items(), key=lambda item: (-item[1], first_seen[item[0]]))

    def _weight(self, phrase: str) -> float:
        key = compact(phrase)
        if has_chinese(phrase):
            weight = _LENGTH_FACTOR_ZH.get(len(phrase), 0.7)
            weight *= 0.8 if "的" in phrase else 1.0
        else:
            weight = _LENGTH_FACTOR_EN.get(len(phrase.split()), 0.7)
            weight *= _NAME if " " in phrase and phrase.istitle() else 1.0
        if key in self._given:
            weight *= _GIVEN_BY_CALLER
        if key in self._subject_keys:
            weight *= _SUBJECT
        elif self._total[key] == 1 and (len(phrase) == 2 if has_chinese(phrase) else " " not in phrase):
            weight *= _RARE_AND_SHORT
        # Seen all over the text: says little about these sentences.
        return weight / (0.6 + 0.4 * self._total[key])

    def _spelled(self, key: str) -> str:
        return max(self._spelling[key].items(), key=lambda item: (item[1], item[0]))[0]


def _overlap(first: str, second: str) -> bool:
    """One inside the other, or nearly the same: they would read as a repetition."""
    if first in second or second in first:
        return True
    if has_chinese(first) and has_chinese(second):
        if first[-2:] == second[-2:]:
            return True
        return len(set(first) & set(second)) * 2 > min(len(set(first)), len(set(second)))
    return first[:5] == second[:5]
