"""Payloads: kept as JSON, found again, linked to."""

from urllib.parse import parse_qs, urlsplit

import pytest

from chalicelib.domain.errors import NotFoundError
from tests.contract.worlds import World

REF = "payloads/01JD/result-1.json"


def test_a_payload_is_read_back_as_it_was(world: World) -> None:
    payload = {"title": "电车 – Straßenbahn", "parts": [1, 2.5, None, {"deep": True}]}
    world.payloads.put(REF, payload)
    assert world.payloads.get(REF) == payload


def test_the_size_is_that_of_the_json_in_bytes(world: World) -> None:
    assert world.payloads.put(REF, {"a": "电"}) == len('{"a":"电"}'.encode())


def test_twenty_megabytes_are_stored_and_fetched(world: World) -> None:
    payload = {"text": "x" * 20_000_000}
    assert world.payloads.put(REF, payload) > 20_000_000
    assert world.payloads.get(REF) == payload


def test_what_was_never_stored_is_not_found(world: World) -> None:
    with pytest.raises(NotFoundError):
        world.payloads.get(REF)


def test_a_deleted_payload_is_not_found(world: World) -> None:
    world.payloads.put(REF, {})
    world.payloads.delete(REF)
    with pytest.raises(NotFoundError):
        world.payloads.get(REF)


def test_deleting_what_is_not_there_is_fine(world: World) -> None:
    world.payloads.delete(REF)


def test_a_link_names_the_payload(world: World) -> None:
    assert REF in world.payloads.download_url(REF)


def test_a_link_is_valid_for_an_hour(aws_world: World) -> None:
    query = parse_qs(urlsplit(aws_world.payloads.download_url(REF)).query)
    assert query["X-Amz-Expires"] == ["3600"]


def test_a_file_is_linked_to_and_keeps_the_payloads_beside_it(world: World) -> None:
    world.payloads.put(REF, {"a": 1})
    ref = "payloads/01JD/report-1.docx"
    world.payloads.put_file(ref, b"PK\x03\x04", content_type="application/octet-stream", file_name="report.docx")
    assert ref in world.payloads.download_url(ref)
    assert world.payloads.get(REF) == {"a": 1}


def test_a_file_is_read_back_byte_for_byte(world: World) -> None:
    ref, data = "images/01JD/1-abc.png", bytes(range(256))
    world.payloads.put_file(ref, data, content_type="image/png", file_name="1-abc.png")
    assert world.payloads.get_file(ref) == data
    with pytest.raises(NotFoundError):
        world.payloads.get_file("images/01JD/2-abc.png")
