"""What is to be said of a file as a whole, and how many points of its score that costs."""

from chalicelib.domain.data_sync.against_store import SAMPLE_SIZE
from chalicelib.domain.data_sync.conventions import Conventions
from chalicelib.domain.data_sync.understanding import Understood
from chalicelib.domain.json_types import JsonObject

POINTS = {
    "mapping_changed": 50.0,
    "undecodable_bytes": 10.0,
    "no_header": 10.0,
    "wrong_mark": 2.0,
    "undecided_dates": 2.0,
}
POINTS_PER_COLUMN, MOST_POINTS_FOR_COLUMNS = 4.0, 20.0
MOST_POINTS_FOR_AGE = 10.0

Told = tuple[str, str, float]
"""Code, detail and points."""


def notes_on(
    understood: Understood, conventions: Conventions, dataset: JsonObject | None, against: JsonObject | None
) -> list[JsonObject]:
    """`dataset` is what is known of the files before this one, `against` how its rows compare with theirs."""
    told: list[Told] = [(note.code, note.detail, POINTS.get(note.code, 0.0)) for note in understood.notes]
    if conventions.undecided_dates:
        names = ", ".join(conventions.undecided_dates)
        order = conventions.date_orders[conventions.undecided_dates[0]]
        detail = f"no date in {names} says whether day or month comes first; {order} was assumed"
        told.append(("undecided_dates", detail, POINTS["undecided_dates"]))
    if dataset is not None:
        told += _drift(understood, dataset)
    if against is not None:
        told += _known_rows(against)
    return [{"code": code, "detail": detail, "points": points} for code, detail, points in told]


def _drift(understood: Understood, dataset: JsonObject) -> list[Told]:
    mapping = understood.binding.mapping.name
    if mapping != dataset["mapping"]:
        detail = f"files of this dataset were read as {dataset['mapping']}, this one only fits {mapping}"
        return [("mapping_changed", detail, POINTS["mapping_changed"])]
    before, now = set(dataset["columns"]), set(understood.columns)
    if before == now:
        return []
    gone, new = sorted(before - now), sorted(now - before)
    detail = f"columns gone: {', '.join(gone) or 'none'}; columns new: {', '.join(new) or 'none'}"
    points = min(MOST_POINTS_FOR_COLUMNS, POINTS_PER_COLUMN * len(gone) + POINTS_PER_COLUMN / 4 * len(new))
    return [("header_drift", detail[:500], points)]


def _known_rows(against: JsonObject) -> list[Told]:
    looked_at, newer = against["looked_at"], against["newer_in_store"]
    which = "rows" if looked_at < SAMPLE_SIZE else "rows looked at"
    if looked_at and against["same"] == looked_at:
        return [("already_stored", "every row looked at is in the dataset already", 0.0)]
    if not newer:
        return []
    detail = f"{newer:,} of {looked_at:,} {which} are older than what the dataset has, which stays"
    return [("older_than_stored", detail, round(MOST_POINTS_FOR_AGE * newer / looked_at, 1))]
