"""Who says what: the party a sentence speaks for."""

import re
from dataclasses import dataclass

from chalicelib.task_types.litigation_analysis.findings import DocumentKind, Party, Side
from chalicelib.task_types.litigation_analysis.offline.party_roles import roles_by_word, side_of
from chalicelib.task_types.litigation_analysis.package_rules import PackageRules

_WRITERS = ("respondent", "claimant", "copyright_owner", "plaintiff")
_SPEECH_EN = re.compile(
    r"[’']?(?:,? (?:further|also|then|now|again))*,? (?:that it )?(?:stated?s?|claim(?:ed|s)|demand(?:ed|s)|"
    r"informed|agreed|acknowledged?s?|"
    r"assert(?:ed|s)?|contend(?:ed|s)?|alleg(?:ed|es)|told|believes?|den(?:y|ies|ied)|object(?:s|ed)? to|"
    r"is of the opinion|"
    r"appl(?:y|ies) for|requests?|allegations? that|contention that|made a clear|never|is entitled|has a claim)\b"
)
_OFFERS_ZH = re.compile(r"[^，。；]{0,6}(?:提供|提交|出示|举示|举证)(?!的)")
_SPEECH_ZH = re.compile(
    r"(?:在(?:本案)?(?:审理|庭审)(?:过程)?中|接受调查时|对此|[^，。；]{0,3})?(?:亦|也|均|还|又)?(?:辩称|诉称|称|表示|主张|认为|承认|认可|不予认可|否认|抗辩|提出|"
    r"要求|请求|仅要求|索赔)"
)


@dataclass(frozen=True, slots=True)
class Speaker:
    name: str
    side: Side | None


NOBODY = Speaker("", None)


class Speakers:
    """Names, aliases and role words of a document's parties, each with its side."""

    def __init__(self, parties: tuple[Party, ...], rules: PackageRules, kind: DocumentKind) -> None:
        self._by_name: dict[str, Speaker] = {}
        for party in parties:
            speaker = Speaker(party.name, party.side)
            self._by_name |= {
                name: speaker for name in (party.name, *party.aliases) if name.lower() not in ("we", "us")
            }
        self._add_roles(parties, rules)
        self._writer = self._writing(parties, kind)
        names = sorted(self._by_name, key=len, reverse=True)
        self._pattern = re.compile("|".join(_as_pattern(name) for name in names)) if names else None
        self._by_folded = {name.lower(): speaker for name, speaker in self._by_name.items()}

    @property
    def writer(self) -> Speaker:
        return self._writer

    def of(self, text: str, cue_start: int, language: str) -> Speaker:
        """Who says it: the party of a verb of speech, else the writer, else the party the sentence begins with."""
        reported = self._reporting(text, language)
        if reported is not None:
            return reported
        if self._writer.name:
            return self._writer
        return self.before(text, cue_start, nearest=False)

    def offering(self, text: str, position: int) -> Speaker:
        """Who puts forward what a Chinese sentence names at a position: the last who 提供, 提交 or 出示 before it."""
        found = NOBODY
        for match in self._pattern.finditer(text, 0, position) if self._pattern else ():
            if _OFFERS_ZH.match(text, match.end()):
                found = self._by_folded[match.group().lower()]
        return found

    def before(self, text: str, cue_start: int, *, nearest: bool) -> Speaker:
        """The party named before a cue; nobody where none is."""
        matches = list(self._pattern.finditer(text, 0, cue_start)) if self._pattern else []
        return self._by_folded[matches[-1 if nearest else 0].group().lower()] if matches else NOBODY

    def _reporting(self, text: str, language: str) -> Speaker | None:
        if self._pattern is None:
            return None
        verbs = _SPEECH_ZH if language == "zh" else _SPEECH_EN
        for match in self._pattern.finditer(text):
            if verbs.match(text, match.end()):
                return self._by_folded[match.group().lower()]
        return None

    def _add_roles(self, parties: tuple[Party, ...], rules: PackageRules) -> None:
        for word, role in roles_by_word(rules).items():
            holders = [party for party in parties if role in party.roles]
            side = side_of((role,), rules) or (holders[0].side if holders else None)
            speaker = Speaker(holders[0].name if len(holders) == 1 else word, side)
            if holders or side:
                written = (word,) if not word.isascii() else (word.capitalize() + "s", word.capitalize())
                for each in written:
                    self._by_name.setdefault(each, Speaker(speaker.name if not each.endswith("s") else each, side))

    def _writing(self, parties: tuple[Party, ...], kind: DocumentKind) -> Speaker:
        if kind == "complaint":
            return next((Speaker(party.name, "plaintiff") for party in parties if party.side == "plaintiff"), NOBODY)
        if kind == "answer":
            return next((Speaker(party.name, "defendant") for party in parties if party.side == "defendant"), NOBODY)
        for role in {"letter": _WRITERS, "decision": ("deciding_host",)}.get(kind, ()):
            for party in parties:
                if role in party.roles:
                    return Speaker(party.name, party.side)
        return NOBODY


def _as_pattern(name: str) -> str:
    """Names in any case, role words only as names: "the Client", not "a client"."""
    if not name[0].isascii():
        return re.escape(name)
    return rf"\b(?i:{re.escape(name)})" if " " in name else rf"\b{re.escape(name)}"
