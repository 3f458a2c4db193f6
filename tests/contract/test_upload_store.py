"""Uploads: a ticket for one file, which only its owner can read."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from chalicelib.domain.errors import SourceUnreadableError
from tests.contract.worlds import MOST_UPLOAD_BYTES, World
from tests.fakes.clock import NOON

UPLOAD = "01jd0000000000000000000000"


def test_a_ticket_says_what_to_send_and_until_when(world: World) -> None:
    ticket = world.uploads.ticket(upload_id=UPLOAD, owner_id="ada", content_type="text/plain", size_bytes=12)
    assert ticket.upload_id == UPLOAD
    assert ticket.headers == {"Content-Type": "text/plain", "Content-Length": "12"}
    assert ticket.expires_at == NOON + timedelta(hours=1)
    assert UPLOAD in ticket.upload_url


def test_type_and_size_are_part_of_the_signature(aws_world: World) -> None:
    ticket = aws_world.uploads.ticket(upload_id=UPLOAD, owner_id="ada", content_type="text/plain", size_bytes=12)
    query = parse_qs(urlsplit(ticket.upload_url).query)
    assert query["X-Amz-SignedHeaders"] == ["content-length;content-type;host"]
    assert not [name for name in query if "checksum" in name.lower()]


def test_an_upload_is_read_by_its_owner(world: World) -> None:
    world.add_upload(UPLOAD, "ada", "电车".encode())
    assert world.uploads.exists(UPLOAD, owner_id="ada")
    assert world.uploads.read(UPLOAD, owner_id="ada") == "电车".encode()


def test_nobody_else_sees_an_upload(world: World) -> None:
    world.add_upload(UPLOAD, "ada", b"secret")
    assert not world.uploads.exists(UPLOAD, owner_id="bob")
    with pytest.raises(SourceUnreadableError):
        world.uploads.read(UPLOAD, owner_id="bob")


def test_a_ticket_that_was_not_used_leaves_nothing(world: World) -> None:
    world.uploads.ticket(upload_id=UPLOAD, owner_id="ada", content_type="text/plain", size_bytes=12)
    assert not world.uploads.exists(UPLOAD, owner_id="ada")
    with pytest.raises(SourceUnreadableError):
        world.uploads.read(UPLOAD, owner_id="ada")


def test_a_file_larger_than_any_ticket_allows_is_not_read(aws_world: World) -> None:
    aws_world.add_upload(UPLOAD, "ada", b"x" * (MOST_UPLOAD_BYTES + 1))
    with pytest.raises(SourceUnreadableError):
        aws_world.uploads.read(UPLOAD, owner_id="ada")


def test_a_deleted_upload_is_gone_and_only_the_owners(world: World) -> None:
    world.add_upload(UPLOAD, "ada", b"secret")
    world.uploads.delete(UPLOAD, owner_id="bob")
    assert world.uploads.exists(UPLOAD, owner_id="ada")
    world.uploads.delete(UPLOAD, owner_id="ada")
    world.uploads.delete(UPLOAD, owner_id="ada")
    assert not world.uploads.exists(UPLOAD, owner_id="ada")
