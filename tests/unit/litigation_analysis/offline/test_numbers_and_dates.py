from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.task_types.litigation_analysis.offline import dates_en, dates_zh
from chalicelib.task_types.litigation_analysis.offline.amounts import money_in, plain
from chalicelib.task_types.litigation_analysis.offline.numbers_en import read_words, write_words
from chalicelib.task_types.litigation_analysis.offline.numbers_zh import read_number, write_number
from chalicelib.task_types.litigation_analysis.offline.periods_of_time import end_of_period

FINANCIAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
WHOLE = st.integers(min_value=0, max_value=999_999_999_999)
DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31))
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


@given(WHOLE)
def test_a_chinese_number_that_was_written_is_read_back(value: int) -> None:
    assert read_number(write_number(value)) == value


@given(WHOLE)
def test_financial_numerals_mean_the_same_as_everyday_ones(value: int) -> None:
    assert read_number(write_number(value).translate(FINANCIAL)) == value


@given(WHOLE)
def test_an_english_number_in_words_is_read_back(value: int) -> None:
    assert read_words(write_words(value)) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("138 000", "138000"),
        ("1,234.50", "1234.50"),
        ("3.5万", "35000"),
        ("2亿", "200000000"),
        ("十五", "15"),
        ("十二万四千二百", "124200"),
        ("壹拾伍万", "150000"),
        ("二〇〇七", "2007"),
        ("一百零五", "105"),
        ("两千", "2000"),
    ],
)
def test_numbers_are_read_as_documents_write_them(text: str, value: str) -> None:
    assert read_number(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "若干", "abc", "12号"])
def test_what_is_no_number_is_none(text: str) -> None:
    assert read_number(text) is None


@given(DAYS)
def test_a_chinese_date_is_found_in_every_writing(day: date) -> None:
    numerals = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(day.year))
    written = [
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.year}年{day.month:02d}月{day.day:02d}日",
        f"{numerals}年{write_number(day.month)}月{write_number(day.day)}日",
        day.isoformat(),
    ]
    for text in written:
        assert [each.value for each in dates_zh.find_dates(f"双方于{text}签订合同。")] == [day.isoformat()]


@given(DAYS)
def test_an_english_date_is_found_in_every_writing(day: date) -> None:
    month = MONTHS[day.month - 1]
    written = [
        f"{month} {day.day}, {day.year}",
        f"{month} {day.day},{day.year}",
        f"{month[:3]} {day.day}, {day.year}",
        f"{day.day} {month} {day.year}",
        f"the {day.day}th day of {month}, {day.year}",
        f"{day.month}/{day.day}/{day.year}",
        day.isoformat(),
    ]
    for text in written:
        assert [each.value for each in dates_en.find_dates(f"The parties met on {text} in Bern.")] == [day.isoformat()]


@given(st.text(max_size=200))
def test_any_text_is_read_without_error(text: str) -> None:
    dates_zh.find_dates(text)
    dates_zh.find_periods(text)
    dates_en.find_dates(text)
    dates_en.find_periods(text)
    list(money_in(text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("同年5月1日，次年3月2日", [("2020-05-01", None), ("2021-03-02", None)]),
        ("自2010年1月1日起至2011年12月31日止", [("2010-01-01", "2011-12-31")]),
        ("2007年10月作出判决", [("2007-10", None)]),
        ("5月3日交货", [("--05-03", None)]),
        ("2021年13月40日", []),
        ("自20____年__月__日起", []),
        ("（2007）朝民初字第18230号", []),
    ],
)
def test_chinese_dates_lean_on_what_was_said_before(text: str, found: list[tuple[str, str | None]]) -> None:
    assert [(each.value, each.end) for each in dates_zh.find_dates(text, "2020-02-28")] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In or around July 2016, he was hired", [("2016-07", True)]),
        ("on or about March 3, 2020", [("2020-03-03", True)]),
        ("On July 30, Plaintiff filed", [("--07-30", False)]),
        ("13/4/2020 and 4/13/2020", [("2020-04-13", False), ("2020-04-13", False)]),
        ("signed 4/30/97", [("1997-04-30", False)]),
        ("in 2017 and the 2018 decision", [("2017", False), ("2018", False)]),
        ("965 F.3d 365, 372 (5th Cir. 2020)", []),
        ("GRUR 2015, 872", []),
        ("In May we met; you may 2 call", []),
    ],
)
def test_english_dates_are_as_exact_as_they_are_written(text: str, found: list[tuple[str, bool]]) -> None:
    assert [(each.value, each.approximate) for each in dates_en.find_dates(text)] == found


def test_a_document_that_once_puts_the_day_first_does_so_always() -> None:
    text = "signed 25/12/2020, paid 3/4/2021"
    assert dates_en.prefers_day_first(text)
    assert [each.value for each in dates_en.find_dates(text, day_first=True)] == ["2020-12-25", "2021-04-03"]


@pytest.mark.parametrize(
    ("text", "length", "unit"),
    [
        ("within seven (07) days of receipt", 7, "day"),
        ("thirty business days' written notice", 30, "business_day"),
        ("for a period of two years", 2, "year"),
    ],
)
def test_english_time_limits_are_found(text: str, length: int, unit: str) -> None:
    assert [(each.length, each.unit) for each in dates_en.find_periods(text)] == [(length, unit)]


@pytest.mark.parametrize(
    ("text", "length", "unit", "starts"),
    [
        ("自判决发生法律效力之日起10日内赔偿", 10, "day", "自判决发生法律效力之日起"),
        ("于判决生效后七日内退还", 7, "day", "于判决生效后"),
        ("三十个工作日内", 30, "business_day", ""),
    ],
)
def test_chinese_time_limits_say_what_sets_them_running(text: str, length: int, unit: str, starts: str) -> None:
    assert [(each.length, each.unit, each.starts) for each in dates_zh.find_periods(text)] == [(length, unit, starts)]


def test_periods_end_where_the_calendar_says() -> None:
    assert end_of_period(date(2020, 1, 31), 1, "month") == date(2020, 2, 29)
    assert end_of_period(date(2020, 2, 29), 3, "year") == date(2023, 2, 28)
    assert end_of_period(date(2021, 9, 1), 2, "week") == date(2021, 9, 15)
    assert end_of_period(date(2021, 9, 3), 1, "business_day") == date(2021, 9, 6)
    assert end_of_period(date(2021, 9, 1), 14, "business_day") == date(2021, 9, 21)


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2030, 1, 1)), st.integers(1, 60))
def test_business_days_are_never_at_the_weekend(start: date, length: int) -> None:
    assert end_of_period(start, length, "business_day").weekday() < 5


@given(st.integers(1, 10**12), st.sampled_from(["$", "US$", "€", "£", "¥"]))
def test_money_with_a_sign_is_found_with_and_without_commas(value: int, sign: str) -> None:
    for written in (f"{sign}{value:,}", f"{sign} {value}", f"{sign}{value}.00"):
        assert [each[0] for each in money_in(f"He paid {written} at once.")] == [str(value)]


@given(st.integers(1, 99_999_999_999))
def test_money_in_chinese_numerals_is_found(value: int) -> None:
    assert [each[:2] for each in money_in(f"应当支付{write_number(value)}元。")] == [(str(value), "CNY")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("价格138 000元", [("138000", "CNY")]),
        ("人民币壹万贰仟元整", [("12000", "CNY")]),
        ("￥3.5万元", [("35000", "CNY")]),
        ("五百美元", [("500", "USD")]),
        ("a fine of two hundred and fifty thousand euro", [("250000", "EUR")]),
        ("$30,000 to $35,000", [("30000", "USD"), ("35000", "USD")]),
        ("$1.2 million", [("1200000", "USD")]),
        ("2 500.00 euros", [("2500", "EUR")]),
        ("公元2007年，单元三，元旦", []),
        ("Section 15 of the Act, 72,338 characters", []),
    ],
)
def test_sums_are_read_with_their_currency(text: str, found: list[tuple[str, str]]) -> None:
    assert [each[:2] for each in money_in(text)] == found


def test_plain_numbers_have_no_exponent() -> None:
    assert plain(Decimal("1E+3")) == "1000"
    assert plain(Decimal("558.60")) == "558.6"
