"""How the sync of a file ends: what its record, its report and its dataset say afterwards."""

from collections.abc import Sequence
from dataclasses import dataclass

from chalicelib.domain.data_sync.mapping import ANY
from chalicelib.domain.data_sync.records import (
    DATA_FILE,
    DATASET,
    SYNC_REPORT,
    FileState,
    change_record,
    changed,
)
from chalicelib.domain.data_sync.understanding import Understood
from chalicelib.domain.data_sync.writing import Counts
from chalicelib.domain.errors import ConflictError, RecordExistsError
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.ports.data_sync import SyncTools
from chalicelib.domain.record import Record
from chalicelib.domain.task_type import Outcome

TASKS_REMEMBERED = 200
TRIES = 8


@dataclass(frozen=True)
class Ending:
    tools: SyncTools
    record: Record
    task_id: str
    dry_run: bool

    def synced(self, counts: Counts, report: JsonObject, dataset: str, understood: Understood) -> Outcome:
        """File and report change together with the task's end; the dataset just before, once for each task."""
        state = "checked" if self.dry_run else FileState.SYNCED.value
        result = self._result(state, counts=counts.to_json(), report=report, dataset_id=dataset)
        if self.dry_run:
            return Outcome(result)
        self._count_into(dataset, counts, understood)
        told = {
            "fingerprint": report["fingerprint"],
            "counts": counts.to_json(),
            "score": report["score"],
            "verdict": report["verdict"],
            "mapping": report["mapping"]["name"],
            "dataset_id": dataset,
            "rows": report["rows"],
            "synced_at": self.tools.now().isoformat(),
        }
        return Outcome(result, (self._file(told, FileState.SYNCED), self._report(report)))

    def skipped(self, reason: str, *, report: JsonObject | None = None, keep_state: bool = False) -> Outcome:
        result = self._result("skipped", reason=reason, report=report)
        if self.dry_run or keep_state:
            return Outcome(result)
        reports = (self._report(report),) if report is not None else ()
        return Outcome(result, (self._file({"reason": reason}, FileState.SKIPPED), *reports))

    def would_be_refused(self, reason: str, report: JsonObject) -> Outcome:
        """A dry run finds out what would happen, and has."""
        return Outcome(self._result("checked", reason=reason, report=report))

    def failed(self, state: FileState, reason: str, *, report: JsonObject | None = None) -> None:
        """Written at once: a task that fails stores no records."""
        if self.dry_run:
            return
        told: JsonObject = {"reason": reason}
        if report is not None:
            told |= {"score": report["score"], "verdict": report["verdict"], "rows": report["rows"]}
            self._store_report(report)
        change_record(self.tools.records, DATA_FILE, self.record.id, told, at=self.tools.now(), state=state)

    def _result(self, state: str, **told: object) -> JsonObject:
        body = self.record.body
        return {
            "file_id": self.record.id,
            "file_name": body["name"],
            "state": state,
            "reason": None,
            "dataset_id": None,
            "counts": None,
            "report": None,
            "dry_run": self.dry_run,
            **told,
        }

    def _file(self, told: JsonObject, state: FileState) -> Record:
        latest = self.tools.records.get(DATA_FILE, self.record.id) or self.record
        return changed(latest, told, at=self.tools.now(), state=state)

    def _report(self, report: JsonObject) -> Record:
        now = self.tools.now()
        return Record(
            kind=SYNC_REPORT,
            id=self.record.id,
            owner_id=self.record.owner_id,
            body={**report, "task_id": self.task_id},
            created_at=now,
            updated_at=now,
        )

    def _store_report(self, report: JsonObject) -> None:
        try:
            self.tools.records.create(self._report(report))
        except RecordExistsError:
            body = {**report, "task_id": self.task_id}
            change_record(self.tools.records, SYNC_REPORT, self.record.id, body, at=self.tools.now())

    def _count_into(self, dataset: str, counts: Counts, understood: Understood) -> None:
        """A task that died after this and before its end counts once: the dataset knows its last tasks."""
        for _ in range(TRIES):
            before = self.tools.records.get(DATASET, dataset)
            try:
                if before is None:
                    self.tools.records.create(self._new_dataset(dataset, counts, understood))
                else:
                    self.tools.records.update(before, self._counted(before, counts, understood))
            except (ConflictError, RecordExistsError):
                continue
            return
        raise ConflictError(f"dataset {dataset} keeps changing")

    def _new_dataset(self, dataset: str, counts: Counts, understood: Understood) -> Record:
        now, mapping, body = self.tools.now(), understood.binding.mapping, self.record.body
        platform, kind = body.get("platform", ANY), body.get("data_kind", ANY)
        told = {
            "platform": mapping.platform if platform == ANY else platform,
            "account": body.get("account", ""),
            "data_kind": mapping.kind if kind == ANY else kind,
            "row_count": 0,
            "files": 0,
            "tasks": {},
        }
        empty = Record(DATASET, dataset, self.record.owner_id, told, now, now, version=0)
        return self._counted(empty, counts, understood)

    def _counted(self, before: Record, counts: Counts, understood: Understood) -> Record:
        tasks = dict(before.body["tasks"])
        key = f"{self.task_id}/{self.record.id}"
        fresh = counts.inserted - tasks.get(key, 0)
        first_time = key not in tasks
        tasks[key] = counts.inserted
        told = {
            "row_count": before.body["row_count"] + fresh,
            "files": before.body["files"] + first_time,
            "tasks": dict(list(tasks.items())[-TASKS_REMEMBERED:]),
            "mapping": understood.binding.mapping.name,
            "key": list(understood.binding.mapping.key),
            "columns": list(understood.columns),
            "row_columns": _row_columns(before.body.get("row_columns", []), understood),
            "last_file_id": self.record.id,
            "last_synced_at": self.tools.now().isoformat(),
        }
        return changed(before, told, at=self.tools.now())


def _row_columns(known: Sequence[str], understood: Understood) -> list[str]:
    """What rows of this dataset may have, in the order of their first file."""
    binding = understood.binding
    names = [name for _, field in binding.fields for name in (field.name, *(part.name for part in field.parts))]
    return list(dict.fromkeys([*known, *names, *(name for _, name in binding.others)]))
