"""Exported csv fits into the answers it comes in, and does no harm in a spreadsheet."""

import csv
import io
import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.domain.ports.data_sync import StoredRow
from chalicelib.services.csv_part import MOST_BYTES, CsvPart, harmless

LARGEST_ANSWER = 6_000_000


def row(number: int, **values: Any) -> StoredRow:
    return StoredRow(f"key-{number}", values, "", "file", datetime(2026, 11, 22, tzinfo=UTC))


@pytest.mark.parametrize(
    "start", ["=", "+", "-", "@", "\t", "\r", "\n", " =", "\x00=", "\ufeff=", "＝", "＋", "－", "＠"]
)
def test_what_a_spreadsheet_would_run_is_made_text(start: str) -> None:
    assert harmless(f"{start}cmd|' /C calc'!A0") == f"'{start}cmd|' /C calc'!A0"


@pytest.mark.parametrize(
    "value", [-5, -1.5, "-5", "-1234567890123456789.25", "-1.5e-7", "a=b", "x@y.example", "1+1", ""]
)
def test_numbers_and_usual_words_stay_as_they_are(value: Any) -> None:
    assert harmless(value) == str(value)


@pytest.mark.parametrize("value", ["-5+cmd|' /C calc'!A0", "--5", "-", "-1-1", "+5", "-5\n=1"])
def test_what_only_begins_like_a_number_is_made_text(value: str) -> None:
    assert harmless(value) == f"'{value}"


@given(st.text())
def test_nothing_begins_like_a_formula_but_a_negative_number(text: str) -> None:
    shown = harmless(text)

    assert not shown.startswith(("=", "+", "@", "\t", "\r"))
    assert not shown.startswith("-") or float(shown) <= 0


def test_a_part_ends_before_its_answer_is_too_large_for_a_function() -> None:
    columns = [f"column {number}" for number in range(2000)]
    part, taken = CsvPart(columns, begins=True), 0
    while part.take(row(taken, **{"column 7": '手工"陶瓷"茶杯🍵' * 20})):
        taken += 1

    assert taken == part.rows > 500
    assert MOST_BYTES * 0.9 < len(json.dumps(part.text)) <= MOST_BYTES + 2 < LARGEST_ANSWER


def test_a_part_has_at_least_one_row_however_large() -> None:
    part = CsvPart(["a"], begins=False)

    assert part.take(row(1, a="x" * (MOST_BYTES + 1)))
    assert not part.take(row(2, a="x"))


def test_parts_put_together_are_one_file() -> None:
    first, second = CsvPart(["a"], begins=True), CsvPart(["a"], begins=False)
    first.take(row(1, a="one\ntwo"))
    second.take(row(2, a='say "hi", she said'))

    lines = list(csv.reader(io.StringIO(first.text + second.text, newline="")))

    assert lines == [["row_key", "a"], ["key-1", "one\ntwo"], ["key-2", 'say "hi", she said']]
