"""Finds the sentences that say what something is, and what they say it of."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from chalicelib.domain.text.language import CJK, has_chinese
from chalicelib.domain.text.word_lists import words_of
from chalicelib.task_types.learning_roadmap.offline.reading import Sentence

_ENGLISH = re.compile(
    r"^(?P<lead>(?:(?:In|With|More formally|Formally)\b[^,:`]{0,40}[,:] )?(?:(?:[Aa]n?|[Tt]he) )?)"
    r"(?P<term>(?:`[^`]+`|[A-Za-z][\w'’-]*)(?: (?:`[^`]+`|[\w'’-]+)){0,3}?)"
    r"(?P<aside> \([^()]*\))?(?P<where> in [A-Z]\w+)?"
    r" (?P<verb>is|are|refers? to|describes|means) "
    r"(?P<rest>.+)$",
    re.DOTALL,
)
_NO_SUBJECT = words_of("""
this that these those it its they there here he she we you i which what who one ones some most many more both
each all any every another other others example following first second next result note when if while since
because for to by with from as at on of and or but not also only just then thus than more once being
functionality details reason difference goal purpose output approach benefit advantage same way
""")
_VERB_INSIDE = re.compile(r"\b(?:is|are|was|were|can|could|may|must|should|will|would|has|have|do|does|called|used)\b")
_KIND_AFTER_IS = re.compile(
    r"^(?:(?:essentially |simply |basically )?an?|any|another|one of|two|three|four|several|the (?:process|act|"
    r"practice|study|ability|capacity|technique|method|idea|concept|set|operation|science|property|art|use|part|unit)) "
    r"(?!same\b|following\b|first\b|case\b)\S+"
)
_PLURAL_NOUN = re.compile(r"^(?:[\w-]+ ){0,3}?[\w-]{3,}s\b(?! (?:of|by) (?:the|a) (?:reader|exercise))")
_NOT_A_NOUN = re.compile(
    r"^(?:not|also|very|only|just|often|typically|usually|generally|both|all|still|always|never|particularly|"
    r"especially|most|more|so|as|in|at|on|by|for|to|from|\w+(?:ed|ing|ly|able|ible|ful|ous|ive|al|ent|ant|que|ic))\b"
)
_CHINESE = re.compile(
    f"^(?:所谓|在[^，。]{{2,14}}[中里]，)?"
    f"(?P<term>[“「《]?[{CJK}A-Za-z][{CJK}A-Za-z0-9·（）()+#/_ .-]{{0,19}}?[”」》]?)"
    r"(?P<verb>，?是指|指的是|就是|是一[种个类项组条套段门]|是|指|称为|意味着)(?P<rest>[^，。；]{3,}.*)$",
    re.DOTALL,
)
_NO_CHINESE_SUBJECT = re.compile(
    r"^(?:这|那|它|他|她|其|此|该|本|如果|因为|由于|当|但|而|也|还|都|就|只|因此|所以|例如|比如|什么|哪|谁|我|你|最|一般|通常|有时|可以|不|目的|结果|原因|关键|重点|区别|特点|优点|缺点|下面|上面|同样|另外|首先|其次|前者|后者|两者)"
)
_CHINESE_VERB_INSIDE = re.compile(r"[的了着过]|可以|能够|需要|必须|应该|不能|如何|怎样|，|。")
_CAPITALISED_INSIDE = re.compile(r"(?<=[a-z,] )[A-Z][\w'’-]*")
_MOST_WORDS = 40


@dataclass(frozen=True)
class Definition:
    term: str
    """As it would stand inside a sentence."""
    sentence: str
    blanked: str
    """The sentence with a blank in the term's place."""
    plural: bool
    heading: str | None


def definitions(sentences: Sequence[Sentence], blank: str) -> list[Definition]:
    """One for each term, the first."""
    found: dict[str, Definition] = {}
    names = {name for sentence in sentences for name in _CAPITALISED_INSIDE.findall(sentence.text)}
    for sentence in sentences:
        chinese = has_chinese(sentence.text)
        definition = _chinese(sentence, blank) if chinese else _english(sentence, blank, names)
        if definition is not None:
            found.setdefault(key_of(definition.term), definition)
    return list(found.values())


def key_of(term: str) -> str:
    """Two spellings of one term have the same key."""
    bare = re.sub(r"[`*_\"'“”‘’「」《》()（）\s.-]", "", term).casefold()
    return bare[:-1] if bare.isascii() and len(bare) > 3 and bare.endswith("s") and not bare.endswith("ss") else bare


def _english(sentence: Sentence, blank: str, names: set[str]) -> Definition | None:
    match = _ENGLISH.match(sentence.text)
    if match is None or len(sentence.text.split()) > _MOST_WORDS or not sentence.text.rstrip().endswith((".", "!")):
        return None
    term, verb, rest = match.group("term"), match.group("verb"), match.group("rest")
    words = re.findall(r"[\w'’-]+", term.lower())
    if not _is_subject(term, words) or not _says_what(verb, rest) or _repeats(words, rest + (match["aside"] or "")):
        return None
    lead = re.sub(r"\b([Aa])n? $", lambda article: f"{article.group(1)}(n) ", match.group("lead"))
    tail = sentence.text[match.end("aside") if match.group("aside") else match.end("term") :]
    return Definition(
        term=term if match.group("lead") else inside(term, names),
        sentence=sentence.text,
        blanked=f"{lead}{blank}{tail}",
        plural=verb in ("are", "refer to"),
        heading=sentence.heading,
    )


def _is_subject(term: str, words: Sequence[str]) -> bool:
    """Not a pronoun, a quotation or half a sentence."""
    if not words or '"' in term or words[0] in _NO_SUBJECT or words[-1] in _NO_SUBJECT:
        return False
    return _VERB_INSIDE.search(term.lower()) is None


def _says_what(verb: str, rest: str) -> bool:
    if verb == "is":
        return _KIND_AFTER_IS.match(rest) is not None
    if verb == "are":
        kind = _KIND_AFTER_IS.match(rest) is not None
        return kind or (_NOT_A_NOUN.match(rest) is None and _PLURAL_NOUN.match(rest) is not None)
    return True


def _repeats(words: Sequence[str], rest: str) -> bool:
    """Whether the rest of the sentence names the term again: then the question would hold its answer."""
    lowered = rest.lower()
    return any(len(word) > 3 and re.search(rf"\b{re.escape(word[: max(4, len(word) - 2)])}", lowered) for word in words)


def inside(term: str, names: set[str]) -> str:
    """A word that opened the sentence, in the case it has inside one."""
    first, _, others = term.partition(" ")
    if first.startswith("`") or first in names or not first[1:].islower() or others[:1].isupper():
        return term
    return term[0].lower() + term[1:]


def _chinese(sentence: Sentence, blank: str) -> Definition | None:
    match = _CHINESE.match(sentence.text)
    if match is None or not sentence.text.rstrip().endswith(("。", "！")) or len(sentence.text) > 120:
        return None
    term = match.group("term").strip("“”「」《》 ，")
    bare = re.sub(r"[（(].*?[）)]", "", term).strip()
    if len(bare) < 2 or _NO_CHINESE_SUBJECT.match(bare) or _CHINESE_VERB_INSIDE.search(bare) or _bad_rest(match):
        return None
    if bare.lower() in sentence.text[match.end("term") :].lower():
        return None
    start, end = match.span("term")
    blanked = f"{sentence.text[:start]}{blank}{sentence.text[end:]}"
    return Definition(bare, sentence.text, blanked, plural=False, heading=sentence.heading)


def _bad_rest(match: re.Match[str]) -> bool:
    """ "X是……的" says how something is, not what."""
    rest = match.group("rest").rstrip("。！")
    return match.group("verb") == "是" and (rest.endswith("的") or rest.startswith(("不", "否", "很", "由", "在")))
