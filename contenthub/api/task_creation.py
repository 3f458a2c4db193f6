"""What every request that makes a task has in common: how it is to be run, and that repeating it is safe."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from contenthub.calls import Call
from contenthub.shapes import SubmittedTask
from contenthub.transport import Transport


@dataclass(frozen=True, kw_only=True)
class TaskOptions:
    """How a task is to be run; None leaves the choice to the server. Times are ISO 8601 in UTC."""

    priority: int | None = None
    run_at: str | None = None
    start_by: str | None = None
    cancel_after: str | None = None
    idempotency_key: str | None = None

    def body(self) -> dict[str, object]:
        values = {
            "priority": self.priority,
            "run_at": self.run_at,
            "start_by": self.start_by,
            "cancel_after": self.cancel_after,
        }
        return {name: value for name, value in values.items() if value is not None}


def create_task(
    transport: Transport,
    path: str,
    body: Mapping[str, Any],
    options: TaskOptions | None = None,
    *,
    headers: Mapping[str, str] | None = None,
) -> SubmittedTask:
    chosen = options or TaskOptions()
    # With a key the server makes one task however often the request arrives, so repeating is safe.
    sent = {"Idempotency-Key": chosen.idempotency_key or str(uuid.uuid4()), **(headers or {})}
    call = Call(method="POST", path=path, body={**body, **chosen.body()}, headers=sent, repeatable=True)
    return cast("SubmittedTask", transport.send(call))
