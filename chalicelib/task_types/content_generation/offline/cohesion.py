"""Which sentences cannot stand alone, because they point back to what was said before them."""

import re
from enum import Enum


class Link(Enum):
    """How strongly a sentence hangs on earlier ones."""

    NONE = 0
    TO_SUBJECT = 1
    """Begins with a pronoun: needs the last sentence that names the subject."""
    TO_PREVIOUS = 2
    """Begins with a connective or points back: needs the sentence right before it."""


_CONNECTIVE_ZH = re.compile(
    r"^(?:此外|另外|然而|但是|但|不过|因此|所以|于是|同样|同时|与此同时|其中|例如|比如|以及|而且?|并且|并|或者|其后|后来|后期|"
    r"随后|之后|最后|再者|其次|再次|当时|两者|二者|前者|后者|上述|以上|如此|否则|反之|相反|换言之|换句话说|也就是说|即便如此|"
    r"除此|另一|总之|由此|从此|因而|那么|接着|然后|正因|尽管如此|与之|对此|至于|还|也|正确：|例外：|注意：|用法：)"
)
_POINTER_ZH = re.compile(r"^(?:在|从|于|由于|对|对于|根据|通过|到|与)?(?:这|此|该|那|上述)(?!外)")
_PRONOUN_ZH = re.compile(r"^(?:他|她|它|牠|其|自己|后者|内部)")
_CONNECTIVE_EN = re.compile(
    r"^(?:However|Therefore|Thus|Hence|Moreover|Furthermore|Also|Additionally|In addition|For example|For instance|"
    r"But|And|So|Yet|Then|Or|Nor|Similarly|Likewise|In this|In that|In these|In those|At this|At that|As a result|"
    r"Consequently|Accordingly|Otherwise|Instead|Still|In contrast|By contrast|On the other hand|On the one hand|"
    r"Meanwhile|Even so|Of these|In other words|That said|Nevertheless|Nonetheless|Besides|Indeed|In fact|Finally|"
    r"Just like|Later|Afterwards|Subsequently|Generally,|Often a|Some of (?:these|them)|Most of (?:these|them)|"
    r"One of (?:these|them)|Among (?:these|them)|An example of|Examples? (?:is|are)|Notably)\b",
)
_POINTER_EN = re.compile(
    r"^(?:This|These|That|Those|Such|Another|The latter|The former|The same|Both(?= (?:are|were|is|of|have|had|can))|"
    r"Neither(?= (?:is|was|of))|Either(?= (?:is|way))|Here)\b"
)
_PRONOUN_EN = re.compile(
    r"^(?:It|Its|He|His|She|Her|They|Their|Them|It’s|It's)\b|^\w+(?:ing|ed)\b[^,]{0,60}, (?:he|she|it|they)\b"
)
_EXPLETIVE_EN = re.compile(r"^It(?:[’']s| is| was| has been)(?: \w+){0,3} (?:to|that|when|if)\b")
_POINTS_BACK_INSIDE = {
    # Only before the first comma: after it the antecedent may stand in the same sentence.
    "zh": re.compile(r"^[^，。；：]*(?:这些|这一|这种|这个|这样|(?<![应因从由如彼])此(?!外)|(?<!应)该(?!国|公司|校))"),
    "en": re.compile(r"\b(?:this|these) \w+|\bthose(?! (?:who|that|of|from|in))\b|\bequally\b"),
}
_LEADING_CONNECTIVE = {
    "zh": re.compile(r"^(?:此外|另外|然而|因此|不过|同时|最后|其次|后来|例如)[，、]\s*|^(?:正确|用法|例外|注意)："),
    "en": re.compile(
        r"^(?:However|Therefore|Thus|Hence|Moreover|Furthermore|Also|Additionally|In addition|Finally|Notably|"
        r"For example|For instance|As a result|Consequently),\s+"
    ),
}


def link_of(sentence: str, language: str) -> Link:
    text = sentence.lstrip('“"「『（( ')
    if _POINTS_BACK_INSIDE[language].search(text):
        return Link.TO_PREVIOUS
    if language == "zh":
        return _link(text, _CONNECTIVE_ZH, _POINTER_ZH, _PRONOUN_ZH)
    if _EXPLETIVE_EN.match(text):
        return Link.NONE
    return _link(text, _CONNECTIVE_EN, _POINTER_EN, _PRONOUN_EN)


def without_connective(sentence: str, language: str) -> str:
    """The sentence without "However," or the like in front; what it states stays the same."""
    rest = _LEADING_CONNECTIVE[language].sub("", sentence)
    return rest[:1].upper() + rest[1:] if language == "en" else rest


def _link(text: str, connective: re.Pattern[str], pointer: re.Pattern[str], pronoun: re.Pattern[str]) -> Link:
    if connective.match(text) or pointer.match(text):
        return Link.TO_PREVIOUS
    return Link.TO_SUBJECT if pronoun.match(text) else Link.NONE
