"""Documents over HTTP: brought, shown as they are, deleted, and never anybody else's."""

import pytest

from tests.unit.api.conftest import World
from tests.unit.api.gateway import Gateway
from tests.unit.litigation_analysis.driving import put

BODY = {"file_name": "合同.pdf", "bytes": 12}


def test_a_document_waits_for_its_upload_and_is_uploaded_then(world: World, alice: Gateway) -> None:
    reply = alice.post("/v1/documents", BODY)
    assert reply.status == 201
    slot = reply.json
    assert (slot["state"], slot["content_type"]) == ("waiting_for_upload", "application/pdf")
    assert slot["headers"] == {"Content-Type": "application/pdf", "Content-Length": "12"}
    assert slot["document_id"] in slot["upload_url"]
    where = f"/v1/documents/{slot['document_id']}"
    assert alice.get(where).json["state"] == "waiting_for_upload"
    put(world, slot["document_id"], b"x" * 12)
    assert alice.get(where).json["state"] == "uploaded"
    assert [item["state"] for item in alice.get("/v1/documents").json["items"]] == ["uploaded"]


def test_the_list_tells_of_an_upload_that_nobody_has_asked_about(world: World, alice: Gateway) -> None:
    brought, waiting = (alice.post("/v1/documents", BODY).json["document_id"] for _ in range(2))
    put(world, brought, b"x" * 12)
    listed = {item["document_id"]: item["state"] for item in alice.get("/v1/documents").json["items"]}
    assert listed == {brought: "uploaded", waiting: "waiting_for_upload"}


def test_documents_are_listed_page_by_page_newest_first(world: World, alice: Gateway) -> None:
    names = []
    for number in range(3):
        world.clock.advance(1)
        names.append(alice.post("/v1/documents", {**BODY, "file_name": f"{number}.txt"}).json["file_name"])
    first = alice.get("/v1/documents?limit=2").json
    rest = alice.get(f"/v1/documents?limit=2&cursor={first['next_cursor']}").json
    assert [item["file_name"] for item in (*first["items"], *rest["items"])] == names[::-1]
    assert rest["next_cursor"] is None


def test_a_deleted_document_is_gone_with_its_file(world: World, alice: Gateway) -> None:
    document_id = alice.post("/v1/documents", BODY).json["document_id"]
    put(world, document_id, b"x" * 12)
    where = f"/v1/documents/{document_id}"
    assert alice.request("DELETE", where).json == {"document_id": document_id, "deleted": True}
    assert alice.get(where).status == 404
    assert alice.request("DELETE", where).status == 404
    assert not world.platform.upload_store.exists(document_id, owner_id="alice")


@pytest.mark.parametrize("name", ["bob", "admin"])
def test_nobody_else_sees_or_deletes_a_document(world: World, alice: Gateway, name: str) -> None:
    document_id = alice.post("/v1/documents", BODY).json["document_id"]
    other, where = world.as_user(name), f"/v1/documents/{document_id}"
    for reply in (other.get(where), other.request("DELETE", where)):
        assert (reply.status, reply.json["code"]) == (404, "record_not_found")
    assert other.get("/v1/documents").json["items"] == []
    assert alice.get(where).status == 200


@pytest.mark.parametrize(
    ("wrong", "pointer"),
    [
        ({"bytes": 0}, "/bytes"),
        ({"bytes": 10 * 1024 * 1024 + 1}, "/bytes"),
        ({"file_name": ""}, "/file_name"),
        ({"file_name": "../a.pdf"}, "/file_name"),
        ({"file_name": "a\x00.pdf"}, "/file_name"),
        ({"content_type": "nonsense"}, "/content_type"),
    ],
)
def test_a_bad_document_is_refused(alice: Gateway, wrong: dict[str, object], pointer: str) -> None:
    reply = alice.post("/v1/documents", {**BODY, **wrong})
    assert (reply.status, reply.json["errors"][0]["pointer"]) == (422, pointer)
