"""Chinese words and noun phrases, on the jieba dictionary (through its Rust port, which has wheels for Lambda)."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import rjieba

from chalicelib.domain.text.chinese_words import (
    ADJECTIVES_OF_ONE_CHARACTER,
    NO_PHRASE,
    PRONOUN_POSSESSIVE,
    STOP_WORDS,
)
from chalicelib.domain.text.language import CJK, CJK_CHARACTER

Token = tuple[str, str]

_NAME_MARKS = "·．•‧"
_FOREIGN_NAME = re.compile(
    f"[{CJK}]{{1,7}}(?:[{_NAME_MARKS}][{CJK}]{{1,7}}?)+"
    f"(?=[^{CJK}{_NAME_MARKS}]|与|和|及|以及|则|在|等|曾|将|发明|发现|提出|正式|的|像|$)"
)
_QUOTED_NAME = re.compile(r"[「『《“]([^」』》”，。、；：]{2,8})[」』》”]")
_ADVERBIAL = re.compile(
    r"^(?:(?:约|大约|早在|从|自|在|到|于|截至|目前|每逢|为了|据|根据|作为|由于)?[^，。；]{1,18}"
    r"(?:年|月|日|天|世纪|年代|时期|时候|时|期间|以来|起|后|前|中|上|下|内|里|外|间|范围|地方|公司|香港)，)"
)
_IN_BRACKETS = re.compile(r"（[^（）]*）|\([^()]*\)")
_AFTER_SUBJECT = ("v", "p", "d", "zg", "u", "f")
"""Verb, preposition, adverb: after anything else the subject would be cut in the middle."""
_AFTER_VERB = ("掉", "了", "过", "着", "得", "为止")
_NEGATIONS = ("不", "非", "无", "反")
_LONGEST_PHRASE = 9
_LONGEST_SUBJECT = 12
_SHORTEST_PHRASE = 2
_BETWEEN_NOUNS = ("、", "和", "与", "及", "以及", "的")


class ChineseLexicon:
    def __init__(self, known_terms: Sequence[str], text: str) -> None:
        names = {re.split("[与和及由是]", name)[-1] for name in _FOREIGN_NAME.findall(text)}
        self._known = sorted({*filter(_is_noun_term, known_terms), *names}, key=lambda term: (-len(term), term))
        self._compounds = _stable_compounds(_tagged(text))

    def words(self, text: str) -> list[str]:
        return [word.lower() for word, tag in self._tokens(text) if _carries_meaning(word, tag)]

    def phrases(self, text: str) -> list[str]:
        found = [name for name in _QUOTED_NAME.findall(text) if _is_noun_term(name)]
        run: list[Token] = []
        for token in [*self._tokens(_IN_BRACKETS.sub("", text)), ("。", "x")]:
            if _fits_in_phrase(token) and not _begins_a_name(token, run):
                run.append(token)
                continue
            # "拉玛九世", "风化掉": what a numeral follows is a name cut short, what a particle follows a verb.
            cut_short = token[1] == "m" or token[0] in _AFTER_VERB
            found.extend(_phrases_of(run[:-1] if cut_short else run))
            run = [token] if _fits_in_phrase(token) else []
        return [phrase for phrase in found if _is_good(phrase)]

    def subject(self, text: str) -> str | None:
        """What the sentence is about, when it begins with that."""
        run: list[Token] = []
        bare = _IN_BRACKETS.sub("", text)
        for token in self._tokens(PRONOUN_POSSESSIVE.sub("", _ADVERBIAL.sub("", bare, count=1), count=1)):
            if not _fits_in_phrase(token) and not (run and token[0] in _BETWEEN_NOUNS):
                if not token[1].startswith(_AFTER_SUBJECT):
                    return None
                break
            run.append(token)
        if len(run) > 2 and run[0][0] in self._known and run[1][0] == "的":
            run = run[2:]
        run = _trimmed(run)
        phrase = "".join(word for word, _ in run)
        known = any(word in self._known for word, _ in run)
        fits = _SHORTEST_PHRASE <= len(phrase) <= _LONGEST_SUBJECT
        return phrase if fits and (known or _is_good(phrase)) else None

    def is_term(self, phrase: str) -> bool:
        return _is_noun_term(phrase)

    def _tokens(self, text: str) -> list[Token]:
        return _joined(self._with_known_terms(text), self._compounds)

    def _with_known_terms(self, text: str) -> list[Token]:
        """Cut around the terms the caller gave: the dictionary may not know them."""
        if not self._known:
            return _tagged(text)
        tokens: list[Token] = []
        for piece in re.split(f"({'|'.join(map(re.escape, self._known))})", text):
            tokens.extend([(piece, "n")] if piece in self._known else _tagged(piece))
        return tokens


def _tagged(text: str) -> list[Token]:
    # The dictionary does not know the rarer pronoun for animals.
    return rjieba.tag(text.replace("牠", "它"))


def _is_noun_term(term: str) -> bool:
    """Whether a phrase of the caller is a name or a noun; some give whole clauses as keywords."""
    term = term.strip()
    if not CJK_CHARACTER.search(term) or not _SHORTEST_PHRASE <= len(term) <= _LONGEST_PHRASE:
        return False
    tags = [tag for word, tag in rjieba.tag(term) if word != "的"]
    unfit = [tag for tag in tags if tag.startswith(("d", "r", "p", "c", "u", "m", "q", "y", "x", "w")) or tag == "v"]
    return not unfit or tags == ["x"]


def _carries_meaning(word: str, tag: str) -> bool:
    if word in STOP_WORDS or tag in ("x", "w") or tag.startswith(("u", "p", "c", "r", "y", "q")):
        return False
    return len(word) > 1 or tag.startswith("n")


def _stable_compounds(tokens: list[Token]) -> frozenset[tuple[str, str]]:
    """Neighbours that are never seen apart: names and terms that the dictionary cuts in two."""
    singles = Counter(word for word, _ in tokens)
    pairs = Counter(
        (first[0], second[0]) for first, second in pairwise(tokens) if _may_join(first) and _may_join(second)
    )
    return frozenset(
        (first, second)
        for (first, second), count in pairs.items()
        if (count >= 2 and count == singles[second] and count * 2 > singles[first])
        or (count >= 3 and first in _NEGATIONS)
    )


def _may_join(token: Token) -> bool:
    word, tag = token
    if word in _NEGATIONS:
        return True
    return CJK_CHARACTER.match(word) is not None and word not in STOP_WORDS and tag.startswith(("n", "j", "b", "a"))


def _joined(tokens: list[Token], compounds: frozenset[tuple[str, str]]) -> list[Token]:
    joined: list[Token] = []
    last = ""
    for word, tag in tokens:
        if joined and (last, word) in compounds:
            joined[-1] = (joined[-1][0] + word, "n")
        else:
            joined.append((word, tag))
        last = word
    return joined


def _fits_in_phrase(token: Token) -> bool:
    word, tag = token
    if word == "的":
        return True
    if word in STOP_WORDS or not CJK_CHARACTER.search(word):
        return False
    if tag in ("f", "s"):
        return len(word) > 1
    return tag.startswith("n") or tag in ("vn", "b", "j", "a", "an", "l", "i")


def _begins_a_name(token: Token, run: list[Token]) -> bool:
    """A name after a common noun is a phrase of its own: 生产企业 and 巴西矿冶."""
    return bool(run) and token[1] in ("ns", "nr", "nt", "nrt") and run[-1][1] not in ("ns", "nr", "nt", "nrt", "uj")


def _phrases_of(run: list[Token]) -> list[str]:
    """The whole run when it is short enough, the parts around 的, and the noun at the end."""
    run = _trimmed(run)
    if len(run) == 1 and run[0][1] == "ns":
        return []
    parts = [run]
    for at, (word, _) in enumerate(run):
        if word == "的":
            parts += [_trimmed(run[:at]), _trimmed(run[at + 1 :])]
    if run and len(run[-1][0]) > _SHORTEST_PHRASE:
        parts.append(run[-1:])
    phrases = ("".join(word for word, _ in part) for part in parts)
    return [phrase for phrase in dict.fromkeys(phrases) if _SHORTEST_PHRASE <= len(phrase) <= _LONGEST_PHRASE]


def _trimmed(run: list[Token]) -> list[Token]:
    """From the first word that may begin a noun phrase to the last noun."""
    while run and not _is_head(run[-1]):
        run = run[:-1]
    while run and (not _is_opening(run[0], alone=len(run) == 1) or _is_lone_adjective(run)):
        run = run[1:]
    return run


def _is_head(token: Token) -> bool:
    word, tag = token
    return tag.startswith(("n", "j", "l", "i")) and (len(word) > 1 or tag == "n")


def _is_opening(token: Token, *, alone: bool) -> bool:
    word, tag = token
    if word in _BETWEEN_NOUNS or tag in ("vn", "f", "s"):
        return False
    return len(word) > 1 or alone or word in ADJECTIVES_OF_ONE_CHARACTER


def _is_lone_adjective(run: list[Token]) -> bool:
    """ "较高的生育率" loses its 较 and would become 高的生育率."""
    return len(run) > 1 and run[1][0] == "的" and (len(run[0][0]) == 1 or run[0][1] == "a")


def _is_good(phrase: str) -> bool:
    return phrase not in STOP_WORDS and NO_PHRASE.search(phrase) is None
