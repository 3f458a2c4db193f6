"""Lines of an article in a terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from contenthub.display.wrapping import wrap

CHINESE = "美国涡轮机通常速度为 3600 转/分钟（RPM），电力是 60 赫兹。欧洲是“3000 转”，电力系统是 50 赫兹。"


@pytest.mark.parametrize("width", range(10, 60))
def test_no_chinese_line_begins_or_ends_with_the_wrong_punctuation(width: int) -> None:
    lines = wrap(CHINESE, width)

    assert all(cell_len(line) <= width for line in lines)
    assert not [line for line in lines if line[0] in "，。”）" or line[-1] in "“（"]


def test_western_words_stay_whole() -> None:
    assert wrap("A steam turbine (or more) turns.", 14) == ["A steam", "turbine (or", "more) turns."]


def test_a_word_that_is_wider_than_a_line_is_cut() -> None:
    assert wrap("see https://example.com/abc now", 10) == ["see https", "://example", ".com/abc", "now"]


@given(st.text(alphabet="a（）(b).,，。中文\n “”", max_size=60), st.integers(min_value=2, max_value=20))
def test_nothing_is_lost_and_no_line_is_too_wide(text: str, width: int) -> None:
    lines = wrap(text, width)

    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(cell_len(line) <= width for line in lines)
