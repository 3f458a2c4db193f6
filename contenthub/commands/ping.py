"""Asks the workers of every lane whether they are there: a real task through queue, consumer and worker."""

from dataclasses import dataclass
from typing import Any

from contenthub.api.task_creation import TaskOptions
from contenthub.commands.session import Session
from contenthub.display.cells import Column
from contenthub.errors import ContentHubError, ProblemError
from contenthub.moments import from_iso
from contenthub.shapes import Task

PING_COLUMNS = (
    Column("lane", whole=True),
    Column("answer", "status"),
    Column("milliseconds", "number"),
    Column("worker"),
    Column("detail"),
)
TASK_TYPE = "health_check"
PRIORITIES_BY_LEVEL = {"high": 9, "normal": 5, "low": 1}


@dataclass
class Ping:
    level: str
    sent_at: float
    task_id: str | None = None
    lane: str | None = None
    problem: str | None = None


def ping_lanes(session: Session, *, seconds: float) -> list[dict[str, Any]]:
    """One row for each lane; all are asked at once, and none for longer than this."""
    clock = session.surroundings.pace.clock
    pings = [_send(session, level) for level in PRIORITIES_BY_LEVEL]
    deadline = clock() + seconds
    return [_answer(session, ping, deadline, seconds) for ping in pings]


def _send(session: Session, level: str) -> Ping:
    ping = Ping(level, session.surroundings.pace.clock())
    try:
        options = TaskOptions(priority=PRIORITIES_BY_LEVEL[level])
        ping.task_id = session.client.tasks.submit(TASK_TYPE, {"echo": level}, options=options)["task_id"]
    except ProblemError as error:
        ping.problem = f"{error} ({error.code})"
    return ping


def _answer(session: Session, ping: Ping, deadline: float, seconds: float) -> dict[str, Any]:
    if ping.task_id is None:
        return _row(ping, None, detail=ping.problem)
    task = _wait(session, ping.task_id, deadline)
    if task["status"] == "succeeded":
        result = session.client.tasks.result(ping.task_id)["result"] or {}
        return {**_row(ping, task), "ok": True, "answer": "pong", "worker": result.get("worker")}
    error = task.get("error")
    if error:
        return _row(ping, task, detail=error["message"])
    return _row(ping, task, detail=_why_silent(session, task, seconds))


def _wait(session: Session, task_id: str, deadline: float) -> Task:
    """The task when it has ended or the time is up; one that is late is cancelled, so that it does not lie about."""
    pace, tasks = session.surroundings.pace, session.client.tasks
    after = 0
    while (left := deadline - pace.clock()) > 0:
        page = tasks.events(task_id, after=after, wait_seconds=min(20, int(left)))
        after = max([after, *(event["seq"] for event in page["items"])])
        if page["finished"]:
            return tasks.show(task_id)
        if not page["items"]:
            pace.sleep(min(0.2, left))
    task = tasks.show(task_id)
    if not task.get("finished_at"):
        tasks.cancel(task_id)
    return task


def _why_silent(session: Session, task: Task, seconds: float) -> str:
    texts = session.texts
    if task["status"] != "queued":
        return texts("ping.not_ended", seconds=f"{seconds:g}", status=task["status"])
    try:
        lanes = {lane["lane"]: lane for lane in session.client.lanes.list()["items"]}
    except ContentHubError:  # the lanes are for operators; a ping is for everybody
        lanes = {}
    lane = lanes.get(str(task.get("lane"))) or {}
    if lane.get("paused"):
        return texts("ping.lane_paused")
    return texts("ping.not_started", seconds=f"{seconds:g}", waiting=lane.get("waiting", "?"))


def _row(ping: Ping, task: Task | None, *, detail: str | None = None) -> dict[str, Any]:
    times = [from_iso(str(task.get(name) or "")) if task else None for name in ("created_at", "finished_at")]
    created, finished = times
    took = round((finished - created).total_seconds() * 1000) if created and finished else None
    return {
        "lane": task.get("lane") if task else f"generation-{ping.level}",
        "ok": False,
        "answer": "silent",
        "milliseconds": took,
        "task_id": ping.task_id,
        "worker": None,
        "detail": detail,
    }
