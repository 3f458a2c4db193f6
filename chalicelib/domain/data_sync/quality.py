"""The check of a whole file before anything of it is written."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from chalicelib.domain.data_sync.conventions import Conventions, Survey
from chalicelib.domain.data_sync.findings import Findings
from chalicelib.domain.data_sync.mapping import GENERIC
from chalicelib.domain.data_sync.repeats import KeyLedger, Repeats
from chalicelib.domain.data_sync.shaping import Shaper
from chalicelib.domain.data_sync.understanding import Understood
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.ports.data_sync import QualityThresholds

ROWS_BETWEEN_REPORTS = 1000
POINTS = {
    "mapping_changed": 50.0,
    "undecodable_bytes": 10.0,
    "no_header": 10.0,
    "wrong_mark": 2.0,
    "undecided_dates": 2.0,
}
POINTS_PER_COLUMN, MOST_POINTS_FOR_COLUMNS = 4.0, 20.0

Tell = Callable[[int, int], None]
"""Rows done and rows in all, as far as known."""


@dataclass(frozen=True)
class Checked:
    rows: int
    rejected: int
    conventions: Conventions
    repeats: Repeats
    report: JsonObject

    @property
    def refused(self) -> bool:
        return bool(self.report["verdict"] == "rejected")


def shapers(understood: Understood, conventions: Conventions) -> list[Shaper]:
    """One for each sheet, whose columns may stand in another order."""
    return [Shaper(binding, sheet.columns, conventions) for sheet, binding in understood.parts]


def check(understood: Understood, dataset: JsonObject | None, limits: QualityThresholds, tell: Tell) -> Checked:
    """Two walks: the first finds how numbers and dates are written, the second reads them.

    `dataset` is what is known of the files before this one. Raises SourceUnreadableError.
    """
    conventions = _survey(understood, tell)
    shaping = shapers(understood, conventions)
    ledger = KeyLedger(understood.binding.mapping.numbered, len(understood.parts))
    findings, left_out, by_sheet = Findings(), Counter[str](), Counter[int]()
    rows = rejected = 0
    for part, source in understood.rows():
        if reason := shaping[part].leave_out(source):
            left_out[reason] += 1
            continue
        row = shaping[part].shape(source)
        findings.add_row(row)
        by_sheet[part] += 1
        rows += 1
        if row.rejected:
            rejected += 1
        else:
            ledger.see(row, rows, part, findings)
        if rows % ROWS_BETWEEN_REPORTS == 0:
            tell(rows, 0)
    notes = _notes(understood, conventions, dataset)
    score = max(0.0, 100.0 - findings.penalty(rows) - sum(note["points"] for note in notes))
    counts = {"rows": rows, "rejected": rejected, "left_out": dict(left_out), "by_sheet": by_sheet}
    report = _report(understood, conventions, counts, {"score": round(score, 1), "limits": limits})
    report |= {"notes": notes, "findings": findings.to_json()}
    return Checked(rows, rejected, conventions, ledger.conclude(), report)


def _survey(understood: Understood, tell: Tell) -> Conventions:
    """All sheets write their numbers and dates as the first one's columns do, taken together."""
    surveys = [Survey(binding) for _, binding in understood.parts]
    for part, row in understood.rows():
        surveys[part].look(row.cells)
        if surveys[part].rows % (10 * ROWS_BETWEEN_REPORTS) == 0:
            tell(0, 0)
    return surveys[0].conclude()


def _notes(understood: Understood, conventions: Conventions, dataset: JsonObject | None) -> list[JsonObject]:
    told = [(note.code, note.detail, POINTS.get(note.code, 0.0)) for note in understood.notes]
    if conventions.undecided_dates:
        names = ", ".join(conventions.undecided_dates)
        order = conventions.date_orders[conventions.undecided_dates[0]]
        detail = f"no date in {names} says whether day or month comes first; {order} was assumed"
        told.append(("undecided_dates", detail, POINTS["undecided_dates"]))
    if dataset is not None:
        told += _drift(understood, dataset)
    return [{"code": code, "detail": detail, "points": points} for code, detail, points in told]


def _drift(understood: Understood, dataset: JsonObject) -> list[tuple[str, str, float]]:
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


def _report(
    understood: Understood, conventions: Conventions, counts: dict[str, Any], judged: dict[str, Any]
) -> JsonObject:
    limits: QualityThresholds = judged["limits"]
    rows, rejected, score = counts["rows"], counts["rejected"], judged["score"]
    refused = bool(rows) and (score < limits.reject_below or rejected == rows)
    verdict = "rejected" if refused else "warned" if score < limits.warn_below else "passed"
    return {
        "verdict": verdict,
        "score": score,
        "warn_below": limits.warn_below,
        "reject_below": limits.reject_below,
        "rows": rows,
        "rejected_rows": rejected,
        "left_out": counts["left_out"],
        "read_as": {**understood.table.facts, "sheets": _sheets(understood, counts["by_sheet"])},
        "mapping": _mapping(understood, conventions),
        "decimal_marks": conventions.decimal_marks,
        "date_orders": conventions.date_orders,
    }


def _sheets(understood: Understood, by_sheet: Counter[int]) -> list[JsonObject]:
    return [
        {"name": sheet.name, "header_row": sheet.header_row, "rows": by_sheet[number]}
        for number, (sheet, _) in enumerate(understood.parts)
    ]


def _mapping(understood: Understood, conventions: Conventions) -> JsonObject:
    sheet, binding = understood.parts[0]
    mapping = binding.mapping
    return {
        "name": mapping.name,
        "platform": mapping.platform,
        "data_kind": mapping.kind,
        "fallback": mapping.name == GENERIC,
        "fields": {field.name: sheet.columns[index] for index, field in binding.fields},
        "kept_as_text": conventions.other_types,
        "key": list(mapping.key),
        "rows_numbered": mapping.numbered,
        "business_time": mapping.business_time or None,
    }
