"""The heartbeat beside a running task."""

from threading import Event

import pytest

from chalicelib.adapters.thread_heartbeat import ThreadHeartbeat
from tests.fakes.telemetry import RecordingTelemetry

SOON = 0.001
DEADLINE = 5.0


class Beats:
    """Counts beats and says when the wanted number is reached."""

    def __init__(self, wanted: int = 3, last: bool = True) -> None:
        self.count = 0
        self.reached = Event()
        self._wanted = wanted
        self._last = last

    def __call__(self) -> bool:
        self.count += 1
        if self.count >= self._wanted:
            self.reached.set()
            return self._last
        return True


@pytest.fixture
def telemetry() -> RecordingTelemetry:
    return RecordingTelemetry()


@pytest.fixture
def heartbeat(telemetry: RecordingTelemetry) -> ThreadHeartbeat:
    return ThreadHeartbeat(telemetry)


def test_it_beats_again_and_again(heartbeat: ThreadHeartbeat) -> None:
    beats = Beats(wanted=3)
    with heartbeat.every(SOON, beats):
        assert beats.reached.wait(DEADLINE)


def test_nothing_beats_after_the_block(heartbeat: ThreadHeartbeat) -> None:
    beats = Beats(wanted=1)
    with heartbeat.every(SOON, beats):
        assert beats.reached.wait(DEADLINE)
    count = beats.count
    assert not Event().wait(0.02)
    assert beats.count == count


def test_a_short_block_does_not_wait_for_the_first_beat(heartbeat: ThreadHeartbeat) -> None:
    beats = Beats()
    with heartbeat.every(3600, beats):
        pass
    assert beats.count == 0


def test_a_beat_that_says_no_is_the_last(heartbeat: ThreadHeartbeat) -> None:
    beats = Beats(wanted=2, last=False)
    with heartbeat.every(SOON, beats):
        assert beats.reached.wait(DEADLINE)
        assert not Event().wait(0.02)
    assert beats.count == 2


def test_a_beat_that_raises_is_the_last_and_is_logged(
    heartbeat: ThreadHeartbeat, telemetry: RecordingTelemetry
) -> None:
    raised = Event()

    def beat() -> bool:
        raised.set()
        raise ConnectionError("no route")

    with heartbeat.every(SOON, beat):
        assert raised.wait(DEADLINE)
    assert [(line.action, line.level) for line in telemetry.lines] == [("heartbeat_failed", "ERROR")]
    assert telemetry.lines[0].fields == {"error": "ConnectionError", "reason": "no route"}


def test_the_blocks_own_error_comes_through(heartbeat: ThreadHeartbeat) -> None:
    with pytest.raises(LookupError), heartbeat.every(SOON, Beats()):
        raise LookupError("the work's own")
