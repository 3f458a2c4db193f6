"""Repeated keys are found, numbered and remembered in little memory."""

import json
import tracemalloc
from array import array
from collections import Counter
from operator import itemgetter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.domain.data_sync.findings import Findings
from chalicelib.domain.data_sync.packed import FIRST_SLOTS, PackedTable, as_text, from_text
from chalicelib.domain.data_sync.repeats import KeyLedger, Numbering, Repeats, key_hash
from chalicelib.domain.data_sync.shaping import ShapedRow

ROWS = 11_000
"""As many as fill a packed table, just before it grows."""
LINES = st.lists(st.tuples(st.sampled_from("abcd"), st.integers(0, 1)), max_size=40).map(
    lambda lines: sorted(lines, key=itemgetter(1))
)
"""Keys, each with its sheet."""
HASHES = st.integers(min_value=1, max_value=2**64 - 1)


def row(number: int, key: str, time: str = "") -> ShapedRow:
    return ShapedRow(number, key, {}, f"{key_hash(f'{key} {number}'):016x}", time)


@given(st.lists(HASHES | st.integers(min_value=1, max_value=9), max_size=200))
def test_a_packed_table_counts_as_a_dictionary_does(keys: list[int]) -> None:
    table = PackedTable("I")

    for key in keys:
        slot = table.slot(key)
        table.columns[0][slot] += 1

    assert {key: table.columns[0][slot] for key, slot in table.slots()} == Counter(keys)
    assert len(table) == len(set(keys))


def test_a_packed_table_keeps_its_numbers_while_it_grows() -> None:
    table = PackedTable("Q", "I")
    keys = [key_hash(str(number)) for number in range(5 * FIRST_SLOTS)]

    for number, key in enumerate(keys):
        assert table.add(key)
        slot = table.slot(key)
        table.columns[0][slot], table.columns[1][slot] = number << 40, number

    assert not table.add(keys[0])
    for number, key in enumerate(keys):
        slot = table.slot(key)
        assert (table.columns[0][slot], table.columns[1][slot]) == (number << 40, number)


def test_keys_that_fall_on_one_slot_are_told_apart() -> None:
    table = PackedTable()

    assert all(table.add(7 + number * 2**40) for number in range(600))
    assert not any(table.add(7 + number * 2**40) for number in range(600))


@given(st.lists(st.integers(min_value=0, max_value=2**64 - 1)))
def test_packed_numbers_come_back_from_json(numbers: list[int]) -> None:
    assert from_text("Q", json.loads(json.dumps(as_text(array("Q", numbers))))) == array("Q", numbers)


@given(LINES)
def test_every_line_of_an_order_gets_the_number_it_has_in_its_sheet(lines: list[tuple[str, int]]) -> None:
    ledger, findings = KeyLedger(numbered=True, sheets=2), Findings()
    for ordinal, (key, sheet) in enumerate(lines, start=1):
        ledger.see(row(ordinal, key), ordinal, sheet, findings)
    numbering = Numbering(Repeats.from_json(ledger.conclude().to_json()), numbered=True)

    final = [numbering.final_key(row(n, key), n, sheet) for n, (key, sheet) in enumerate(lines, start=1)]

    seen: Counter[tuple[str, int]] = Counter()
    expected: dict[str, int] = {}
    for ordinal, line in enumerate(lines, start=1):
        seen[line] += 1
        expected[line[0] if seen[line] == 1 else f"{line[0]}#{seen[line]}"] = ordinal
    assert {key: n for n, key in enumerate(final, start=1) if key is not None} == expected


def test_numbers_go_on_after_an_interruption() -> None:
    ledger, findings = KeyLedger(numbered=True, sheets=1), Findings()
    rows = [row(number, f"order-{number % 50}") for number in range(1, 201)]
    for ordinal, line in enumerate(rows, start=1):
        ledger.see(line, ordinal, 0, findings)
    repeats = ledger.conclude()
    first, second = Numbering(repeats, numbered=True), Numbering(repeats, numbered=True)
    keys = [first.final_key(line, ordinal, 0) for ordinal, line in enumerate(rows[:120], start=1)]

    second.restore(json.loads(json.dumps(first.to_json())))
    keys += [second.final_key(line, ordinal, 0) for ordinal, line in enumerate(rows[120:], start=121)]

    assert len(set(keys)) == 200
    assert keys[-1] == "order-0#4"


@pytest.mark.parametrize(("numbered", "most_bytes"), [(True, 60), (False, 90)])
def test_a_row_of_a_file_takes_few_bytes_until_its_end(numbered: bool, most_bytes: int) -> None:
    """Two million rows, as many as 200 MB of orders are, must leave most of a gigabyte to everything else.

    Sets and dictionaries take four times as much.
    """
    ledger, findings = KeyLedger(numbered=numbered, sheets=1), Findings()
    tracemalloc.start()
    try:
        for ordinal in range(1, ROWS + 1):
            ledger.see(row(ordinal, f"order-{ordinal}", "2026-01-01"), ordinal, 0, findings)
        taken, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert taken / ROWS < most_bytes


def test_what_is_kept_of_many_repeated_keys_is_small() -> None:
    ledger, findings = KeyLedger(numbered=True, sheets=1), Findings()
    for ordinal in range(1, ROWS + 1):
        ledger.see(row(ordinal, f"order-{ordinal // 2}"), ordinal, 0, findings)
    repeats = ledger.conclude()

    assert len(repeats.several) == ROWS // 2 - 1
    assert len(json.dumps(repeats.to_json())) < 12 * len(repeats.several)
    assert len(json.dumps(Numbering(repeats, numbered=True).to_json())) < 2 * len(repeats.several)
