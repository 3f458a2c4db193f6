"""Times and durations as people type them."""

import pytest

from contenthub.errors import LocalError
from contenthub.moments import parse_duration, parse_moment
from tests.unit.cli.conftest import NOW


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("+10m", "2026-11-22T05:10:00.000Z"),
        ("+2h", "2026-11-22T07:00:00.000Z"),
        ("+1h30m", "2026-11-22T06:30:00.000Z"),
        ("-2d", "2026-11-20T05:00:00.000Z"),
        ("2026-12-01", "2026-12-01T00:00:00.000Z"),
        ("2026-12-01T08:00", "2026-12-01T08:00:00.000Z"),
        ("2026-12-01T08:00:00Z", "2026-12-01T08:00:00.000Z"),
        ("2026-12-01 08:00:00+08:00", "2026-12-01T00:00:00.000Z"),
    ],
)
def test_a_time_is_a_date_or_a_distance(text: str, expected: str) -> None:
    assert parse_moment(text, now=NOW) == expected


def test_a_distance_without_a_sign_can_mean_ago() -> None:
    assert parse_moment("2h", now=NOW, backwards=True) == "2026-11-22T03:00:00.000Z"


@pytest.mark.parametrize("text", ["", "soon", "+", "+10", "10m", "+5y", "2026-13-01", "+99999999999w"])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(LocalError):
        parse_moment(text, now=NOW)


@pytest.mark.parametrize(("text", "seconds"), [("90", 90), ("90s", 90), ("1.5m", 90), ("1h30m", 5400), ("2d", 172800)])
def test_a_duration_has_units(text: str, seconds: float) -> None:
    assert parse_duration(text) == seconds


@pytest.mark.parametrize("text", ["", "m", "10 minutes", "-5m", "1h30"])
def test_a_bad_duration_is_refused(text: str) -> None:
    with pytest.raises(LocalError):
        parse_duration(text)
