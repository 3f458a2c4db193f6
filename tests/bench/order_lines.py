"""Exports of order lines as a shop writes them, made up by the bench: no two seeds have an order in common."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Iterator
from datetime import datetime, timedelta

HEADER = (
    *("order_id", "line_id", "sku", "product name", "quantity", "unit_price", "amount", "currency"),
    *("status", "created_at", "updated_at", "customer_id"),
)
COLOURS = ("red", "blue", "green", "white", "black", "yellow")
THINGS = ("enamel mug", "tea towel", 'tape, 2" wide', "desk lamp", "kite", "umbrella", "bread knife", "wooden train")
STATES = ("paid", "paid", "paid", "shipped", "shipped", "refunded")
LONGEST_ORDER = 40
FIRST_DAY = datetime(2025, 1, 1, 8)  # noqa: DTZ001 - shops write local times


def order_lines(rows: int, *, seed: int) -> bytes:
    """A csv with so many rows below its header; the same seed makes the same file."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(HEADER)
    writer.writerows(line for line, _ in zip(_lines(seed), range(rows), strict=False))
    return text.getvalue().encode()


def _lines(seed: int) -> Iterator[tuple[object, ...]]:
    chance, number, at = random.Random(seed), 0, FIRST_DAY
    while True:
        number += 1
        at += timedelta(minutes=chance.randint(1, 90))
        order = (f"{seed}-{number:07}", chance.randint(10_000, 19_999))
        for line in range(1, chance.randint(1, LONGEST_ORDER) + 1):
            yield _line(chance, order=order, number=line, at=at)


def _line(chance: random.Random, *, order: tuple[str, int], number: int, at: datetime) -> tuple[object, ...]:
    order_id, customer = order
    colour, thing = chance.randrange(len(COLOURS)), chance.randrange(len(THINGS))
    quantity, cents = chance.randint(1, 24), 95 + 155 * thing + 10 * colour
    price, amount = f"{cents / 100:.2f}", f"{quantity * cents / 100:.2f}"
    name = f"{COLOURS[colour]} {THINGS[thing]}"
    later = at + timedelta(hours=chance.randint(0, 72))
    return (
        *(order_id, number, f"{thing:03}-{colour}", name, quantity, price, amount, "EUR"),
        *(chance.choice(STATES), f"{at:%Y-%m-%d %H:%M}", f"{later:%Y-%m-%d %H:%M}", customer),
    )
