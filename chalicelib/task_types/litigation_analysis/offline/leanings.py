"""For whom a decision's sentence is: told by who is ordered, who is entitled, whose plea is not followed."""

import re
from collections.abc import Sequence
from functools import cache

from chalicelib.task_types.litigation_analysis.findings import Claim, Party, Side

_OTHER: dict[Side, Side] = {"plaintiff": "defendant", "defendant": "plaintiff"}


def other_side(side: Side) -> Side:
    return _OTHER[side]


def leaning(claim: Claim, parties: Sequence[Party]) -> Side | None:
    """None where no rule tells: most sentences of a decision are neither."""
    text = claim.text
    return _leaning_zh(text, parties) if re.search(r"[\u4e00-\u9fff]", text) else _leaning_en(text)


def _leaning_en(text: str) -> Side | None:
    for_plaintiff, for_defendant = _english()
    if for_defendant.search(text):
        return "defendant"
    return "plaintiff" if for_plaintiff.search(text) else None


def _leaning_zh(text: str, parties: Sequence[Party]) -> Side | None:
    rejected, ordered, relieved = _chinese()
    sides = _sides_by_name(parties)
    turned_down = rejected.search(text)
    if turned_down:
        losing = _last_named(text[: turned_down.start()], sides)
        return other_side(losing) if losing else None
    if relieved.search(text):
        return "defendant"
    ordering = ordered.search(text)
    if ordering:
        paying = _first_named(text[ordering.start() :], sides)
        return other_side(paying) if paying else None
    supported = re.search(r"应予支持|予以支持|应认定", text)
    winning = _first_named(text[: supported.start()], sides) if supported else None
    return winning if supported and "应认定" not in supported.group() else None


def _sides_by_name(parties: Sequence[Party]) -> dict[str, Side]:
    sides: dict[str, Side] = {"原告": "plaintiff", "被告": "defendant"}
    for party in parties:
        if party.side:
            sides |= dict.fromkeys((party.name, *party.aliases), party.side)
    return sides


def _first_named(text: str, sides: dict[str, Side]) -> Side | None:
    found = [(text.find(name), -len(name), side) for name, side in sides.items() if name in text]
    return min(found)[2] if found else None


def _last_named(text: str, sides: dict[str, Side]) -> Side | None:
    """Of a plea that is turned down: the party named last before "认为" or "抗辩", else the first."""
    pleading = re.search(r"(?<!法院)(?<!本院)(?<!裁判)认为|抗辩|提出|主张|辩称", text)
    before = text[: pleading.start()] if pleading else text
    found = [(before.rfind(name), len(name), side) for name, side in sides.items() if name in before]
    return max(found)[2] if found else None


@cache
def _english() -> tuple[re.Pattern[str], re.Pattern[str]]:
    suing, sued = r"(?:Claimant|Plaintiff|Applicant)", r"Defendants?"
    for_plaintiff = (
        rf"\b{suing} (?:is|also has|has|was) (?:entitled|a claim|a capacity|granted)|\b{sued} (?:are|is|"
        rf"have|also|has) (?:prohibited|required|liable|"
        rf"circumvented|infringed|breached|ordered)|\b(?:motion|"
        rf"application)\b[^.]{{0,60}}\b(?:substantiated|granted|admissible)|"
        rf"\bBy way of a preliminary injunction\b|"
        r"\bThey are liable\b|\bentitled to a claim for injunction\b|\b(?:objection|defen[cs]e) does not apply\b"
    )
    for_defendant = (
        r"\breject(?:ed|s)? (?:this|the) (?:notice|claim|motion|application)|"
        r"\bdoes not meet the requirements\b|\breversed the takedown\b|"
        rf"\b(?:complaint|motion|claim) is (?:dismissed|denied)\b|\b{sued} (?:is|are) not (?:liable|required)"
    )
    return re.compile(for_plaintiff), re.compile(for_defendant)


@cache
def _chinese() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    return (
        re.compile(r"不予采信|不能成立|不予支持|不予采纳|没有证据证明|未提供证据证明"),
        re.compile(
            r"(?<=[：:])被告.{0,24}(?:赔偿|支付|返还|退还)|判令.{0,24}(?:退货|退款|支付|赔偿|返还)|应退车还款|"
            r"(?<=、)[^、；]{2,30}于判决生效后[^；]{0,8}内(?:加倍)?(?:赔偿|退还|支付)"
        ),
        re.compile(r"驳回(?:原告)?[^上，。；]{0,12}(?:全部)?诉讼请求|驳回原告"),
    )
