"""What is to be said of a file as a whole, and how many points of its score that costs."""

from chalicelib.domain.data_sync.against_store import SAMPLE_SIZE
from chalicelib.domain.data_sync.conventions import Conventions
from chalicelib.domain.data_sync.understanding import Understood
from chalicelib.domain.json_types import JsonObject

POINTS = {
    "mapping_changed": 50.0,
    "key_not_unique": 50.0,
    "undecodable_bytes": 10.0,
    "no_header": 10.0,
    "wrong_mark": 2.0,
    "undecided_dates": 2.0,
}
POINTS_PER_COLUMN, MOST_POINTS_FOR_COLUMNS = 4.0, 20.0
MOST_POINTS_FOR_AGE = 10.0
LONGEST_LIST = 250
LEAST_ROWS_FOR_KEY, MOST_REPEATED = 8, 0.5
"""Of so many rows a greater share with the key of another one, and other content, means that the key is a wrong one."""


def notes_on(
    understood: Understood, conventions: Conventions, dataset: JsonObject | None, against: JsonObject | None
) -> list[JsonObject]:
    """`dataset` is what is known of the files before this one, `against` how its rows compare with theirs."""
    told = [_note(note.code, note.detail, POINTS.get(note.code, 0.0), **note.values) for note in understood.notes]
    if conventions.undecided_dates:
        told.append(_undecided(conventions))
    if dataset is not None:
        told += _drift(understood, dataset)
    if against is not None:
        told += _known_rows(against)
    return told


def note_on_key(understood: Understood, rows: int, repeated: int) -> list[JsonObject]:
    """`repeated` rows have the key of another row and say something else; whoever chose the key knows that."""
    binding = understood.binding
    if binding.chosen_key or rows < LEAST_ROWS_FOR_KEY or repeated <= rows * MOST_REPEATED:
        return []
    key = ", ".join(binding.mapping.key)
    detail = f"{repeated:,} of {rows:,} rows repeat a key ({key}) with other content; only one row of each would stay"
    values = {"repeated": f"{repeated:,}", "rows": f"{rows:,}", "key": key}
    return [_note("key_not_unique", detail, POINTS["key_not_unique"], **values)]


def _note(code: str, detail: str, points: float, **values: str) -> JsonObject:
    """`values` are what the detail names, for whoever says it in another language."""
    return {"code": code, "detail": detail, "points": points, "values": values}


def _undecided(conventions: Conventions) -> JsonObject:
    names, order = ", ".join(conventions.undecided_dates), conventions.date_orders[conventions.undecided_dates[0]]
    detail = f"no date in {names} says whether day or month comes first; {order} was assumed"
    return _note("undecided_dates", detail, POINTS["undecided_dates"], names=names, order=order)


def _drift(understood: Understood, dataset: JsonObject) -> list[JsonObject]:
    mapping = understood.binding.mapping.name
    if mapping != dataset["mapping"]:
        detail = f"files of this dataset were read as {dataset['mapping']}, this one only fits {mapping}"
        return [_note("mapping_changed", detail, POINTS["mapping_changed"], before=dataset["mapping"], now=mapping)]
    before, now = set(dataset["columns"]), set(understood.columns)
    if before == now:
        return []
    gone, new = (", ".join(sorted(names))[:LONGEST_LIST] for names in (before - now, now - before))
    detail = f"columns gone: {gone or 'none'}; columns new: {new or 'none'}"
    points = POINTS_PER_COLUMN * len(before - now) + POINTS_PER_COLUMN / 4 * len(now - before)
    return [_note("header_drift", detail, min(MOST_POINTS_FOR_COLUMNS, points), gone=gone or "–", new=new or "–")]


def _known_rows(against: JsonObject) -> list[JsonObject]:
    looked_at, newer = against["looked_at"], against["newer_in_store"]
    if looked_at and against["same"] == looked_at:
        return [_note("already_stored", "every row looked at is in the dataset already", 0.0)]
    if not newer:
        return []
    which = "rows" if looked_at < SAMPLE_SIZE else "rows looked at"
    detail = f"{newer:,} of {looked_at:,} {which} are older than what the dataset has, which stays"
    points = round(MOST_POINTS_FOR_AGE * newer / looked_at, 1)
    return [_note("older_than_stored", detail, points, older=f"{newer:,}", looked_at=f"{looked_at:,}")]
