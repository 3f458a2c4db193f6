"""What a party's name looks like in English text."""

import re
from functools import cache

FORM = (
    r"(?:Inc\.?|INC\.?|Incorporated|Corp\.?|CORP\.?|Corporation|CORPORATION|LLC|L\.L\.C\.?|Ltd\.?|LTD\.?|"
    r"Limited|LIMITED|LLP|GmbH|GMBH|AG|PLC|"
    r"plc|S\.A\.|B\.V\.|Co\.|Company|COMPANY)"
)
_WORD = (
    r"(?!(?:The|This|That|These|In|On|At|As|By|For|If|And|Of|To|It|We|You|Our|All|Any|Upon|Pursuant|Following|"
    r"During|When|While|Section|Exhibit)\b)[A-Z][\w&-]*(?:\.(?=[A-Z])[\w&-]+)*"
)
_LINK = r"(?:\s+(?:of|and|the|for|&|de|der|für)){0,2}\s+"
_MORE = rf"(?:{_LINK}{_WORD}|\s+\((?:Private|PRIVATE|Priovate|Pvt\.?)\))"
NAME = rf"{_WORD}{_MORE}{{0,8}}?"
ORGANISATION = rf"{_WORD}{_MORE}{{0,7}}?,?\s+{FORM}(?![\w])"
"""A name with its legal form, the only sign by which a name is known to be a company's."""

_NO_PARTY = {
    "agreement", "contract", "software", "products", "product", "services", "service", "application", "effective",
    "date", "court", "exhibit", "act", "code", "section", "notice", "complaint", "copyright", "trade", "secrets",
    "information", "territory", "term", "parties", "party", "individual", "developers", "demand", "letter",
    "website", "repository", "amendment", "price", "list", "street", "hardware", "documentation", "action",
    "civil", "case", "document", "page", "madam", "sir", "judge", "honor", "counsel", "whom",
}  # fmt: skip


def looks_like_party(name: str) -> bool:
    words = re.findall(r"[A-Za-z]+", name.lower())
    if not words or len(name) < 3:
        return False
    return has_form(name) or not _NO_PARTY & set(words)


def has_form(name: str) -> bool:
    return bool(_form_at_end().search(name))


def tidy(name: str) -> str:
    """Without what is no part of it; capitals throughout become a name's usual writing."""
    name = re.sub(r"\s+", " ", name).strip(" ,;:-")
    name = re.sub(r"^(?:and|AND|the|The|THE)\s+", "", name)
    if name.isupper() and len(name) > 8:
        return " ".join(_usual(word) for word in name.split())
    return name


def split_names(text: str) -> list[str]:
    """ "XOHO TECH INC., XOHO TECH PRIVATE LIMITED, AND ADEEL AHMAD": a comma before a legal form does not part."""
    guarded = re.sub(rf",\s*(?={FORM}(?!\w))", "\x00", text)
    pieces = re.split(r"\s*(?:,\s*(?:and|AND)\s+|;\s*(?:and\s+)?|,\s+|\s+(?:and|AND)\s+)", guarded)
    return [tidy(piece.replace("\x00", ", ")) for piece in pieces if piece.strip(" .,")]


def _usual(word: str) -> str:
    bare = word.strip(".,").lower()
    if bare in ("llc", "llp", "ag", "usa", "us", "plc"):
        return word
    if bare in ("of", "and", "the", "for"):
        return word.lower()
    return "GmbH" if bare == "gmbh" else word.capitalize()


@cache
def _form_at_end() -> re.Pattern[str]:
    return re.compile(rf"\s{FORM}$|,\s*{FORM}$")
