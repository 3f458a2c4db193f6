"""Numbers and dates written in many ways mean what was written; dialects and encodings lose nothing."""

import csv
import io
from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chalicelib.domain.data_sync.reading.texts import (
    DateOrder,
    DecimalMark,
    date_evidence,
    decimal_evidence,
    parse_moment,
    parse_number,
)
from tests.examples import examples
from tests.unit.data_sync.bench import Bench

NUMBERS = st.decimals(min_value=-(10**9), max_value=10**9, places=2)
DAYS = st.dates(min_value=date(1970, 1, 1), max_value=date(2068, 12, 31))


@given(NUMBERS, st.sampled_from([(".", ","), (",", "."), (".", " "), (",", " "), (".", "'")]), st.sampled_from("¥€$ "))
def test_a_number_comes_back_however_it_was_written(number: Decimal, marks: tuple[DecimalMark, str], sign: str) -> None:
    mark, group = marks
    written = f"{abs(number):,.2f}".replace(",", "\0").replace(".", mark).replace("\0", group)

    assert parse_number(f"{'-' if number < 0 else ''}{sign}{written}".replace("- ", "-"), mark) == number


@pytest.mark.parametrize(
    ("text", "mark", "number"),
    [
        ("(1,234.50)", ".", "-1234.50"),
        ("12.5-", ".", "-12.5"),
        ("1.234.567", ",", "1234567"),
        ("25%", ".", "0.25"),
        ("¥28.16", ".", "28.16"),
        ("229,932.50", ".", "229932.50"),
        ("1,23,456.7", ".", "123456.7"),
        ("45,06", ".", None),
        ("1,2", ".", None),
        ("12a", ".", None),
        ("", ".", None),
        ("-", ".", None),
    ],
)
def test_numbers(text: str, mark: DecimalMark, number: str | None) -> None:
    assert parse_number(text, mark) == (None if number is None else Decimal(number))


@pytest.mark.parametrize(
    ("text", "evidence"),
    [("45,06", (0, 1)), ("1,234", (0, 0)), ("1.5", (1, 0)), ("0,234", (0, 1)), ("1.234,5", (0, 1)), ("7", (0, 0))],
)
def test_what_a_number_says_about_its_decimal_mark(text: str, evidence: tuple[int, int]) -> None:
    assert decimal_evidence(text) == evidence


@given(DAYS, st.sampled_from("/-."), st.booleans(), st.sampled_from(["dmy", "mdy"]))
def test_a_day_comes_back_in_either_order(day: date, mark: str, short: bool, order: DateOrder) -> None:
    year = f"{day.year % 100:02d}" if short else str(day.year)
    parts = [day.day, day.month] if order == "dmy" else [day.month, day.day]

    assert parse_moment(mark.join([*map(str, parts), year]), order) == day.isoformat()


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2024-12-30 17:16:02", "2024-12-30T17:16:02"),
        ("2024/1/5", "2024-01-05"),
        ("2024年1月5日 08:30", "2024-01-05T08:30:00"),
        ("20240105", "2024-01-05"),
        ("5 Jan 2024", "2024-01-05"),
        ("Jan 5, 2024", "2024-01-05"),
        ("1/18/2018 1:05 PM", "2018-01-18T13:05:00"),
        ("2024-01-05T23:30:00+08:00", "2024-01-05T15:30:00Z"),
        ("2024-02-30", None),
        ("13/13/2024", None),
        ("12:30", None),
        ("soon", None),
    ],
)
def test_moments(text: str, moment: str | None) -> None:
    assert parse_moment(text, "mdy") == moment


def test_what_a_date_says_about_its_order() -> None:
    assert date_evidence("18/1/2018") == (1, 0)
    assert date_evidence("1/18/2018") == (0, 1)
    assert date_evidence("1/2/2018") == (0, 0)
    assert date_evidence("2018-01-02") is None


@given(st.builds(datetime.combine, DAYS, st.times()))
def test_a_time_comes_back_to_the_second(moment: datetime) -> None:
    expected = moment.replace(microsecond=0).isoformat()

    assert parse_moment(moment.strftime("%Y-%m-%d %H:%M:%S"), "mdy") == expected


CELLS = st.text(st.characters(codec="gbk", exclude_characters="\r\0\x7f", min_codepoint=32), max_size=12)
ROWS = st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=30)


@settings(max_examples=examples(60), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ROWS, st.sampled_from([",", ";", "\t", "|"]), st.sampled_from(["\n", "\r\n", "\r"]), st.booleans())
def test_no_dialect_loses_a_row_or_a_cell(rows: list[tuple[str, str]], delimiter: str, end: str, marked: bool) -> None:
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=delimiter, lineterminator=end, quoting=csv.QUOTE_ALL)
    writer.writerow(["order_id", "amount", "first", "second"])
    writer.writerows([[number, 1, *row] for number, row in enumerate(rows)])
    bench = Bench()

    result = bench.sync_new(stream.getvalue().encode("utf-8-sig" if marked else "utf-8"))

    stored = bench.stored(result)
    assert len(stored) == len(rows)
    for number, (first, second) in enumerate(rows):
        values = stored[f"{number}//"].values
        assert values.get("first", "") == first.strip(" \u3000\u00a0\ufeff\u200b")
        assert values.get("second", "") == second.strip(" \u3000\u00a0\ufeff\u200b")
