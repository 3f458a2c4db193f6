"""Files of tables: found, read in ranges, and noticed when they are replaced."""

import pytest

from chalicelib.adapters.aws_clients import AwsClients
from chalicelib.adapters.s3_file_store import S3FileStore
from chalicelib.domain.errors import SourceUnreadableError
from chalicelib.domain.ports.data_sync import FileStore
from tests.contract.aws import BUCKET
from tests.fakes.clock import ManualClock
from tests.fakes.file_store import InMemoryFileStore


@pytest.fixture(params=["memory", "aws"])
def files(request: pytest.FixtureRequest) -> FileStore:
    if request.param == "memory":
        return InMemoryFileStore(ManualClock())
    aws: AwsClients = request.getfixturevalue("aws")
    return S3FileStore(aws.s3(), BUCKET, ManualClock())


def test_a_file_is_read_piece_by_piece(files: FileStore) -> None:
    files.put("files/ann/1", b"0123456789", content_type="text/csv")

    found = files.find("files/ann/1")

    assert found is not None
    assert found.size_bytes == 10
    assert (found.read(0, 4), found.read(8, 100), found.read(10, 5)) == (b"0123", b"89", b"")


def test_other_content_has_another_fingerprint(files: FileStore) -> None:
    def fingerprint_of(content: bytes) -> str:
        files.put("files/ann/1", content, content_type="text/csv")
        found = files.find("files/ann/1")
        assert found is not None
        return found.fingerprint

    assert fingerprint_of(b"one") == fingerprint_of(b"one") != fingerprint_of(b"two")


def test_what_is_not_there_is_not_found(files: FileStore) -> None:
    assert files.find("files/ann/2") is None


def test_a_ticket_names_the_file_its_type_and_its_size(files: FileStore) -> None:
    ticket = files.ticket(file_id="1", location="files/ann/1", content_type="text/csv", size_bytes=5)

    assert ticket.upload_id == "1"
    assert ticket.headers == {"Content-Type": "text/csv", "Content-Length": "5"}
    assert "files/ann/1" in ticket.upload_url


def test_a_file_that_is_replaced_while_it_is_read_is_told(aws: AwsClients) -> None:
    files = S3FileStore(aws.s3(), BUCKET, ManualClock())
    files.put("files/ann/1", b"one", content_type="text/csv")
    found = files.find("files/ann/1")
    assert found is not None
    aws.s3().delete_object(Bucket=BUCKET, Key="files/ann/1")

    with pytest.raises(SourceUnreadableError, match="removed or replaced"):
        found.read(0, 3)
