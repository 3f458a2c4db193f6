"""Data sync over HTTP, as several tests ask for it: a file brought, synced, a batch run to its end."""

import base64

from chalicelib.domain.ports.platform import WakeUp
from tests.unit.api.conftest import World
from tests.unit.api.gateway import Gateway

FILES = "/api/data-sync/files"
LANE = "sync-normal"
KEYLESS = "order_id,sku,amount\n,A,1\n,B,2\n,C,3\n,D,4\n"


def bring(gateway: Gateway, content: str, name: str = "orders.csv", **told: object) -> str:
    body = {"name": name, "content_base64": base64.b64encode(content.encode()).decode(), **told}
    answer = gateway.post(FILES, body)
    assert answer.status == 201, answer.json
    return str(answer.json["file_id"])


def sync(world: World, gateway: Gateway, file_id: str, **told: object) -> dict[str, object]:
    receipt = gateway.post("/api/data-sync/single", {"file_id": file_id, **told})
    assert receipt.status == 202, receipt.json
    assert receipt.json["celery_task_id"] == receipt.json["task_id"]
    for wake_up in world.lanes.take(LANE):
        world.platform.run_task.run_task(wake_up, lambda: 600.0)
    status: dict[str, object] = gateway.get(f"/api/data-sync/task-status/{receipt.json['task_id']}").json
    return status


def run_batch(world: World, gateway: Gateway, body: dict[str, object]) -> dict[str, object]:
    receipt = gateway.post("/api/data-sync/batch-all", {**body, "priority": 1}).json
    (wake_up,) = world.lanes.take("sync-low")
    world.platform.run_task.run_task(wake_up, lambda: 600.0)
    move = world.platform.advance_workflow.advance(receipt["task_id"], run=1, part=1)
    for unit_id in move.unit_ids:
        world.platform.run_task.run_task(WakeUp(unit_id, "sync-low", ""), lambda: 600.0)
    world.platform.advance_workflow.advance(receipt["task_id"], run=1, part=1)
    status: dict[str, object] = gateway.get(f"/api/data-sync/task-status/{receipt['task_id']}").json
    return status
