"""Makes plain text tidy: citation marks, empty brackets, spacing and punctuation, with every word left as it is."""

import re
import unicodedata

from chalicelib.domain.text.language import CJK, detect_language

_MAX_PASSES = 20

_CITATION_MARK = re.compile(
    r"\s*[\[［【](?:\d{1,3}(?:\s*[,，–-]\s*\d{1,3})*|[a-z]|"
    r"citation needed|verification needed|clarification needed|note \d+|who\?|when\?|which\?|by whom\?|"
    r"需要引证|需要引用|来源请求|來源請求|需要更新|可疑|哪里\？|谁\？|何时\？|註\s*\d+|注\s*\d+)[\]］】]",
    re.IGNORECASE,
)
_EMPTY_BRACKETS = re.compile(r"\s*(?:（[\s'\"‘’“”、，,;；：:]*）|\([\s'\"‘’“”、，,;；：:]*\)|\[\s*\]|【\s*】)")
_EMPTY_LABEL = re.compile(
    r"(?:学名|學名|英语|英文|德语|法语|拉丁语|日语|原文|又译|Latin|German|French)\s*[:：]\s*['\"‘’“”]*\s*(?=[）)])"
)
_DANGLING_OR = re.compile(r"([（(])\s*(?:或|or)\s*(?=[）)])")
_SEE_FIGURE = re.compile(
    r"\s*[（(](?:见|參見|参见|如|see)\s*[^（()）]{0,12}(?:图|圖|表|figure|table)[^（()）]{0,6}[)）]", re.IGNORECASE
)
_SEE_SECTION = re.compile(r"\s*\((?:see|see also) \d[^()]*\)")
_ALL_IN_BRACKETS = re.compile(r"^（([^（）]*)）$|^\(([^()]*)\)$")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060\ufeff]")
_REPEATED_STOP = re.compile(r"([。！？，；：、])\1+")
_QUOTED_LETTER = re.compile(r"\"([A-Z])\"(?=\s*[,，-])")
_WIDE_BY_NARROW = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
_NARROW_NEAR_CHINESE = re.compile(
    f"(?<=[{CJK}）」』》”])\\s*([,;:?!])(?=\\s*[{CJK}（「『《“])\\s*|(?<=[{CJK}])([,;:?!])(?=\\s|$)"
)
_BRACKET = re.compile(r"[()（）]")
_FULL_WIDTH_LETTERS = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]")
_SPACE_BETWEEN_CHINESE = re.compile(f"(?<=[{CJK}])[ \t]+(?=[{CJK}])")
_SPACE_AT_WIDE_MARK = re.compile(r"\s*([，。、；：？！（）「」『』《》〔〕])\s*")
_CHINESE_THEN_LATIN = re.compile(f"(?<=[{CJK}])(?=[A-Za-z0-9\u00c0-\u024f])")
_LATIN_THEN_CHINESE = re.compile(f"(?<=[A-Za-z0-9\u00c0-\u024f%°])(?=[{CJK}])")
_SPACE_BEFORE_MARK = re.compile(r"(?<=[^\s.])\s+(?=[,;:!?%)\]](?:\s|$))")
_SPACE_BEFORE_STOP = re.compile(r"(?<=[\w)\]])\s+\.(?=\s|$)")
_DASH_GAP = re.compile(r"\s—(?=\w)|(?<=\w)—\s")


def clean_text(text: str) -> str:
    """Tidy one paragraph of plain text. Doing it twice changes nothing more."""
    for _ in range(_MAX_PASSES):
        tidied = _tidy_once(text)
        if tidied == text:
            break
        text = tidied
    return text


def _tidy_once(text: str) -> str:
    text = re.sub(r"(?<!\w)`(?=[^`’']{1,40}[’'])", "‘", text)
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    text = _FULL_WIDTH_LETTERS.sub(lambda match: chr(ord(match.group()) - 0xFEE0), text)
    text = _without_leftovers(re.sub(r"\s+", " ", text))
    text = _chinese_typography(text) if detect_language(text) == "zh" else _english_typography(text)
    return text.strip()


def _without_leftovers(text: str) -> str:
    text = _CITATION_MARK.sub("", text)
    text = _DANGLING_OR.sub(r"\1", _EMPTY_LABEL.sub("", text))
    text = _SEE_SECTION.sub("", _SEE_FIGURE.sub("", _EMPTY_BRACKETS.sub("", text)))
    text = _ALL_IN_BRACKETS.sub(lambda match: match.group(1) or match.group(2) or "", text.strip())
    text = _without_unopened_quotes(text)
    return _QUOTED_LETTER.sub(r"\1", _REPEATED_STOP.sub(r"\1", text))


def _without_unopened_quotes(text: str) -> str:
    kept, open_quotes = list[str](), 0
    for character in text:
        open_quotes += {"“": 1, "”": -1}.get(character, 0)
        if open_quotes >= 0:
            kept.append(character)
        open_quotes = max(open_quotes, 0)
    return "".join(kept)


def _english_typography(text: str) -> str:
    return _SPACE_BEFORE_MARK.sub("", _SPACE_BEFORE_STOP.sub(".", _DASH_GAP.sub(" — ", text)))


def _chinese_typography(text: str) -> str:
    text = _SPACE_BETWEEN_CHINESE.sub("", text)
    text = _NARROW_NEAR_CHINESE.sub(lambda match: _WIDE_BY_NARROW[match.group(1) or match.group(2)], text)
    text = _SPACE_AT_WIDE_MARK.sub(r"\1", _matched_brackets(text))
    return _LATIN_THEN_CHINESE.sub(" ", _CHINESE_THEN_LATIN.sub(" ", text))


def _matched_brackets(text: str) -> str:
    """Make both brackets of a pair wide when Chinese stands in it or before it, narrow otherwise."""
    characters, open_at = list(text), list[int]()
    for match in _BRACKET.finditer(text):
        if match.group() in "(（":
            open_at.append(match.start())
        elif open_at:
            start, end = open_at.pop(), match.start()
            before = text[:start].rstrip()[-1:]
            wide = re.search(f"[{CJK}」』》”]", before + text[start:end]) is not None
            characters[start], characters[end] = ("（", "）") if wide else ("(", ")")
    return "".join(characters)
