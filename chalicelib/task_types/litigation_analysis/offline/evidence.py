"""Evidence the documents name, and who offers it."""

import re
from collections.abc import Iterator
from functools import cache

from chalicelib.task_types.litigation_analysis.findings import DocumentKind, Evidence
from chalicelib.task_types.litigation_analysis.offline.grouped import merged
from chalicelib.task_types.litigation_analysis.offline.sentences import Reading, Sentence
from chalicelib.task_types.litigation_analysis.offline.speakers import Speakers
from chalicelib.task_types.litigation_analysis.package_rules import PackageRules

_TOO_GENERAL = {"合同", "协议", "contract", "agreement", "exhibit", "amendment", "notice", "letter"}
"""Named in every dispute; a package may still ask for them."""
_LAW = re.compile(r"(?:法|法典|条例|规定|解释|办法|通则|细则|意见|批复)(?:[（(][^）)]*[）)])*$")
_ZH_NAMES = [
    "车辆维修记录",
    "车辆交接验收单",
    "维修记录",
    "交接验收单",
    "验收单",
    "鉴定意见",
    "鉴定报告",
    "检验报告",
    "检测报告",
    "质检报告",
    "行政处罚决定书",
    "聊天记录",
    "转账记录",
    "转账凭证",
    "付款凭证",
    "银行流水",
    "发票",
    "收据",
    "收条",
    "欠条",
    "借条",
    "送货单",
    "收货单",
    "结算单",
    "对账单",
    "订单截图",
    "购物小票",
    "照片",
    "录音",
    "录像",
    "公证书",
    "律师函",
    "快递单",
    "房产证",
    "不动产权证",
    "租金支付凭证",
    "证人证言",
]
_EN_NAMES = (
    "sworn affidavit|affidavit|certificate of registration|screen ?captures?|screenshots?|invoices?|"
    "receipts?|purchase orders?|bank statements?|"
    "source code|unit tests?|copyright notices?|e-?mails?|signed contracts|court documents|demand letter|"
    "legal letter|counter[- ]notice|"
    "cease-and-desist declaration(?: with a penalty clause)?|declaration|court decision|market study|"
    "witness statements?|delivery notes?"
)


def find_evidence(
    reading: Reading, rules: PackageRules, kind: DocumentKind, speakers: Speakers
) -> tuple[Evidence, ...]:
    if kind in ("statute", "policy", "blank_form"):
        return ()
    named = _names_zh if reading.language == "zh" else _names_en
    found = []
    for sentence in reading.body:
        for name, position in named(sentence, rules):
            if reading.language == "zh":
                speaker = speakers.offering(sentence.text, position)
            else:
                speaker = speakers.before(sentence.text, position, nearest=False)
            if kind in ("complaint", "answer"):
                speaker = speakers.writer
            if name.lower() in _TOO_GENERAL:
                continue
            found.append(Evidence(name=name, offered_by=speaker.name, side=speaker.side, places=(sentence.place,)))
    return merged(found, lambda evidence: (evidence.name.lower(), evidence.side))


def _names_zh(sentence: Sentence, rules: PackageRules) -> Iterator[tuple[str, int]]:
    text = sentence.text
    for match in re.finditer(r"《([^《》]{2,40})》", text):
        if not _LAW.search(match[1]):
            yield f"《{match[1]}》", match.start()
    stop = 0
    for match in _cues_zh(rules.evidence_cues).finditer(text):
        if match.start() >= stop and text[match.start() - 1 : match.start()] != "《":
            stop = match.end()
            yield match.group(), match.start()


def _names_en(sentence: Sentence, rules: PackageRules) -> Iterator[tuple[str, int]]:
    text = sentence.text
    attached = _attached().search(text)
    if attached:
        yield f"{attached['exhibit'].strip()}: {attached['name'].strip()}", attached.start()
    for match in _bracketed().finditer(text):
        yield f"{match['exhibit'].strip()}: {match['name'].strip()}", match.start()
    if _proves().search(text):
        for match in _cues_en(rules.evidence_cues).finditer(text):
            yield match.group().lower(), match.start()


@cache
def _cues_zh(extra: tuple[str, ...]) -> re.Pattern[str]:
    names = {*_ZH_NAMES, *(cue for cue in extra if not cue.isascii())}
    return re.compile("|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)))


@cache
def _cues_en(extra: tuple[str, ...]) -> re.Pattern[str]:
    names = [re.escape(cue) for cue in sorted(extra, key=len, reverse=True) if cue.isascii()]
    return re.compile(rf"\b(?:{'|'.join((*names, _EN_NAMES))})\b", re.I)


@cache
def _attached() -> re.Pattern[str]:
    return re.compile(
        (
            r"(?:copy of (?:the )?|^(?:An? |The )|see (?:the )?attached )(?P<name>[\w’' -]{3,60}?) is attached "
            r"(?:hereto )?as (?P<exhibit>Exhibit "
            r"[A-Z\d]+)"
        ),
        re.I,
    )


@cache
def _bracketed() -> re.Pattern[str]:
    return re.compile(
        r"(?P<name>(?:[\w’'-]+ ){0,2}[\w’'-]+)(?: dated [^()]{4,30}|"
        r" presented[^()]{0,40})? \((?:cf\. )?(?P<exhibit>(?:Exhibit )?(?:A[Ss]t|AG|Exhibit)\.? ?[A-Z\d]+)\)"
    )


@cache
def _proves() -> re.Pattern[str]:
    return re.compile(
        (
            r"\b(?:attach|enclos|present|submit|exhibit|provid|issu|sent|filed|show|produc|according to|"
            r"evidence|prove|sworn|signed|based on|includ|published)"
        ),
        re.I,
    )
