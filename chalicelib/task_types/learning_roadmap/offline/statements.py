"""Which sentences of a text can be asked about on their own, and how a true one becomes a false one."""

import re
from collections.abc import Iterable

from chalicelib.domain.text.english_words import VERBS
from chalicelib.domain.text.language import has_chinese
from chalicelib.domain.text.word_lists import words_of
from chalicelib.task_types.learning_roadmap.offline import chinese_terms, english_terms
from chalicelib.task_types.learning_roadmap.offline.reading import Sentence

_PAIRS = {"(": ")", "[": "]", "（": "）", "“": "”", "「": "」", "《": "》"}
_CODE = re.compile(r"`[^`]*`")
_FEWEST_WORDS, _MOST_WORDS = 6, 34
_FEWEST_CHARACTERS, _MOST_CHARACTERS = 10, 90
_MOST_CODE_SHARE = 0.5
_FINITE = VERBS | words_of("""
can will must should may cannot support supports return returns define defines store stores convert converts
accept accepts work works take takes start starts end ends begin begins pack packs implement implements employ
employs pass passes overlap overlaps evaluate evaluates execute executes iterate iterates assign assigns raise
raises throw throws add adds remove removes update updates merge merges re-order copy copies bind binds combine
combines access preserve preserves enable enables test tests compare compares associate associates repeat
repeats name names apply applies introduce introduces suspend suspends resume resumes form forms absorb absorbs
transform transforms store stores release releases move moves turn turns happen happens need needs mean means
""")
_SAME_FROM = 0.75
_EITHER_WAY = re.compile(r"\bor (?:is |are |does )?not\b")
_EXAMPLE = re.compile(r"`[^`]*[\"'][^`]*`")
"""Code with a quoted text in it belongs to an example that stands elsewhere."""
_END = (".", "。", "!", "！")


def statements(sentences: Iterable[Sentence]) -> list[Sentence]:
    """Whole sentences that say something by themselves."""
    found: list[Sentence] = []
    for sentence in dict.fromkeys(sentences):
        if stands_alone(sentence.text) and not any(_say_the_same(sentence.text, other.text) for other in found):
            found.append(sentence)
    return found


def stands_alone(text: str) -> bool:
    chinese = has_chinese(text)
    words = chinese_terms if chinese else english_terms
    bare = _CODE.sub("", text)
    if not text.endswith(_END) or not _is_whole(text) or not _has_fitting_length(text, chinese):
        return False
    if _EXAMPLE.search(text) or not _has_a_verb(text):
        return False
    if text[0].islower() or len(_CODE.sub("", text)) < len(text) * _MOST_CODE_SHARE:
        return False
    return not words.LEANS_ON_ANOTHER.match(text) and not words.TALKS_ABOUT_ITSELF.search(bare)


def _say_the_same(one: str, other: str) -> bool:
    """A summary often repeats the text in nearly the same words."""
    first, second = _pieces(one), _pieces(other)
    return len(first & second) >= _SAME_FROM * min(len(first), len(second))


def _pieces(text: str) -> set[str]:
    if has_chinese(text):
        return {text[at : at + 2] for at in range(len(text) - 1)}
    return {word.rstrip("s") for word in re.findall(r"[a-z]{3,}", text.lower())}


def made_false(text: str) -> str | None:
    """The opposite of a statement, by one word; None where no word decides it without doubt."""
    chinese = has_chinese(text)
    words = chinese_terms if chinese else english_terms
    bare = _CODE.sub("`", text)
    if words.REASONED.search(bare) or _EITHER_WAY.search(bare):
        return None
    if words.NEGATED.search(bare):
        found = _exchanged(text, bare, words.NEGATIONS)
        return None if found is None or words.NEGATED.search(_CODE.sub("`", found)) else found
    swapped = _with_opposite(text, bare, words.OPPOSITES, chinese=chinese)
    if swapped is not None:
        return swapped
    found = _exchanged(text, bare, words.ASSERTIONS)
    kept = _common_start(text, found) if found else ""
    return None if words.SUBORDINATE.search(_CODE.sub("`", kept)) else found


def _exchanged(text: str, bare: str, exchanges: Iterable[tuple[str, str]]) -> str | None:
    """The first that stands in the text decides; None if it stands there twice."""
    for word, against in exchanges:
        if word in bare:
            return text.replace(word, against) if bare.count(word) == text.count(word) == 1 else None
    return None


def _common_start(one: str, other: str) -> str:
    """What both begin with."""
    return one[: next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))]


def _with_opposite(text: str, bare: str, opposites: Iterable[tuple[str, str]], *, chinese: bool) -> str | None:
    for one, other in opposites:
        for word, against in ((one, other), (other, one)):
            pattern = f"(?<!不){word}" if chinese else rf"(?<![\w-]){word}(?![\w-])"
            opposite = against if chinese else rf"(?<![\w-]){against}(?![\w-])"
            if len(re.findall(pattern, bare)) != 1 or len(re.findall(pattern, text)) != 1:
                continue
            if re.search(opposite, re.sub(pattern, "", text)):
                return None
            return _with_article(re.sub(pattern, against, text), against)
    return None


def _with_article(text: str, word: str) -> str:
    """ "an immutable" becomes "a mutable"."""
    article = "an" if word[0] in "aeiou" else "a"
    return re.sub(rf"\b([Aa])n?(?= {word}\b)", lambda match: match.group(1) + article[1:], text)


def _has_a_verb(text: str) -> bool:
    """Items of a list, and captions, are often no sentences, even with a full stop."""
    if has_chinese(text):
        return True
    before_colon = _CODE.sub("`", text).partition(":")[0]
    return any(word.lower() in _FINITE for word in re.findall(r"[A-Za-z]+", before_colon))


def _is_whole(text: str) -> bool:
    balanced = all(text.count(opening) == text.count(closing) for opening, closing in _PAIRS.items())
    return balanced and text.count('"') % 2 == 0 and text.count("`") % 2 == 0 and "|" not in _CODE.sub("", text)


def _has_fitting_length(text: str, chinese: bool) -> bool:
    if chinese:
        return _FEWEST_CHARACTERS <= len(text) <= _MOST_CHARACTERS
    return _FEWEST_WORDS <= len(text.split()) <= _MOST_WORDS
