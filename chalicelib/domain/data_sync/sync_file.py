"""The sync of one file, from taking hold of it to its last row; what an interruption left is taken up again."""

from dataclasses import dataclass, field
from datetime import datetime

from chalicelib.domain.data_sync.conventions import Conventions
from chalicelib.domain.data_sync.ending import Ending
from chalicelib.domain.data_sync.errors import FileRejectedError
from chalicelib.domain.data_sync.job import SyncJob
from chalicelib.domain.data_sync.mapping import ANY
from chalicelib.domain.data_sync.quality import check, shapers
from chalicelib.domain.data_sync.records import DATA_FILE, DATASET, FileState, change_record, dataset_id
from chalicelib.domain.data_sync.repeats import Numbering, Repeats
from chalicelib.domain.data_sync.shaping import ShapedRow
from chalicelib.domain.data_sync.understanding import Understood, understand
from chalicelib.domain.data_sync.writing import Counts, RowWriter
from chalicelib.domain.errors import NotFoundError, SourceUnreadableError
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.ports.data_sync import QualityThresholds, StoredFile, SyncTools
from chalicelib.domain.record import Record
from chalicelib.domain.task_type import Continue, Outcome, TaskContext

ROWS_PER_CHUNK = 1000
CHUNKS_PER_SAVE = 5


def sync_file(job: SyncJob, context: TaskContext) -> Outcome | Continue:
    """Raises FileRejectedError for a file that the quality check refused and SourceUnreadableError for one that is no
    table; its record tells the same. StaleTaskError ends it where the task was cancelled.
    """
    return FileSync(job, context, context.toolbox.sync_tools()).run()


@dataclass
class _State:
    """What is known after the check, and how far the writing is. Kept beside the task, for the next invocation."""

    fingerprint: str
    conventions: JsonObject
    repeats: JsonObject
    report: JsonObject
    rows: int
    ordinal: int = 0
    position: JsonObject | None = None
    numbering: JsonObject | None = None
    counts: JsonObject = field(default_factory=dict)


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
        if file.size_bytes == 0:
            return self._ending(record).skipped("the file is empty")
        self._tell(0, 0, "reading")
        asked = {"platform": record.body.get("platform", ANY), "kind": record.body.get("data_kind", ANY)}
        understood = understand(file, **asked, key_columns=self.job.key_columns)
        dataset = self._dataset(record, understood)
        state = self._saved(file) or self._checked(file, understood, dataset)
        ending = self._ending(record)
        if state.rows == 0:
            return ending.skipped(_without_rows(state.report), report=state.report)
        if state.report["verdict"] == "rejected":
            score, rejected = state.report["score"], state.report["rejected_rows"]
            why = f"quality score {score}, {rejected} of {state.rows} rows rejected"
            ending.failed(FileState.REJECTED, why, report=state.report)
            raise FileRejectedError(f"the file was refused: {why}")
        counts = self._write(record, understood, dataset, state)
        if isinstance(counts, Continue):
            return counts
        return ending.synced(counts, state.report, dataset, understood)

    def _checked(self, file: StoredFile, understood: Understood, dataset: str) -> _State:
        known = self.tools.records.get(DATASET, dataset)
        usual = self.tools.thresholds
        limits = QualityThresholds(
            usual.warn_below if self.job.warn_below is None else self.job.warn_below,
            usual.reject_below if self.job.reject_below is None else self.job.reject_below,
        )
        found = check(understood, known.body if known else None, limits, self._tell_checking)
        found.report["fingerprint"] = file.fingerprint
        state = _State(
            fingerprint=file.fingerprint,
            conventions=found.conventions.to_json(),
            repeats=found.repeats.to_json(),
            report=found.report,
            rows=found.rows,
        )
        if found.rows > ROWS_PER_CHUNK * CHUNKS_PER_SAVE:
            self._save(state)
        return state

    def _write(self, record: Record, understood: Understood, dataset: str, state: _State) -> Counts | Continue:
        writer = RowWriter(
            rows=self.tools.rows,
            dataset=dataset,
            task_id=self.context.task_id,
            file_id=record.id,
            file_time=record.body["as_of"],
            dry_run=self.job.dry_run,
        )
        shaping = shapers(understood, Conventions.from_json(state.conventions))
        numbering = Numbering(Repeats.from_json(state.repeats), understood.binding.mapping.numbered)
        if state.numbering is not None:
            numbering.restore(state.numbering)
        counts, chunk, chunks = Counts(**state.counts), list[tuple[str, ShapedRow]](), 0
        self._tell(state.ordinal, state.rows, "writing")
        for part, source in understood.rows(state.position):
            if shaping[part].leave_out(source):
                continue
            row = shaping[part].shape(source)
            state.ordinal += 1
            if row.rejected:
                counts.rejected += 1
            elif (key := numbering.final_key(row, state.ordinal, part)) is None:
                counts.duplicates += 1
            else:
                chunk.append((key, row))
            if state.ordinal % ROWS_PER_CHUNK == 0 and state.ordinal < state.rows:
                writer.write(chunk, counts)
                chunk.clear()
                chunks += 1
                state.position = understood.table.position
                state.numbering, state.counts = numbering.to_json(), counts.to_json()
                if self._stops(state, chunks):
                    return Continue({"rows_done": state.ordinal})
        writer.write(chunk, counts)
        self._tell(state.ordinal, state.rows, "writing")
        return counts

    def _stops(self, state: _State, chunks: int) -> bool:
        self._tell(state.ordinal, state.rows, "writing")
        stop = self.context.should_stop()
        if stop or chunks % CHUNKS_PER_SAVE == 0:
            self._save(state)
        return stop

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

    def _saved(self, file: StoredFile) -> _State | None:
        """Only of the very same content: a file that was replaced meanwhile begins anew."""
        try:
            state = _State(**self.tools.payloads.get(self._state_ref))
        except NotFoundError:
            return None
        return state if state.fingerprint == file.fingerprint else None

    def _save(self, state: _State) -> None:
        self.tools.payloads.put(self._state_ref, vars(state))

    @property
    def _state_ref(self) -> str:
        return f"payloads/{self.context.task_id}/sync-{self.job.file_id}{'-dry' if self.job.dry_run else ''}.json"

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
