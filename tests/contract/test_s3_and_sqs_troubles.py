"""Refusals of S3 and SQS that must not be taken for something else."""

from collections.abc import Iterator

import pytest
from botocore.exceptions import ClientError
from botocore.stub import ANY, Stubber

from chalicelib.adapters.aws_clients import AwsClients
from chalicelib.adapters.s3_payload_store import S3PayloadStore
from chalicelib.adapters.s3_upload_store import S3UploadStore
from chalicelib.adapters.sqs_dead_letters import SqsDeadLetters
from chalicelib.adapters.sqs_queues import SqsQueues
from chalicelib.domain.errors import ConflictError
from chalicelib.domain.ports.platform import DeadLetter
from tests.contract.aws import ACCOUNT, BUCKET, PREFIX
from tests.fakes.clock import NOON, ManualClock


@pytest.fixture
def s3(aws_clients: AwsClients) -> Iterator[Stubber]:
    with Stubber(aws_clients.s3()) as stubber:
        yield stubber
        stubber.assert_no_pending_responses()


def test_a_forbidden_upload_is_not_taken_for_a_missing_one(s3: Stubber, aws_clients: AwsClients) -> None:
    uploads = S3UploadStore(aws_clients.s3(), BUCKET, ManualClock(), most_bytes=10)
    s3.add_client_error("head_object", "403")
    with pytest.raises(ClientError):
        uploads.exists("u1", owner_id="ada")
    s3.add_client_error("get_object", "AccessDenied")
    with pytest.raises(ClientError):
        uploads.read("u1", owner_id="ada")


def test_a_forbidden_payload_is_not_taken_for_a_missing_one(s3: Stubber, aws_clients: AwsClients) -> None:
    s3.add_client_error("get_object", "AccessDenied")
    with pytest.raises(ClientError):
        S3PayloadStore(aws_clients.s3(), BUCKET).get("payloads/x")


def test_a_dead_letter_that_sqs_kept_is_told(aws_clients: AwsClients) -> None:
    letters = SqsDeadLetters(SqsQueues(aws_clients.sqs(), PREFIX, ACCOUNT))
    letter = DeadLetter("m-1", "generation-low", "01JD", "receipt", 3, NOON, "{}")
    kept = {"Successful": [], "Failed": [{"Id": "0", "SenderFault": False, "Code": "InternalError"}]}
    with Stubber(aws_clients.sqs()) as sqs:
        sqs.add_response("delete_message_batch", kept, {"QueueUrl": ANY, "Entries": ANY})
        with pytest.raises(ConflictError):
            letters.delete([letter])
