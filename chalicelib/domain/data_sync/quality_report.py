"""The report on a file: how it was read, how good it is, what was found."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from chalicelib.domain.data_sync.conventions import Conventions
from chalicelib.domain.data_sync.findings import Findings
from chalicelib.domain.data_sync.mapping import GENERIC
from chalicelib.domain.data_sync.understanding import Understood
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.ports.data_sync import QualityThresholds


@dataclass
class Walked:
    """What the walk through all rows came to."""

    findings: Findings
    rows: int = 0
    rejected: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    by_sheet: Counter[int] = field(default_factory=Counter)


def report_on(
    understood: Understood,
    conventions: Conventions,
    walked: Walked,
    notes: Sequence[JsonObject],
    limits: QualityThresholds,
) -> JsonObject:
    points = walked.findings.penalty(walked.rows) + sum(note["points"] for note in notes)
    score = round(max(0.0, 100.0 - points), 1)
    return {
        "verdict": _verdict(walked, score, limits),
        "score": score,
        "warn_below": limits.warn_below,
        "reject_below": limits.reject_below,
        "rows": walked.rows,
        "rejected_rows": walked.rejected,
        "left_out": dict(walked.left_out),
        "read_as": {**understood.table.facts, "sheets": _sheets(understood, walked.by_sheet)},
        "mapping": _mapping(understood, conventions),
        "decimal_marks": conventions.decimal_marks,
        "date_orders": conventions.date_orders,
        "notes": [*notes],
        "findings": walked.findings.to_json(),
    }


def _verdict(walked: Walked, score: float, limits: QualityThresholds) -> str:
    if walked.rows and (score < limits.reject_below or walked.rejected == walked.rows):
        return "rejected"
    return "warned" if score < limits.warn_below else "passed"


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
