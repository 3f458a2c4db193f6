"""The check of a whole file before anything of it is written."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from chalicelib.domain.data_sync.against_store import KeySample, SampledRow, comparison
from chalicelib.domain.data_sync.conventions import Conventions, Survey
from chalicelib.domain.data_sync.findings import Findings
from chalicelib.domain.data_sync.quality_notes import note_on_key, notes_on
from chalicelib.domain.data_sync.quality_report import Walked, report_on
from chalicelib.domain.data_sync.reading.table import SourceRow
from chalicelib.domain.data_sync.repeats import KeyLedger, Repeats
from chalicelib.domain.data_sync.shaping import Shaper
from chalicelib.domain.data_sync.understanding import Understood
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.ports.data_sync import QualityThresholds

ROWS_BETWEEN_REPORTS = 1000

Tell = Callable[[int, int], None]
"""Rows done and rows in all, as far as known."""


@dataclass(frozen=True)
class Before:
    """What is known of the files before this one."""

    dataset: JsonObject
    expect: Callable[[Sequence[SampledRow]], Mapping[str, int]]
    """How many of these rows would count as what, were they written now."""


@dataclass(frozen=True)
class Checked:
    rows: int
    repeats: Repeats
    report: JsonObject


def shapers(understood: Understood, conventions: Conventions) -> list[Shaper]:
    """One for each sheet, whose columns may stand in another order."""
    return [Shaper(binding, sheet.columns, conventions) for sheet, binding in understood.parts]


def survey(understood: Understood, tell: Tell) -> Conventions:
    """The first walk: how numbers and dates are written. All sheets write them as the first one's columns do.

    Raises SourceUnreadableError.
    """
    surveys = [Survey(binding) for _, binding in understood.parts]
    for part, row in understood.rows():
        surveys[part].look(row.cells)
        if surveys[part].rows % (10 * ROWS_BETWEEN_REPORTS) == 0:
            tell(0, 0)
    return surveys[0].conclude()


def check(
    understood: Understood, conventions: Conventions, before: Before | None, limits: QualityThresholds, tell: Tell
) -> Checked:
    """The second walk: every row is read and judged, and a sample of them compared with the dataset.

    Raises SourceUnreadableError.
    """
    walk = _Walk(understood, conventions)
    for part, source in understood.rows():
        walk.take(part, source)
        if walk.walked.rows % ROWS_BETWEEN_REPORTS == 0:
            tell(walk.walked.rows, 0)
    against = comparison(before.expect(walk.sample.rows)) if before else None
    notes = notes_on(understood, conventions, before.dataset if before else None, against)
    notes += note_on_key(understood, walk.walked.rows, walk.walked.findings.rows_with("repeated_key"))
    report = report_on(understood, conventions, walk.walked, notes, limits)
    return Checked(walk.walked.rows, walk.ledger.conclude(), {**report, "against_store": against})


@dataclass
class _Walk:
    understood: Understood
    conventions: Conventions
    walked: Walked = field(default_factory=lambda: Walked(Findings()))
    sample: KeySample = field(default_factory=KeySample)

    def __post_init__(self) -> None:
        self._shapers = shapers(self.understood, self.conventions)
        self.ledger = KeyLedger(self.understood.binding.mapping.numbered, len(self.understood.parts))

    def take(self, part: int, source: SourceRow) -> None:
        walked = self.walked
        if reason := self._shapers[part].leave_out(source):
            walked.left_out[reason] += 1
            return
        row = self._shapers[part].shape(source)
        walked.rows += 1
        walked.by_sheet[part] += 1
        walked.findings.add_row(row)
        if row.rejected:
            walked.rejected += 1
        else:
            self.sample.see(self.ledger.see(row, walked.rows, part, walked.findings), row)
