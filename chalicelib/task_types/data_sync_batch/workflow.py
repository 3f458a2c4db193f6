"""The plan of a batch: all files side by side, and a summary."""

from collections import Counter

from chalicelib.domain.errors import UnitsFailedError
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.task_type import Outcome
from chalicelib.domain.validation import validated
from chalicelib.domain.workflow import EndedUnit, Plan, Stage, StageOutcome, Unit, fan_out
from chalicelib.task_types.data_sync_batch.schema import BatchJob


def plan(request: JsonObject) -> Plan:
    """A file that fails leaves the others alone; the batch has failed only if no file came through."""
    job = validated(BatchJob, request)
    options: JsonObject = {
        name: request[name] for name in ("dry_run", "key_columns", "warn_below", "reject_below") if name in request
    }
    wanted = [file_id for file_id in job.file_ids if file_id not in job.left_out]
    left_out = [_left_out(job, file_id) for file_id in job.file_ids if file_id in job.left_out]
    if not wanted:
        return Outcome(_result(left_out, job))
    units = tuple(Unit(file_id, {"file_id": file_id, **options}) for file_id in wanted)
    outcome = yield from fan_out(Stage("sync", units, tolerated_failures=1.0))
    files = _files(outcome, job)
    if not outcome.results():
        raise UnitsFailedError(
            f"none of the {len(files)} files was synced; {files[0]['file_name']}: {files[0]['reason']}"
        )
    return Outcome(_result([*files, *left_out], job))


def _files(outcome: StageOutcome, job: BatchJob) -> list[JsonObject]:
    results = outcome.results()
    return [_file(unit, job.names[unit.key], results.get(unit.key)) for unit in outcome.units]


def _file(unit: EndedUnit, name: str, result: JsonObject | None) -> JsonObject:
    """A dry run ends well also where the file would be refused; counted is what would happen."""
    why = unit.error.message if unit.error else unit.status.value
    report = (result or {}).get("report") or {}
    state = "failed" if result is None or report.get("verdict") == "rejected" else result["state"]
    return {
        "file_id": unit.key,
        "file_name": name,
        "state": state,
        "reason": result["reason"] if result else why,
        "task_id": unit.task_id,
        "dataset_id": result["dataset_id"] if result else None,
        "counts": result["counts"] if result else None,
        "score": report.get("score"),
    }


def _left_out(job: BatchJob, file_id: str) -> JsonObject:
    told = {"file_id": file_id, "file_name": job.names[file_id], "state": "skipped", "reason": job.left_out[file_id]}
    return {**told, "task_id": None, "dataset_id": None, "counts": None, "score": None}


def _result(files: list[JsonObject], job: BatchJob) -> JsonObject:
    states = Counter(file["state"] for file in files)
    rows: Counter[str] = Counter()
    for file in files:
        rows.update(file["counts"] or {})
    counts = {
        "files": len(files),
        "synced": states["synced"] + states["checked"],
        "skipped": states["skipped"],
        "failed": states["failed"],
        "rows": dict(rows),
    }
    return {"counts": counts, "files": files, "dry_run": job.dry_run}
