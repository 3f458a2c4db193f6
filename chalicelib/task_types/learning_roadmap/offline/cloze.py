"""Questions with a blank: what a definition defines, or the one term, name or number that a sentence turns on."""

import re
from collections.abc import Iterator

from chalicelib.domain.text.english_words import STOP_WORDS
from chalicelib.domain.text.language import has_chinese
from chalicelib.task_types.learning_roadmap.artifacts import BLANK, Question
from chalicelib.task_types.learning_roadmap.offline.asking import asked
from chalicelib.task_types.learning_roadmap.offline.definitions import Definition, key_of
from chalicelib.task_types.learning_roadmap.offline.material import Material
from chalicelib.task_types.learning_roadmap.offline.reading import Sentence
from chalicelib.task_types.learning_roadmap.offline.terms import TermPool, is_plural, kind_of, related, spelled_inside

_CODE = re.compile(r"`[^`]+`")
_IN_A_ROW = re.compile(r"(?:,|/|、|\bor\b|\band\b|和|或|与)\s*$")
_GOES_ON_IN_A_ROW = re.compile(r"^s?(?:\s*,\s*(?:and |or )?`|\s+(?:and|or) `|/|、|和|或|与)")
_NUMBER = re.compile(r"(?<![\w.`-])(\d{1,6})(?![\w.`-]|\.\d)")
_NAMED_NUMBER = re.compile(r"\b(?:PEP|Python|version|Fig|RFC|ISO|Part)\s*\d", re.IGNORECASE)
_LIKE_NO_TERM = re.compile(r",|^none$|(?:\S+ ){3}")
"""A title that lists things, or that reads like "none of these", is no option beside terms."""
_SUBJECT = re.compile(rf"(?:A\(n\) |The )?{BLANK}")
_USED_THE_SAME_WAY = 0.5
_MOST_TERMS_IN_A_SENTENCE = 4


def definition_questions(material: Material, pool: TermPool) -> Iterator[Question]:
    for definition in material.definitions:
        wrong = _other_terms(definition, pool)
        text = material.wording.definition.format(sentence=definition.blanked)
        question = asked("definition", text, definition.term.strip("`"), wrong, _says(material, definition.sentence))
        if question is not None:
            yield question


def cloze_questions(material: Material, pool: TermPool) -> Iterator[tuple[str, Question]]:
    """Each with the sentence it was made of."""
    defined = {definition.sentence for definition in material.definitions}
    for sentence in material.statements:
        if sentence.text not in defined:
            question = _number_question(material, sentence) or _term_question(material, sentence, pool)
            if question is not None:
                yield sentence.text, question


def _term_question(material: Material, sentence: Sentence, pool: TermPool) -> Question | None:
    for term in _candidates(sentence.text, pool):
        blanked = _blanked(sentence.text, term)
        if blanked is None or related(term, material.brief.concept.title) or _is_subject(blanked, term):
            continue
        wrong = [other for other in pool.like(term) if _is_wrong(other, sentence.text, pool)]
        text = material.wording.cloze.format(sentence=blanked)
        question = asked("cloze", text, term, wrong, _says(material, sentence.text))
        if question is not None:
            return question
    return None


def _candidates(text: str, pool: TermPool) -> Iterator[str]:
    """Code first, then what the author stressed or linked; the rarer a kind in the sentence, the clearer the blank."""
    codes = list(dict.fromkeys(_CODE.findall(text)))
    if len(codes) <= _MOST_TERMS_IN_A_SENTENCE:
        yield from (code for code in codes if kind_of(code) and not _in_a_row(text, code))
    for kind in ("phrase", "chinese"):
        yield from (term for term in pool.by_kind.get(kind, []) if term in text and not _in_a_row(text, term))


def _is_subject(blanked: str, term: str) -> bool:
    """Much can be said of many things; only of a function or an operator it mostly holds for one."""
    return _SUBJECT.match(blanked) is not None and kind_of(term) not in ("call", "method", "operator")


def _in_a_row(text: str, code: str) -> bool:
    before, _, after = text.partition(code)
    return _IN_A_ROW.search(before) is not None or _GOES_ON_IN_A_ROW.match(after) is not None


def _blanked(text: str, term: str) -> str | None:
    """None where the term, or a relative of it, stays in the sentence and would give the answer away."""
    if text.count(term) != 1 or _touches_a_word(text, term):
        return None
    blanked = text.replace(term, BLANK)
    if re.search(rf"(?<!\w){BLANK}(?:s|es)\b", blanked):
        return None
    blanked = re.sub(rf"\b([Aa])n? {BLANK}", rf"\1(n) {BLANK}", blanked)
    rest = key_of(blanked.replace(BLANK, " "))
    stem = key_of(term)
    return None if len(stem) > 1 and stem[: max(3, len(stem) - 2)] in rest else blanked


def _touches_a_word(text: str, term: str) -> bool:
    """Whether the term is a piece of a longer word or name there."""
    if has_chinese(term):
        return False
    at = text.index(term)
    before, after = text[max(0, at - 1) : at], text[at + len(term) : at + len(term) + 1]
    return bool(re.match(r"[\w<`-]", before) or re.match(r"[\w>`-]", after))


def _is_wrong(term: str, sentence: str, pool: TermPool) -> bool:
    """Not in the sentence, and in no other that speaks of the same things."""
    key = key_of(term)
    if key in key_of(sentence):
        return False
    asked_about = _content_words(sentence)
    for other in pool.texts:
        if key in key_of(other) and other != sentence:
            shared = asked_about & _content_words(other)
            if len(shared) >= len(asked_about) * _USED_THE_SAME_WAY:
                return False
    return True


def _content_words(text: str) -> set[str]:
    if has_chinese(text):
        return {text[at : at + 2] for at in range(len(text) - 1)}
    words = re.findall(r"[a-z]{3,}", _CODE.sub(" ", text.lower()))
    return {word for word in words if word not in STOP_WORDS}


def _other_terms(definition: Definition, pool: TermPool) -> list[str]:
    """Terms that are defined elsewhere, then titles of other concepts; those of the same number first."""
    stressed = pool.by_kind.get("chinese" if has_chinese(definition.term) else "phrase", [])
    named = [d.term.strip("`") for d in pool.defined] + spelled_inside(pool.titles) + stressed
    named.sort(key=lambda term: not has_chinese(term) and is_plural(term) != definition.plural)
    return [
        term
        for term in dict.fromkeys(named)
        if not related(term, definition.term)
        and key_of(term) not in key_of(definition.sentence)
        and not _LIKE_NO_TERM.search(term)
    ]


def _number_question(material: Material, sentence: Sentence) -> Question | None:
    found = _NUMBER.findall(_CODE.sub("`", sentence.text))
    if len(found) != 1 or _NAMED_NUMBER.search(sentence.text) or sentence.text.count(found[0]) != 1:
        return None
    right = found[0]
    text = material.wording.cloze.format(sentence=sentence.text.replace(right, BLANK))
    return asked("cloze", text, right, _other_numbers(int(right)), _says(material, sentence.text))


def _other_numbers(number: int) -> list[str]:
    is_year = 1500 <= number <= 2100
    steps = (-4, 3, 7) if is_year else (-1, 1, 2) if number < 10 else (-number // 4, number // 5, number // 2)
    return [str(number + (step or 3)) for step in steps if number + step > 0]


def _says(material: Material, sentence: str) -> str:
    return material.wording.says.format(sentence=sentence)
