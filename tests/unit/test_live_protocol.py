"""However batches come and connections go: a client that follows the protocol sees every event exactly once."""

from collections import defaultdict
from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st

from chalicelib.services.project_events import RowChange
from contenthub.live_events import InOrder, event_from_message
from tests.examples import examples
from tests.unit.live_bench import LiveBench

UNITS = 3
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("happen"), st.integers(0, UNITS)),
        st.tuples(st.just("stream"), st.integers(1, 4)),
        st.tuples(st.just("stream_again"), st.integers(0, 20)),
        st.tuples(st.just("stream_other_tasks_first"), st.integers(1, 6)),
        st.tuples(st.just("connect"), st.booleans()),
        st.tuples(st.just("lose"), st.booleans()),
        st.tuples(st.just("trouble"), st.booleans()),
        st.tuples(st.just("read"), st.integers(1, 5)),
        st.tuples(st.just("check"), st.booleans()),
    ),
    max_size=60,
)


@dataclass
class Client:
    """Subscribes with what it has; orders and de-duplicates with the product's own client code."""

    bench: LiveBench
    seen: InOrder = field(default_factory=InOrder)
    got: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    name: str = ""
    read_so_far: int = 0
    connections: int = 0

    def connect(self) -> None:
        self.connections += 1
        self.name, self.read_so_far = f"c{self.connections}", 0
        self.bench.connect(self.name)
        self.ask()

    def ask(self) -> None:
        """Subscribe, or subscribe again as after a silence."""
        if self.name and self.name in self.bench.subscriptions.connections:
            connection = self.bench.live.connection(self.name)
            self.bench.subscribe(
                connection, self.workflow, self.seen.last_seq(self.workflow.task_id), self.seen.last_seqs
            )

    def lose(self, *, politely: bool) -> None:
        """What was sent and not read yet is lost."""
        if self.name:
            self.bench.sockets.closed.add(self.name)
            if politely:
                self.bench.live.disconnect(self.name)
            self.name = ""

    def read(self, most: int) -> None:
        if self.name:
            messages = self.bench.sockets.sent[self.name][self.read_so_far :][:most]
            self.read_so_far += len(messages)
            for message in messages:
                if message["type"] == "event":
                    for event in self.seen.admit(event_from_message(message)):
                        self.got[event.task_id].append(event.seq)

    def __post_init__(self) -> None:
        self.workflow = self.bench.workflow()
        self.rows = [self.workflow, *(self.bench.task(n + 1, parent=self.workflow) for n in range(UNITS))]


@settings(max_examples=examples(300), deadline=None)
@given(STEPS)
def test_every_event_is_seen_exactly_once_and_in_order(steps: list[tuple[str, int]]) -> None:
    bench = LiveBench()
    client, streamed = Client(bench), list[RowChange]()
    for step, argument in steps:
        match step:
            case "happen":
                bench.happen(client.rows[argument])
            case "stream":
                streamed += bench.stream(argument)
            case "stream_again":
                bench.consume(streamed[argument : argument + 3])
            case "stream_other_tasks_first":
                streamed += _stream_one_task(bench, client.rows[argument % len(client.rows)].task_id)
            case "connect":
                client.lose(politely=bool(argument))
                moment = "just_before" if argument else "just_after"
                with bench.streaming(moment):
                    client.connect()
            case "lose":
                client.lose(politely=bool(argument))
            case "trouble":
                bench.sockets.in_trouble = {client.name} if argument else set()
            case "read":
                client.read(argument)
            case "check":
                client.ask()
    _calm_down(bench, client)
    assert client.got == {row.task_id: list(range(1, bench.row(row).seq + 1)) for row in client.rows}


def _stream_one_task(bench: LiveBench, task_id: str) -> list[RowChange]:
    """The stream keeps the order of one row's changes, and only that."""
    mine = [change for change in bench.tasks.changes if change[1].task_id == task_id]
    bench.tasks.changes[:] = mine + [change for change in bench.tasks.changes if change[1].task_id != task_id]
    return bench.stream(len(mine))


def _calm_down(bench: LiveBench, client: Client) -> None:
    """In the end everything is streamed, and the client asks once more as it does after a silence."""
    bench.sockets.in_trouble = set()
    bench.stream()
    if client.name:
        client.ask()
    else:
        client.connect()
    client.read(10_000)
