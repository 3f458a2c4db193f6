"""Courts, case numbers, and where the proceedings stand."""

import re
from collections.abc import Iterator
from functools import cache

from chalicelib.task_types.litigation_analysis.findings import DocumentKind, Place, Posture, Reference
from chalicelib.task_types.litigation_analysis.offline.grouped import merged
from chalicelib.task_types.litigation_analysis.offline.sentences import Reading

_STAGES: dict[str, tuple[str, ...]] = {
    "first_instance": (
        r"人民法院于?[^。]{0,24}作出[^。]{0,40}(?:民初|初)字?[^。]{0,20}判决",
        r"一审(?:法院)?(?:判决|认为)",
    ),
    "appeal": (
        r"提出上诉|提起上诉|不服[^。]{0,20}判决|二审",
        r"\bappeal(?:s|ed)? (?:is|was|to|against|from)\b|\bmay be appealed\b",
    ),
    "final": (r"判决已发生法律效力|驳回上诉，维持原判|为终审判决|法院生效裁判",),
    "filed": (
        r"诉至法院|起诉至|向[^。]{0,20}法院(?:提起)?(?:起诉|诉讼)",
        r"\bhave filed\b[^.]{0,120}\baction\b|\bfiled (?:a|the) (?:complaint|lawsuit|law suite)",
    ),
    "interim": (r"财产保全|先予执行|\bpreliminary injunction\b",),
    "pre_action": (
        "律师函",
        r"\b(?:cease[- ]and[- ]desist|takedown notice|counter[- ]?notice|demand letter|DMCA notice)\b",
    ),
    "withdrawn": (r"撤回起诉|准许[^。]{0,8}撤诉|\bvoluntarily dismissed\b|\btake back\b",),
    "settled": (r"达成调解协议|和解协议|\bsettlement agreement\b",),
}


def find_courts(reading: Reading) -> tuple[Reference, ...]:
    """A court's name may run over two lines of capitals."""
    found = []
    for sentence, following in zip(reading.body, (*reading.body[1:], None), strict=True):
        text = sentence.text
        if following and sentence.text.isupper() and following.text.isupper():
            text = f"{text} {following.text}"
        found += [Reference(name=_tidy(match.group()), places=(sentence.place,)) for match in _court().finditer(text)]
    return merged(found, lambda court: court.name.lower())


def find_case_numbers(reading: Reading) -> tuple[Reference, ...]:
    document = reading.document
    found = []
    in_name = re.search(r"(?<!\d)(\d)[-_](\d{2})-(cv|cr|mc|bk)-(\d{3,6})(?!\d)", document.name)
    if in_name:
        place = Place(
            document_id=document.document_id, document=document.name, label="file name", sentence=document.name
        )
        name = f"{in_name[1]}:{in_name[2]}-{in_name[3]}-{in_name[4]}"
        found.append(Reference(name=name, places=(place,)))
    for sentence in reading.sentences:
        for match in _number().finditer(sentence.text):
            name = next(group for group in (*match.groups(), match.group()) if group).strip()
            found.append(Reference(name=_repaired(name), places=(sentence.place,)))
    return merged(found, lambda number: number.name)


def find_postures(reading: Reading, kind: DocumentKind) -> tuple[Posture, ...]:
    found = list(_postures(reading))
    if kind == "complaint" and reading.body:
        first = next(
            (each for each in reading.sentences if "Filed" in each.text or "起诉状" in each.text), reading.body[0]
        )
        found.insert(0, Posture(stage="filed", text=first.text, places=(first.place,)))
    return merged(found, lambda posture: posture.stage)


def _postures(reading: Reading) -> Iterator[Posture]:
    for sentence in reading.body:
        for stage, pattern in _stages():
            if pattern.search(sentence.text):
                yield Posture.model_validate({"stage": stage, "text": sentence.text, "places": (sentence.place,)})


def _tidy(name: str) -> str:
    name = re.sub(r"\s+", " ", name).strip(" ,.")
    name = re.sub(r"^(?:IN THE|In the|the)\s+", "", name)
    return re.sub(r"^(?:于|由|向|经|在|后|和|而|诉至|上诉至)+", "", name)


def _repaired(number: str) -> str:
    """Scanned file numbers take the letter O for a nought: "308 0 230/17" is "308 O 230/17"."""
    return re.sub(r"^(\d{1,4}) 0 (\d+/\d{2})$", r"\1 O \2", re.sub(r"\s+", " ", number))


@cache
def _court() -> re.Pattern[str]:
    return re.compile(
        r"(?:[\u4e00-\u9fff]{2,9}?(?:省|自治区|市))?(?:[\u4e00-\u9fff]{2,8}?(?:市|自治州|地区|州|"
        r"盟))?(?:[\u4e00-\u9fff]{1,6}?(?:区|县|市|旗))?"
        r"(?<=[省区市州盟县旗])(?:第[一二三四五六七八九十]+)?(?:高级|中级|铁路运输|铁路运输中级|海事|知识产权|互联网|金融)?(?:人民)?法院|最高人民法院(?!关于|审判|《)"
        r"|(?i:(?:in the )?united states (?:district|bankruptcy) court(?: for)?(?: the)? (?:northern|"
        r"southern|eastern|western|central|middle)? ?"
        r"district of (?:new \w+|north \w+|south \w+|west \w+|\w+))"
        r"|\b(?!Higher)[A-Z][a-zß-ü]+ (?:Higher )?Regional Court\b|"
        r"\b(?:U\.S\. )?Supreme Court(?: of [A-Z]\w+(?: [A-Z]\w+)?)?|\bSuperior Court of [A-Z]\w+"
    )


@cache
def _number() -> re.Pattern[str]:
    return re.compile(
        r"[（(〔\[]\d{4}[）)〕\]]\s*[\u4e00-\u9fff\d]{2,16}?第?\d+(?:[-—]\d+)?号"
        r"|\b(\d:\d{2}-(?:cv|cr|mc|bk|ap|md)-\d{3,6}(?:-[A-Z]{2,4}){0,2})\b"
        r"|\bFile No\.:?\s*(\d{1,4} [O0A-Z] \d+/\d{2})|\bRef\. ?No\.:?\s*(\d+/\d{4})"
        r"|\b(?:Case|Docket|Civil Action) No\.:?\s*((?=[\w:-]*\d)[\w:-]{4,30})"
    )


@cache
def _stages() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((stage, re.compile("|".join(patterns))) for stage, patterns in _STAGES.items())
