"""Uploads in the data bucket, brought there by presigned requests."""

from datetime import timedelta
from typing import TYPE_CHECKING

from botocore.exceptions import ClientError

from chalicelib.adapters.aws_errors import code_of
from chalicelib.domain.errors import SourceUnreadableError
from chalicelib.domain.ports.platform import Clock
from chalicelib.domain.ports.tasks import UploadTicket

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

TICKET_SECONDS = 3600
MISSING = ("NoSuchKey", "404", "NotFound")


class S3UploadStore:
    """Type and size are part of the signature: S3 refuses any other. An object above `most_bytes` is not read."""

    def __init__(self, client: "S3Client", bucket: str, clock: Clock, *, most_bytes: int) -> None:
        self._client = client
        self._bucket = bucket
        self._clock = clock
        self._most_bytes = most_bytes

    def ticket(self, *, upload_id: str, owner_id: str, content_type: str, size_bytes: int) -> UploadTicket:
        url = self._client.generate_presigned_url(
            "put_object",
            Params={
                "Bucket": self._bucket,
                "Key": _key(owner_id, upload_id),
                "ContentType": content_type,
                "ContentLength": size_bytes,
            },
            ExpiresIn=TICKET_SECONDS,
        )
        headers = {"Content-Type": content_type, "Content-Length": str(size_bytes)}
        return UploadTicket(upload_id, url, headers, self._clock.now() + timedelta(seconds=TICKET_SECONDS))

    def exists(self, upload_id: str, *, owner_id: str) -> bool:
        try:
            self._client.head_object(Bucket=self._bucket, Key=_key(owner_id, upload_id))
        except ClientError as error:
            if code_of(error) not in MISSING:
                raise
            return False
        return True

    def read(self, upload_id: str, *, owner_id: str) -> bytes:
        try:
            answer = self._client.get_object(Bucket=self._bucket, Key=_key(owner_id, upload_id))
        except ClientError as error:
            if code_of(error) not in MISSING:
                raise
            raise SourceUnreadableError("nothing was uploaded under that id") from error
        with answer["Body"] as body:
            if answer["ContentLength"] > self._most_bytes:
                raise SourceUnreadableError(f"the upload has more than {self._most_bytes:,} bytes")
            return body.read()

    def delete(self, upload_id: str, *, owner_id: str) -> None:
        self._client.delete_object(Bucket=self._bucket, Key=_key(owner_id, upload_id))


def _key(owner_id: str, upload_id: str) -> str:
    return f"uploads/{owner_id}/{upload_id}"
