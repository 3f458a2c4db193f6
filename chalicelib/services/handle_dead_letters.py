"""Look at, redrive and purge the messages that no consumer could finish."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from chalicelib.domain.errors import LaneNotFoundError, StaleTaskError
from chalicelib.domain.lanes import LANES
from chalicelib.domain.lifecycle import reopened
from chalicelib.domain.ports.platform import Clock, DeadLetter, DeadLetters, Lanes, SendFailedError, Telemetry
from chalicelib.domain.ports.tasks import TaskStore
from chalicelib.domain.principal import Principal
from chalicelib.domain.task import RETRYABLE, Task

RECEIVE_AT_ONCE = 10


@dataclass(frozen=True)
class ExplainedLetter:
    letter: DeadLetter
    task: Task | None
    reason: str


@dataclass(frozen=True)
class HandleDeadLetters:
    letters: DeadLetters
    tasks: TaskStore
    lanes: Lanes
    clock: Clock
    telemetry: Telemetry

    def look(self, lanes: Sequence[str], *, limit: int) -> tuple[ExplainedLetter, ...]:
        """Some of the letters with the reason each is there; looking does not move them.

        To be sure that a queue is empty, a second has to pass: the lanes are looked at side by side.
        """
        for lane in lanes:
            _check(lane)
        with ThreadPoolExecutor(max(len(lanes), 1)) as pool:
            by_lane = pool.map(lambda lane: list(self._receive(lane, limit)), lanes)
            received = [letter for letters in by_lane for letter in letters]
        found = tuple(self._explained(letter) for letter in received[:limit])
        self.letters.release(received)
        return found

    def redrive(
        self,
        lane: str,
        principal: Principal,
        *,
        task_ids: frozenset[str] | None = None,
        limit: int,
        rate_per_second: float | None = None,
        reason: str = "",
    ) -> tuple[int, int]:
        """Give letters back to their lane; a task that failed meanwhile starts its next run.

        Returns how many went back and how many stay, because nothing is left to do for them or they are no task's.
        """
        _check(lane)
        redriven, kept = 0, []
        for letter in self._receive(lane, limit):
            wanted = task_ids is None or letter.task_id in task_ids
            if wanted and self._redriven(letter):
                redriven += 1
                self._pace(rate_per_second)
            else:
                kept.append(letter)
        self.letters.release(kept)
        self.telemetry.log("dead_letters_redriven", lane=lane, count=redriven, by=principal.user_id, reason=reason)
        return redriven, len(kept)

    def purge(
        self, lane: str, principal: Principal, *, task_ids: frozenset[str] | None = None, reason: str, dry_run: bool
    ) -> int:
        """Delete letters for good; their tasks stay as they are."""
        _check(lane)
        received = list(self._receive(lane, 10_000))
        chosen = [letter for letter in received if task_ids is None or letter.task_id in task_ids]
        gone = [] if dry_run else chosen
        self.letters.delete(gone)
        self.letters.release([letter for letter in received if letter not in gone])
        self.telemetry.log("dead_letters_purged", lane=lane, count=len(gone), by=principal.user_id, reason=reason)
        return len(chosen)

    def _receive(self, lane: str, limit: int) -> Iterator[DeadLetter]:
        left = limit
        while left > 0:
            batch = self.letters.receive(lane, limit=min(left, RECEIVE_AT_ONCE))
            if not batch:
                return
            yield from batch
            left -= len(batch)

    def _explained(self, letter: DeadLetter) -> ExplainedLetter:
        task = self.tasks.get(letter.task_id) if letter.task_id else None
        if letter.task_id is None:
            return ExplainedLetter(letter, None, "not a wake-up message")
        if task is None:
            return ExplainedLetter(letter, None, "its task is gone")
        if task.error is not None:
            return ExplainedLetter(letter, task, f"{task.error.code}: {task.error.message}")
        return ExplainedLetter(letter, task, f"delivered {letter.receive_count} times; the task is {task.status}")

    def _redriven(self, letter: DeadLetter) -> bool:
        """First the message, then the letter's end: dying in between sends one message too many, which is harmless."""
        task = self.tasks.get(letter.task_id) if letter.task_id else None
        if task is None or not (task.status in RETRYABLE or not task.finished):
            return False
        try:
            if task.status in RETRYABLE:
                self.tasks.save(task, reopened(task, self.clock.now()))
            self.lanes.send(letter.lane, task.task_id)
        except (SendFailedError, StaleTaskError) as error:
            self.telemetry.log("redrive_failed", level="WARNING", task_id=task.task_id, reason=str(error))
            return False
        self.letters.delete([letter])
        return True

    def _pace(self, rate_per_second: float | None) -> None:
        if rate_per_second:
            self.clock.sleep(1.0 / rate_per_second)


def _check(lane: str) -> None:
    if lane not in LANES:
        raise LaneNotFoundError(f"there is no lane {lane!r}; known are {', '.join(LANES)}")
