"""Cleaning, splitting, reading markup: total, and the same when done twice."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chalicelib.domain.text.cleaning import clean_text
from chalicelib.domain.text.language import count_words, detect_language
from chalicelib.domain.text.sentences import split_sentences
from chalicelib.task_types.content_generation.offline.cohesion import Link, link_of
from chalicelib.task_types.content_generation.offline.document import read_document
from chalicelib.task_types.content_generation.offline.markup import Heading, Listing, Passage, read_blocks
from tests.examples import examples

BITS = [
    "中文",
    "字",
    "。",
    "，",
    "（",
    "）",
    "(",
    ")",
    "“",
    "”",
    '"',
    "「",
    "」",
    " ",
    "1",
    "[1]",
    "A",
    "Dr.",
    "word",
    ". ",
    "! ",
]
TEXTS = st.text(max_size=200) | st.lists(st.sampled_from(BITS), max_size=40).map("".join)


@settings(max_examples=examples(300), deadline=None)
@given(TEXTS)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean_text(text)

    assert clean_text(once) == once


@settings(max_examples=examples(300), deadline=None)
@given(TEXTS)
def test_splitting_loses_no_character(text: str) -> None:
    assert "".join("".join(split_sentences(text)).split()) == "".join(text.split())


@settings(max_examples=examples(200), deadline=None)
@given(TEXTS)
def test_splitting_again_gives_the_same_sentences(text: str) -> None:
    for sentence in split_sentences(clean_text(text)):
        assert sentence.strip() == sentence
        assert sentence


@settings(max_examples=examples(150), deadline=None)
@given(st.text(alphabet=st.sampled_from("#*_-+>|`[]()!<&;{}%= \n1.a中。"), max_size=120))
def test_any_markup_can_be_read(text: str) -> None:
    for block in read_blocks(text):
        assert isinstance(block, Listing) or block.text


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("安装在 驱动轴 上的转子（ 旋转盘 ）", "安装在驱动轴上的转子（旋转盘）"),
        ("面积达 7,000,000平方公里 ,其中", "面积达 7,000,000 平方公里，其中"),
        ("公园（）位于曼谷。[需要引证]", "公园位于曼谷。"),
        ("穿山甲（学名：'）是动物", "穿山甲是动物"),
        ("皮质区(primary cortex)，此区", "皮质区（primary cortex），此区"),
        ("未完成。。后来", "未完成。后来"),
        ("用GitHub登录", "用 GitHub 登录"),
        ("新电脑有 15% 的提升", "新电脑有 15% 的提升"),
        ("全角数字１０００元", "全角数字 1000 元"),
        ("A bridge.[citation needed] It stands[12] .", "A bridge. It stands."),
        ("`simples’ of old", "‘simples’ of old"),
        ("He said ( ) so ,  twice", "He said so, twice"),
        ("zero\u200bwidth", "zerowidth"),
        ("平等。”后来", "平等。后来"),
    ],
)
def test_leftovers_of_the_source_are_tidied(raw: str, clean: str) -> None:
    assert clean_text(raw) == clean


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("一句。两句！三句？", ["一句。", "两句！", "三句？"]),
        ("他说：“走吧。快走。”大家走了。", ["他说：“走吧。快走。”", "大家走了。"]),
        ("长25.8米。宽16.25米。", ["长25.8米。", "宽16.25米。"]),
        ("Mr. Ode met Dr. Lee. They left.", ["Mr. Ode met Dr. Lee.", "They left."]),
        ("The T. T. Tsui Gallery opened.", ["The T. T. Tsui Gallery opened."]),
        ("U.S. law applies. In the U.S. The law differs.", ["U.S. law applies.", "In the U.S.", "The law differs."]),
        ("It cost 3.5 pounds, e.g. in May. Then 4.", ["It cost 3.5 pounds, e.g. in May.", "Then 4."]),
        ('She wrote, "One. Two. Three." Then left.', ['She wrote, "One. Two. Three."', "Then left."]),
        ("Really?! Yes…", ["Really?!", "Yes…"]),
    ],
)
def test_sentences_are_found(text: str, sentences: list[str]) -> None:
    assert split_sentences(text) == sentences


@pytest.mark.parametrize(
    ("text", "language", "link"),
    [
        ("However, it stood.", "en", Link.TO_PREVIOUS),
        ("This is called drift.", "en", Link.TO_PREVIOUS),
        ("Steam acts upon these blades.", "en", Link.TO_PREVIOUS),
        ("It was built.", "en", Link.TO_SUBJECT),
        ("It is important to rest.", "en", Link.NONE),
        ("Both cities and towns grew.", "en", Link.NONE),
        ("Steam moves.", "en", Link.NONE),
        ("此外，它很大。", "zh", Link.TO_PREVIOUS),
        ("在这些祭坛之间有圆柱。", "zh", Link.TO_PREVIOUS),
        ("蒸汽作用在这些扇叶上。", "zh", Link.TO_PREVIOUS),
        ("牠们没有牙齿。", "zh", Link.TO_SUBJECT),
        ("峡谷终年可以进入。", "zh", Link.NONE),
    ],
)
def test_sentences_that_lean_on_others_are_known(text: str, language: str, link: Link) -> None:
    assert link_of(text, language) is link


def test_blocks_lose_their_markup() -> None:
    source = (
        "---\ntitle: x\n---\n# 1. Title #\n\nSome **bold** [text](http://a.b) and `code`.\n\n- one\n- two\n\n> said\n"
    )

    heading, passage, listing, quote = read_blocks(source)

    assert heading == Heading(1, "Title")
    assert passage == Passage("Some bold text and code.")
    assert isinstance(listing, Listing)
    assert [item.text for item in listing.items] == ["one", "two"]
    assert quote == Passage("said", quoted=True)


def test_wrapped_lines_are_joined_and_lone_lines_are_headings() -> None:
    source = "一、概述\n溪石洞位于山谷中，\n距县城不远。\n二、历史\n溪石洞于一九九三年被发现。"

    document = read_document(source)

    assert document.headings == (None, "概述", "历史")
    assert [sentence.text for sentence in document.sentences] == [
        "溪石洞位于山谷中，距县城不远。",
        "溪石洞于一九九三年被发现。",
    ]


def test_examples_of_what_not_to_do_are_left_out() -> None:
    rule = "## 空格\n\n### 中英文之间需要增加空格\n\n正确：\n\n> 用 Git 提交。\n\n错误：\n\n> 用Git提交。\n\n"
    source = rule + "## 标点\n\n使用全角标点符号。"

    texts = [sentence.text for sentence in read_document(source).sentences]

    assert texts == ["中英文之间需要增加空格。", "正确：用 Git 提交。", "使用全角标点符号。"]


@pytest.mark.parametrize(
    ("text", "language"),
    [("中文", "zh"), ("English text", "en"), ("用 GitHub 登录", "zh"), ("The word 道 is Chinese", "en"), ("", "en")],
)
def test_the_language_is_told_by_its_characters(text: str, language: str) -> None:
    assert detect_language(text) == language


def test_length_is_counted_as_people_count() -> None:
    assert count_words("溪石洞于 1993 年被发现。", "zh") == 9
    assert count_words("The bridge isn’t new.", "en") == 4
