"""Parties in Chinese documents: by role words, by the case's title, by who bought from whom."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from chalicelib.task_types.litigation_analysis.findings import Party
from chalicelib.task_types.litigation_analysis.offline.party_names import unify
from chalicelib.task_types.litigation_analysis.offline.party_roles import roles_by_word, side_of
from chalicelib.task_types.litigation_analysis.offline.sentences import Reading, Sentence
from chalicelib.task_types.litigation_analysis.package_rules import PackageRules

Count = Callable[[str], int]
"""How often the document has some words."""

_BODY = r"[\u4e00-\u9fffA-Za-z0-9（）()·]"
_ORGANISATION = (
    rf"{_BODY}{{2,30}}?(?:有限责任公司|股份有限公司|有限公司|公司|集团|银行|医院|学校|大学|研究院|研究所|事务所|合作社|经营部|商行|商店|超市|酒店|"
    rf"工厂|制造厂|中心|委员会|管理局|协会)(?:[\u4e00-\u9fff]{{2,8}}?(?:分公司|支行|分行|分店|店|分部))?"
)
_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤"
    "滕殷罗毕郝邬安常乐傅皮卞齐康伍余元卜顾孟平黄穆萧尹姚邵湛汪祁毛禹狄米贝臧伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜"
    "郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万柯管卢莫房裘缪宗丁宣邓郁单杭洪包诸左石崔吉龚程邢裴陆荣翁荀羊甄曲家封储靳段焦巴牧车侯班秋"
    "仲伊宫宁仇栾暴甘祖武符刘景詹束龙叶幸司韶黎薄印宿白怀蒲邰鄂索咸籍赖卓蔺屠蒙池乔阴胥苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍璩桑桂濮牛寿通边"
    "扈燕冀郏浦尚农温庄晏柴瞿阎慕连茹艾鱼古易慎戈廖庾居衡耿弘匡国文寇广禄阙东殴利蔚越隆师巩聂晁勾敖融冷訾辛阚简饶曾母沙乜养"
    "鞠丰巢关蒯荆红游竺盖桓公肖涂岳佟代闫"
)
_RARE_SURNAMES = "应支明从和能相查后都经解干终别充权益空那须容步时计于向满习"
"""They more often begin a verb: taken for a name only before 某."""
_AFTER_NAME = "于在从向与和诉称的系为是，。、（）()：:；已未将对提因不要请认主仅就购支之女男上原被均及以并至到则自"


def find_parties_zh(reading: Reading, rules: PackageRules) -> tuple[Party, ...]:
    whole = "\n".join(sentence.text for sentence in reading.body)
    roles = roles_by_word(rules)
    count = cache(whole.count)
    found = [party for sentence in reading.body for party in _in_sentence(sentence, count, roles)]
    found += list(_ordered_to_pay(reading))
    aliases = {name: _aliases(name, whole) for name in dict.fromkeys(party.name for party in found)}
    named = [party.model_copy(update={"aliases": aliases[party.name]}) for party in found]
    return tuple(_completed(party, rules) for party in unify(named))


def _in_sentence(sentence: Sentence, count: Count, roles: dict[str, str]) -> Iterator[Party]:
    yield from _from_title(sentence)
    for match in _role(tuple(roles)).finditer(sentence.text):
        name = _name_at(sentence.text, match.end(), count)
        if name:
            yield _party(name, roles[match["role"]], sentence)
    for match in _purchase().finditer(sentence.text):
        buyer = match["buyer"].removeprefix("原告")
        seller = match["seller"].removeprefix("被告")
        if not seller.startswith("该") and len(buyer) >= 2:
            yield _party(buyer, "buyer", sentence)
            yield _party(seller, "seller", sentence)


def _from_title(sentence: Sentence) -> Iterator[Party]:
    match = _title().match(sentence.text)
    if match:
        sues = match["link"] == "诉"
        yield _party(match["first"], "plaintiff" if sues else "party", sentence)
        yield _party(match["second"], "defendant" if sues else "party", sentence)


def _ordered_to_pay(reading: Reading) -> Iterator[Party]:
    """ "判令乙公司向甲退货退款": who is ordered was sued."""
    for sentence in reading.body:
        match = _order().search(sentence.text)
        if match:
            yield _party(match["sued"], "defendant", sentence)
            yield _party(match["suing"], "plaintiff", sentence)


def _party(name: str, role: str, sentence: Sentence) -> Party:
    kind = "organisation" if re.fullmatch(_ORGANISATION, name) or len(name) > 4 else "person"
    hidden = "某" in name
    return Party.model_validate(
        {"name": name, "roles": (role,), "kind": kind, "anonymised": hidden, "places": (sentence.place,)}
    )


def _name_at(text: str, start: int, count: Count) -> str | None:
    """An organisation, or a person's name whose end is told by what follows or by how often it occurs."""
    tail = text[start : start + 48]
    organisation = re.match(_ORGANISATION, tail)
    if organisation and not re.match(r"[该本其双对]|.{0,4}(?:[从向与和于在]|要求|认为|提供|提出|双方|均|的)", tail):
        return organisation.group()
    return _person_at(tail, count)


def _person_at(tail: str, count: Count) -> str | None:
    hidden = re.match(rf"[{_SURNAMES}{_RARE_SURNAMES}]某某?", tail)
    if hidden:
        return hidden.group()
    match = re.match(rf"[{_SURNAMES}][\u4e00-\u9fff]{{1,3}}", tail)
    if not match or re.match(r"[方双公司人]", tail[1:2]):
        return None
    for length in (2, 3, 4):
        if length > len(match.group()):
            break
        following = tail[length : length + 1]
        longer = tail[: length + 1]
        if not following or following in _AFTER_NAME or count(longer) * 2 < count(tail[:length]):
            return tail[:length]
    return match.group()[:3] if count(match.group()[:3]) >= 2 else None


def _aliases(name: str, whole: str) -> tuple[str, ...]:
    match = re.search(
        rf"{re.escape(name)}\s*[（(][^（）()]*?简称[:：]?[“\"《]?([^（）()“”\"《》]{{2,20}})[”\"》]?[)）]", whole
    )
    return (match[1],) if match else ()


def _completed(party: Party, rules: PackageRules) -> Party:
    """With the side its roles say."""
    return party.model_copy(update={"side": side_of(party.roles, rules)})


@cache
def _role(words: tuple[str, ...]) -> re.Pattern[str]:
    chinese = sorted((word for word in words if "\u4e00" <= word[0] <= "\u9fff"), key=len, reverse=True)
    alternatives = "|".join(map(re.escape, chinese))
    return re.compile(rf"(?P<role>{alternatives})(?:\s*[（(][^（）()]{{1,20}}[)）])*\s*[:：，,]?\s*")


@cache
def _title() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<first>{_BODY}{{2,30}}?)(?P<link>诉|与)(?P<second>{_ORGANISATION}|[\u4e00-\u9fff某]{{2,4}}?)"
        r"(?:[、，].{0,40}?)?(?:买卖|租赁|借款|著作权|房屋|产品|服务|承揽|建设|侵权|侵害|劳动|合同)[\u4e00-\u9fff]{0,20}纠纷一?案"
    )


@cache
def _purchase() -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|[，。])(?:原告)?(?P<buyer>[\u4e00-\u9fff某]{{2,4}}?)[从在向](?P<seller>(?:被告)?{_ORGANISATION}|该公司)"
        r"[^，。]{0,30}?(?:购买|购得|订购)"
    )


@cache
def _order() -> re.Pattern[str]:
    return re.compile(
        rf"(?:判令|判决|责令)(?:被告)?(?P<sued>{_ORGANISATION})[向给](?:原告)?(?P<suing>[\u4e00-\u9fff某]{{2,4}}?)(?=退|"
        rf"支付|返还|赔偿|交付|偿还)"
    )
