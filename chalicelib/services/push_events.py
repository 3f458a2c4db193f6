"""Push new events to everybody who watches their task.

One query for each owner among the changes, whoever watches, and nothing at all is sent while nobody does. What
cannot be delivered in time is left out: the client sees the gap in the seqs and has it replayed.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.ports.live import Delivery, Socket, Sockets, Subscription, Subscriptions
from chalicelib.domain.ports.platform import Clock, Telemetry
from chalicelib.domain.task import Event, Task
from chalicelib.services.live_messages import event_message
from chalicelib.services.project_events import RowChange, new_event

PUSH_SECONDS = 5.0

News = tuple[Task, Event]


@dataclass(frozen=True)
class PushEvents:
    subscriptions: Subscriptions
    sockets: Sockets
    clock: Clock
    telemetry: Telemetry

    def push(self, changes: Sequence[RowChange]) -> None:
        news_by_owner: dict[str, list[News]] = defaultdict(list)
        for change in changes:
            if (event := new_event(change)) is not None:
                news_by_owner[change.after.owner_id].append((change.after, event))
        now = self.clock.now()
        watching = [each for owner_id in news_by_owner for each in self.subscriptions.watching(owner_id, now=now)]
        messages = _addressed(watching, [each for news in news_by_owner.values() for each in news])
        if messages:
            delivery = self.sockets.send_all(messages, within_seconds=PUSH_SECONDS)
            self._clean_up(delivery, watching)
            self._report(delivery)

    def _clean_up(self, delivery: Delivery, watching: Sequence[Subscription]) -> None:
        for connection_id in delivery.gone:
            found = [each for each in watching if each.socket.connection_id == connection_id]
            self.subscriptions.drop(connection_id, found=found)

    def _report(self, delivery: Delivery) -> None:
        troubles = delivery.troubles or {}
        level = "WARNING" if troubles else "INFO"
        reasons = sorted(set(troubles.values()))
        self.telemetry.log(
            "events_pushed",
            level=level,
            sent=delivery.sent,
            gone=len(delivery.gone),
            troubles=len(troubles),
            why=reasons,
        )


def _addressed(watching: Sequence[Subscription], news: Sequence[News]) -> dict[Socket, list[JsonObject]]:
    """Each event once for each socket that watches its task or the workflow it is a unit of, in the order of news."""
    sockets_by_task: dict[str, dict[Socket, None]] = defaultdict(dict)
    for each in watching:
        sockets_by_task[each.task_id][each.socket] = None
    messages: dict[Socket, list[JsonObject]] = defaultdict(list)
    for task, event in news:
        to = sockets_by_task.get(task.task_id, {}) | sockets_by_task.get(task.parent_id or "", {})
        if to:
            message = event_message(task, event)
            for socket in to:
                messages[socket].append(message)
    return messages
