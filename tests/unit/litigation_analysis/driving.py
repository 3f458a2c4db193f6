"""Cases brought, started and worked off over the API on in-memory ports, as the machine and the workers do it."""

from collections.abc import Mapping

from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.ports.platform import WakeUp
from chalicelib.domain.task import Task
from chalicelib.services.advance_workflow import Next
from tests.fakes.upload_store import InMemoryUploadStore
from tests.unit.api.conftest import World
from tests.unit.api.gateway import Gateway
from tests.unit.litigation_analysis.samples import case_request

START = "/api/v1/litigation-analysis/start"
SESSIONS = "/api/v1/litigation-analysis/sessions"
TEN_MINUTES = 600.0


def brought(world: World, user: Gateway, files: Mapping[str, bytes | str], owner: str = "alice") -> list[str]:
    """The ids of the documents, uploaded."""
    ids = []
    for name, content in files.items():
        data = content.encode() if isinstance(content, str) else content
        slot = user.post("/v1/documents", {"file_name": name, "bytes": max(len(data), 1)}).json
        put(world, slot["document_id"], data, owner)
        ids.append(slot["document_id"])
    return ids


def put(world: World, document_id: str, data: bytes, owner: str = "alice") -> None:
    store = world.platform.upload_store
    assert isinstance(store, InMemoryUploadStore)
    store.add(document_id, data, owner_id=owner)


def started(user: Gateway, document_ids: list[str], **wishes: object) -> str:
    reply = user.post(START, case_request(document_ids, **wishes))
    assert reply.status == 202, reply.text
    session_id: str = reply.json["session_id"]
    return session_id


def worked_off(world: World, session_id: str) -> Task:
    """The case as it is when its plan has nothing left to do."""
    for lane in ("generation-high", "generation-normal", "generation-low"):
        world.work_off(lane)
    while True:
        row = world.tasks.get(session_id)
        assert row is not None
        assert row.workflow is not None
        move = world.platform.advance_workflow.advance(session_id, run=row.run, part=row.workflow.part)
        if move.next is not Next.FAN_OUT:
            ended = world.tasks.get(session_id)
            assert ended is not None
            return ended
        for unit_id in move.unit_ids:
            world.platform.run_task.run_task(WakeUp(unit_id, move.lane, "receipt"), lambda: TEN_MINUTES)


def analysed(world: World, user: Gateway, files: Mapping[str, bytes | str], **wishes: object) -> JsonObject:
    """The result of a case, from the upload to the end."""
    session_id = started(user, brought(world, user, files), **wishes)
    ended = worked_off(world, session_id)
    assert ended.status in ("succeeded", "partial"), ended.error
    result: JsonObject = user.get(f"{SESSIONS}/{session_id}/result").json["result"]
    return result
