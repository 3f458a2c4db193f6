"""The sync of one file, from taking hold of it to its last row; what an interruption left is taken up again."""

from dataclasses import dataclass
from datetime import datetime

from chalicelib.domain.data_sync.ending import Ending
from chalicelib.domain.data_sync.errors import FileRejectedError
from chalicelib.domain.data_sync.job import SyncJob
from chalicelib.domain.data_sync.kept_state import CheckedFile, KeptState
from chalicelib.domain.data_sync.mapping import ANY
from chalicelib.domain.data_sync.quality import Before, check, survey
from chalicelib.domain.data_sync.records import (
    DATA_FILE,
    DATASET,
    MOST_FILE_BYTES,
    FileState,
    change_record,
    dataset_id,
)
from chalicelib.domain.data_sync.understanding import Understood, understand
from chalicelib.domain.data_sync.writing import Counts, RowWriter
from chalicelib.domain.data_sync.writing_walk import ROWS_PER_CHUNK, WritingWalk
from chalicelib.domain.errors import SourceUnreadableError
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.ports.data_sync import QualityThresholds, StoredFile, SyncTools
from chalicelib.domain.record import Record
from chalicelib.domain.task_type import Continue, Outcome, TaskContext

CHUNKS_PER_SAVE = 5
LARGE_BYTES = 8 * 1024 * 1024
"""From this size on the two walks of the check may fall into two invocations."""


def sync_file(job: SyncJob, context: TaskContext) -> Outcome | Continue:
    """Raises FileRejectedError for a file that the quality check refused and SourceUnreadableError for one that is no
    table; its record tells the same. StaleTaskError ends it where the task was cancelled.
    """
    return FileSync(job, context, context.toolbox.sync_tools()).run()


@dataclass
class FileSync:
    job: SyncJob
    context: TaskContext
    tools: SyncTools
    _name: str = ""

    def run(self) -> Outcome | Continue:
        record = self._record()
        self._name = record.body["name"]
        holder = record.body.get("task_id", "")
        if self._held_by_another(record, holder):
            return self._ending(record).skipped(f"task {holder} is syncing this file", keep_state=True)
        record = self._take_hold(record)
        try:
            return self._sync(record)
        except SourceUnreadableError as error:
            self._ending(record).failed(FileState.FAILED, error.message)
            raise

    def _sync(self, record: Record) -> Outcome | Continue:
        file = self.tools.files.find(record.body["location"])
        if file is None:
            raise SourceUnreadableError("the file is not there any more")
        ending = self._ending(record)
        if file.size_bytes == 0:
            return ending.skipped("the file is empty")
        if file.size_bytes > MOST_FILE_BYTES:
            raise SourceUnreadableError(f"the file has {file.size_bytes:,} bytes; {MOST_FILE_BYTES:,} are taken")
        self._tell(0, 0, "reading")
        asked = {"platform": record.body.get("platform", ANY), "kind": record.body.get("data_kind", ANY)}
        understood = understand(file, **asked, key_columns=self.job.key_columns)
        writer = self._writer(record, understood)
        kept = self._kept(file)
        checked = kept.check() or self._check(file, understood, writer, kept)
        if isinstance(checked, Continue):
            return checked
        if checked.rows == 0:
            return ending.skipped(_without_rows(checked.report), report=checked.report)
        if checked.report["verdict"] == "rejected":
            return self._refuse(ending, checked)
        counts = self._write(WritingWalk(understood, checked, kept.place()), checked, writer, kept)
        if isinstance(counts, Continue):
            return counts
        return ending.synced(counts, checked.report, writer.dataset, understood)

    def _check(
        self, file: StoredFile, understood: Understood, writer: RowWriter, kept: KeptState
    ) -> CheckedFile | Continue:
        is_large = file.size_bytes >= LARGE_BYTES
        conventions = kept.survey() if is_large else None
        if conventions is None:
            conventions = survey(understood, self._tell_checking)
            if is_large:
                kept.keep_survey(conventions)
                if self.context.should_stop():
                    return Continue({"rows_done": 0})
        known = self.tools.records.get(DATASET, writer.dataset)
        before = Before(known.body, writer.expect) if known else None
        found = check(understood, conventions, before, self._limits(), self._tell_checking)
        report = {**found.report, "fingerprint": file.fingerprint}
        checked = CheckedFile(conventions, found.repeats, report, found.rows)
        if found.rows > ROWS_PER_CHUNK * CHUNKS_PER_SAVE:
            kept.keep_check(checked)
        return checked

    def _limits(self) -> QualityThresholds:
        usual, asked = self.tools.thresholds, self.job
        return QualityThresholds(
            usual.warn_below if asked.warn_below is None else asked.warn_below,
            usual.reject_below if asked.reject_below is None else asked.reject_below,
        )

    def _refuse(self, ending: Ending, checked: CheckedFile) -> Outcome:
        """Raises FileRejectedError, but in a dry run."""
        score, rejected = checked.report["score"], checked.report["rejected_rows"]
        why = f"quality score {score}, {rejected} of {checked.rows} rows rejected"
        if self.job.dry_run:
            return ending.would_be_refused(why, checked.report)
        ending.failed(FileState.REJECTED, why, report=checked.report)
        raise FileRejectedError(f"the file was refused: {why}")

    def _write(self, walk: WritingWalk, checked: CheckedFile, writer: RowWriter, kept: KeptState) -> Counts | Continue:
        self._tell(walk.ordinal, checked.rows, "writing")
        for number, chunk in enumerate(walk.chunks(), start=1):
            writer.write(chunk, walk.counts)
            self._tell(walk.ordinal, checked.rows, "writing")
            if walk.ended:
                break
            stop = self.context.should_stop()
            if stop or number % CHUNKS_PER_SAVE == 0:
                kept.keep_place(walk.place(), checked)
            if stop:
                return Continue({"rows_done": walk.ordinal})
        return walk.counts

    def _writer(self, record: Record, understood: Understood) -> RowWriter:
        return RowWriter(
            rows=self.tools.rows,
            dataset=self._dataset(record, understood),
            task_id=self.context.task_id,
            file_id=record.id,
            file_time=record.body["as_of"],
            dry_run=self.job.dry_run,
        )

    def _kept(self, file: StoredFile) -> KeptState:
        name = f"sync-{self.job.file_id}{'-dry' if self.job.dry_run else ''}"
        return KeptState(self.tools.payloads, f"payloads/{self.context.task_id}", name, file.fingerprint)

    def _record(self) -> Record:
        record = self.tools.records.get(DATA_FILE, self.job.file_id)
        if record is None or record.owner_id != self.context.owner_id:
            raise SourceUnreadableError(f"there is no file {self.job.file_id}")
        return record

    def _held_by_another(self, record: Record, holder: str) -> bool:
        held = record.state == FileState.SYNCING and holder not in ("", self.context.task_id)
        return held and self.tools.is_working(holder)

    def _take_hold(self, record: Record) -> Record:
        if self.job.dry_run or (
            record.state == FileState.SYNCING and record.body.get("task_id") == self.context.task_id
        ):
            return record
        changes = {"task_id": self.context.task_id, "started_at": self._now().isoformat(), "reason": None}
        return change_record(self.tools.records, DATA_FILE, record.id, changes, at=self._now(), state=FileState.SYNCING)

    def _dataset(self, record: Record, understood: Understood) -> str:
        """What was not said when the file was registered, its mapping says."""
        mapping = understood.binding.mapping
        platform, kind = record.body.get("platform", ANY), record.body.get("data_kind", ANY)
        return dataset_id(
            record.owner_id,
            mapping.platform if platform == ANY else platform,
            record.body.get("account", ""),
            mapping.kind if kind == ANY else kind,
        )

    def _ending(self, record: Record) -> Ending:
        return Ending(self.tools, record, task_id=self.context.task_id, dry_run=self.job.dry_run)

    def _tell(self, done: int, total: int, doing: str) -> None:
        """Raises StaleTaskError when the task is no longer ours."""
        self.context.progress(done, total, f"{doing} {self._name}")

    def _tell_checking(self, done: int, total: int) -> None:
        self._tell(done, total, "checking")

    def _now(self) -> datetime:
        return self.tools.now()


def _without_rows(report: JsonObject) -> str:
    left_out = ", ".join(f"{reason} {count}" for reason, count in report["left_out"].items() if reason != "blank")
    return "the file has no rows of data" + (f"; left out: {left_out}" if left_out else "")
