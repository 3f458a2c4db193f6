"""Citations of laws in English text: United States codes and acts, German codes in translation, European acts."""

import re
from collections.abc import Iterator
from functools import cache

from chalicelib.task_types.litigation_analysis.package_rules import StatuteOfInterest

Citation = tuple[str, str, str, str]

_NUMBER = r"\d{1,5}[a-z]?(?:-\d{1,5}[a-z]?)?(?!\d|\s*U\.?\s?S|\s*C\.?\s?F)"
_SUBS = r"(?:\s?\(\s?[A-Za-z0-9]{1,4}\)|\s?(?<=\))[A-Za-z0-9]{1,3}\))*"
_ONE = rf"{_NUMBER}{_SUBS}(?:\s+et\s+seqq?\.?)?(?:\s*\([a-z][a-z ]{{5,60}}\))?"
_LIST = rf"{_ONE}(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s*;\s*)(?:§+\s*)?(?:{_ONE}|\([A-Za-z0-9]{{1,4}}\)))*"
_ACTS = {
    "digital millennium copyright act": "17 U.S.C.",
    "dmca": "17 U.S.C.",
    "copyright act": "17 U.S.C.",
    "lanham act": "15 U.S.C.",
    "defend trade secrets act": "18 U.S.C.",
}
"""Acts whose sections are cited by their number in the code."""
_ACT_NAMES = {
    "dmca": "Digital Millennium Copyright Act",
    "digital millennium copyright act": "Digital Millennium Copyright Act",
    "copyright act": "Copyright Act",
    "lanham act": "Lanham Act",
    "defend trade secrets act": "Defend Trade Secrets Act",
}
_GERMAN = r"UrhG|BGB|ZPO|StGB|HGB|UWG|MarkenG|PatG|TMG|GG|GVG|InsO|AktG|GmbHG|EGBGB|RVG|GKG"
_PART = (
    r"(?:\s*,?\s*(?:Subsections?|Subsec|Sentences?|No|Para(?:graph)?|Abs|S|"
    r"Nr)\.?\s*\d+[a-z]?(?:\s+and\s+\d+(?![\d.]))?)"
)
_GERMAN_ONE = rf"\d{{1,4}}[a-z]?{_PART}*(?:\s+et\s+seqq?\.)?"


class EnglishCitations:
    """Reads sentence after sentence; a bare "Section 1201" belongs to the law it was cited with elsewhere."""

    def __init__(self, whole_text: str, of_interest: tuple[StatuteOfInterest, ...]) -> None:
        self._named = {name.lower(): statute.law for statute in of_interest for name in (*statute.aliases, statute.law)}
        self._law_by_section: dict[str, str] = {}
        for _, article, normalised, _ in self._explicit(" ".join(whole_text.split())):
            section = re.match(r"§ (\d+[a-z]?)", article)
            if section:
                self._law_by_section.setdefault(section[1], normalised.split(" §")[0])

    def citations_in(self, sentence: str) -> Iterator[Citation]:
        """Law, article, normalised form and the citing words."""
        text = re.sub(r"https?://\S+", lambda match: " " * len(match.group()), sentence)
        found = list(self._explicit(text))
        yield from found
        for match in _bare().finditer(text):
            if not any(match.group() in citation[3] or citation[3].endswith(match.group()) for citation in found):
                yield from self._resolved(match)

    def _explicit(self, text: str) -> Iterator[Citation]:
        yield from _code_citations(text)
        yield from _act_citations(text)
        yield from _german_citations(text)
        yield from _other_citations(text)

    def _resolved(self, match: re.Match[str]) -> Iterator[Citation]:
        section = re.match(r"\d+[a-z]?", match["sections"])
        law = self._law_by_section.get(section[0]) if section else None
        if law is None:
            return
        articles = _german_articles(match["sections"]) if re.match(_GERMAN, law) else _articles(match["sections"])
        for article in articles:
            yield law, article, f"{law} {article}", match.group()


def _code_citations(text: str) -> Iterator[Citation]:
    for match in _code().finditer(text):
        code = "C.F.R." if match["code"].upper().replace(".", "").replace(" ", "") == "CFR" else "U.S.C."
        law = f"{match['title']} {code}"
        for article in _articles(match["sections"]):
            yield law, article, f"{law} {article}", match.group().strip()


def _act_citations(text: str) -> Iterator[Citation]:
    for match in _act().finditer(text):
        name = match["act"].lower()
        if match["sections"]:
            for article in _articles(match["sections"]):
                yield _ACTS[name], article, f"{_ACTS[name]} {article}", match.group()
        else:
            yield _ACT_NAMES[name], "", _ACT_NAMES[name], match.group()


def _german_citations(text: str) -> Iterator[Citation]:
    for match in _german().finditer(text):
        for article in _german_articles(match["sections"]):
            yield match["law"], article, f"{match['law']} {article}", match.group()


def _other_citations(text: str) -> Iterator[Citation]:
    for match in _others().finditer(text):
        whole = " ".join(match.group().split())
        law, _, article = whole.rpartition(" ")
        if whole == "German Copyright Act":
            yield "UrhG", "", "UrhG", whole
        elif re.match(r"Fed\.|D?FAR", law):
            article = article.replace(",", ".")
            yield law, article, f"{law} {article}", match.group()
        else:
            yield whole, "", whole, match.group()


def _articles(written: str) -> list[str]:
    """ "1202(b)(4) and (5)" → § 1202(b)(4), § 1202(b)(5); a lost bracket as in "512(g)2)(C)" is put back."""
    articles: list[str] = []
    for match in _section().finditer(written):
        number, subs = match["number"] or "", re.sub(r"\s", "", match["subs"] or match["more"] or "")
        subs = re.sub(r"(?<=\))(?=[A-Za-z0-9]+\))", "(", subs)
        if number:
            articles.append(f"§ {number}{subs}" + (" et seq." if match["seq"] else ""))
        elif articles and subs:
            articles.append(re.sub(r"\([^()]*\)$", "", articles[-1]) + subs)
    return list(dict.fromkeys(articles))


def _german_articles(written: str) -> list[str]:
    """ "936, 916 Subsection 1, 940" → three articles; "95a Subsection 1 and 3" → two."""
    articles: list[str] = []
    for match in _german_section().finditer(written):
        parts = re.sub(
            r"\b(Subsection|Sentence|No)s?\.?\s*", r"\1 ", " ".join((match["parts"] or "").replace(",", " ").split())
        )
        parts = re.sub(r"\bNo (?=\d)", "No. ", parts)
        both = re.search(r"(\w+\.?) (\d+) and (\d+)$", parts)
        choices = (
            [parts] if not both else [f"{parts[: both.start()]}{both[1]} {number}" for number in (both[2], both[3])]
        )
        articles += [f"§ {match['number']} {choice}".strip() for choice in choices]
    return articles


@cache
def _code() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:Title\s+)?(?P<title>\d{{1,2}})\s*(?P<code>U\.?\s?S\.?\s?C\.?|"
        rf"C\.?\s?F\.?\s?R\.?)(?:\s?A\.)?(?![A-Za-z])\s*"
        rf"(?:§+|[Ss]ections?|[Ss]ecs?\.)?\s*(?P<sections>{_LIST})"
    )


@cache
def _act() -> re.Pattern[str]:
    names = "|".join(name.replace(" ", r"\s+") for name in sorted(_ACTS, key=len, reverse=True))
    return re.compile(
        rf"(?:(?:[Ss]ections?|§+)\s*(?P<sections>{_LIST})\s+of\s+(?:the\s+)?)?(?:\bU\.?S\.?\s+)?(?<![-/])"
        rf"(?<!German )\b(?P<act>(?i:{names}))\b"
        r"(?!-|\s+(?:[Aa]gent|[Nn]otification|[Tt]akedown|[Nn]otice|[Pp]olicy|[Cc]ounter|[Ff]orm|"
        r"[Cc]omplaint|[Pp]rocess|[Rr]eport|[Ss]afe))"
    )


@cache
def _german() -> re.Pattern[str]:
    return re.compile(
        rf"(?:Sections?|§+|Art(?:icle)?\.?)\s*(?P<sections>{_GERMAN_ONE}(?:(?:\s*[,.]\s*|"
        rf"\s+and\s+){_GERMAN_ONE})*)\s*(?P<law>{_GERMAN})\b"
    )


@cache
def _bare() -> re.Pattern[str]:
    return re.compile(rf"\b[Ss]ections?\s+(?P<sections>\d{{2,5}}[a-z]?(?:{_PART}+|{_SUBS}))(?!\.\d)")


@cache
def _section() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?P<number>{_NUMBER})(?P<subs>{_SUBS})(?P<seq>\s+et\s+seqq?)?|(?:and|"
        rf",)\s*(?P<more>\([A-Za-z0-9]{{1,4}}\)))"
    )


@cache
def _german_section() -> re.Pattern[str]:
    return re.compile(rf"(?P<number>\d{{1,4}}[a-z]?)(?P<parts>{_PART}*)")


@cache
def _others() -> re.Pattern[str]:
    return re.compile(
        r"Fed\.\s?R\.\s?(?:Civ|Crim|App|Evid)\.\s?(?:P\.\s?)?\d+(?:\([a-z0-9]+\))*|D?FARS?\s+\d+[.,]\d+-\d+"
        r"|\b(?:Regulation|Directive)\s+(?:\(EU\)\s+)?(?:No\.?\s+)?\d{2,4}/\d{1,4}(?:/E[CU])?"
        r"|(?:\bArt(?:icle)?\.?\s+\d+(?:\s+Subsection\s+\d+)?\s+)?\bRome\s+I{1,2}\s+(?:Ordinance|Regulation)\b|\bEuGVVO\b"
        r"|(?<=\bthe )(?:UrhG|BGB|ZPO)\b|\bGerman Copyright Act\b|\b(?:EU|E\.U\.)\s+Software\s+Directive\b"
    )
