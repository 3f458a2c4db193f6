"""Citations of laws in Chinese text: full names, abbreviations, "该法", and lists of articles."""

import re
from collections.abc import Iterator
from functools import cache

from chalicelib.task_types.litigation_analysis.offline.numbers_zh import NUMERALS, read_number, write_number
from chalicelib.task_types.litigation_analysis.package_rules import StatuteOfInterest

_N = rf"(?:\d{{1,4}}|[{NUMERALS}]{{1,9}})"
_ARTICLE = rf"第\s*{_N}\s*条(?:之[一二三四五六七八九十]+)?"
_PARTS = rf"(?:第\s*{_N}\s*款)?(?:第?\s*[（(]?第?{_N}[)）]?\s*项)?"
_SUFFIX = r"(?:法典|法|条例|规定|解释|办法|通则|总则|细则|规则|意见|批复|公约|纪要|决定|宪法)"
_NATIONAL = [
    "民法典",
    "民法通则",
    "民法总则",
    "合同法",
    "物权法",
    "担保法",
    "侵权责任法",
    "继承法",
    "婚姻法",
    "消费者权益保护法",
    "食品安全法",
    "产品质量法",
    "民事诉讼法",
    "刑事诉讼法",
    "行政诉讼法",
    "著作权法",
    "商标法",
    "专利法",
    "公司法",
    "合伙企业法",
    "企业破产法",
    "劳动法",
    "劳动合同法",
    "劳动争议调解仲裁法",
    "城市房地产管理法",
    "土地管理法",
    "建筑法",
    "招标投标法",
    "电子商务法",
    "反不正当竞争法",
    "反垄断法",
    "仲裁法",
    "刑法",
    "行政处罚法",
    "行政许可法",
    "保险法",
    "票据法",
    "证券法",
    "拍卖法",
    "广告法",
    "价格法",
    "信托法",
    "海商法",
    "电子签名法",
    "网络安全法",
    "数据安全法",
    "个人信息保护法",
    "道路交通安全法",
    "农村土地承包法",
    "旅游法",
    "涉外民事关系法律适用法",
]


class ChineseCitations:
    """Reads sentence after sentence; 该法 and a bare 第二款 lean on what was cited last."""

    def __init__(self, whole_text: str, of_interest: tuple[StatuteOfInterest, ...]) -> None:
        self._full_names = {name: f"中华人民共和国{name}" for name in _NATIONAL}
        for statute in of_interest:
            if re.search(r"[\u4e00-\u9fff]", statute.law):
                self._full_names |= dict.fromkeys(statute.aliases, statute.law)
                self._full_names[statute.law.removeprefix("中华人民共和国")] = statute.law
        for full, short in _declared().findall(whole_text):
            self._full_names[short] = self._full(full)
        names = sorted({*self._full_names, *self._full_names.values()}, key=len, reverse=True)
        self._pattern = re.compile(
            rf"(?:《(?P<book>[^《》]{{2,60}}?)》(?:[（(][^（）()]*简称[^（）()]*[)）])?|(?P<plain>"
            rf"{'|'.join(map(re.escape, names))})"
            rf"|(?P<same>该法|该解释|该规定|"
            rf"该条例))\s*(?P<articles>{_ARTICLE}{_PARTS}(?:\s*[、和及，与]\s*(?:{_ARTICLE}{_PARTS}|第\s*{_N}\s*款))*)?"
            rf"|^(?P<alone>{_ARTICLE}{_PARTS})(?=[\s\u3000])|(?:^|"
            rf"[，。；”])(?P<clause>第{_N}款(?:第?[（(]?{_N}[)）]?项)?)(?=规定|的规定)"
        )
        self._law = self._article = ""
        self._under_heading = False

    def citations_in(self, sentence: str) -> Iterator[tuple[str, str, str, str]]:
        """Law, article, normalised form and the citing words."""
        for match in self._pattern.finditer(sentence):
            groups = match.groupdict()
            law = self._law_of(groups)
            if not law:
                continue
            self._remember(law, groups, sentence)
            written = groups["articles"] or groups["alone"] or groups["clause"] or ""
            articles = self._articles(written) or [""]
            for article in articles:
                yield law, article, law + article, match.group().strip("，。；”")

    def _law_of(self, groups: dict[str, str | None]) -> str:
        if groups["book"]:
            name = re.sub(r"\s", "", groups["book"])
            return self._full(name) if re.search(rf"{_SUFFIX}(?:[（(][^（）()]*[)）])*$", name) else ""
        if groups["plain"]:
            return self._full(groups["plain"])
        if groups["alone"] and not self._under_heading:
            return ""
        return self._law if not groups["clause"] or self._article else ""

    def _remember(self, law: str, groups: dict[str, str | None], sentence: str) -> None:
        if groups["book"]:
            self._under_heading = bool(re.fullmatch(r"《[^《》]+》[。：:]?", sentence.strip()))
        self._law = law

    def _full(self, name: str) -> str:
        return name if name.startswith("中华人民共和国") else self._full_names.get(name, name)

    def _articles(self, written: str) -> list[str]:
        """Each article of a list, with numbers in one writing; a bare 款 belongs to the article before it."""
        articles = []
        for number, extra, part, item in _article().findall(written):
            if number:
                self._article = f"第{_numeral(number)}条{extra}"
            if not self._article:
                continue
            paragraph = f"第{_numeral(part)}款" if part else ""
            articles.append(self._article + paragraph + (f"第{_numeral(item)}项" if item else ""))
        return articles


def _numeral(text: str) -> str:
    value = read_number(text)
    return text if value is None else write_number(int(value))


@cache
def _declared() -> re.Pattern[str]:
    return re.compile(
        r"《([^《》]{2,60})》\s*[（(](?:以下|下)?(?:统)?简称[:：]?[“《\"]*([^）)”》\"]{2,30})[”》\"]*[)）]"
    )


@cache
def _article() -> re.Pattern[str]:
    return re.compile(
        rf"(?:第\s*({_N})\s*条((?:之[一二三四五六七八九十]+)?)|(?=第\s*{_N}\s*款))(?:第\s*({_N})\s*款)?(?:第?\s*[（(]?第?({_N})[)）]?\s*项)?"
    )
