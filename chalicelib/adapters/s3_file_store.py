"""Files of tables in the data bucket, read in ranges."""

from datetime import timedelta
from typing import TYPE_CHECKING

from botocore.exceptions import ClientError

from chalicelib.adapters.aws_errors import code_of
from chalicelib.domain.errors import SourceUnreadableError
from chalicelib.domain.ports.data_sync import StoredFile
from chalicelib.domain.ports.platform import Clock
from chalicelib.domain.ports.tasks import UploadTicket

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

TICKET_SECONDS = 3600
MISSING = ("NoSuchKey", "404", "NotFound", "NoSuchVersion")
CHANGED = ("PreconditionFailed", "412")


class S3FileStore:
    def __init__(self, client: "S3Client", bucket: str, clock: Clock) -> None:
        self._client = client
        self._bucket = bucket
        self._clock = clock

    def ticket(self, *, file_id: str, location: str, content_type: str, size_bytes: int) -> UploadTicket:
        """Type and size are part of the signature: S3 refuses any other."""
        url = self._client.generate_presigned_url(
            "put_object",
            Params={
                "Bucket": self._bucket,
                "Key": location,
                "ContentType": content_type,
                "ContentLength": size_bytes,
            },
            ExpiresIn=TICKET_SECONDS,
        )
        headers = {"Content-Type": content_type, "Content-Length": str(size_bytes)}
        return UploadTicket(file_id, url, headers, self._clock.now() + timedelta(seconds=TICKET_SECONDS))

    def put(self, location: str, content: bytes, *, content_type: str) -> None:
        self._client.put_object(Bucket=self._bucket, Key=location, Body=content, ContentType=content_type)

    def find(self, location: str) -> StoredFile | None:
        try:
            head = self._client.head_object(Bucket=self._bucket, Key=location)
        except ClientError as error:
            if code_of(error) not in MISSING:
                raise
            return None
        return S3File(self._client, self._bucket, location, head["ContentLength"], head["ETag"])


class S3File:
    """As it was when it was found: a file that is replaced while it is read is told, not mixed up."""

    def __init__(self, client: "S3Client", bucket: str, key: str, size_bytes: int, etag: str) -> None:
        self._client = client
        self._bucket = bucket
        self._key = key
        self._etag = etag
        self.size_bytes = size_bytes
        self.fingerprint = etag.strip('"')

    def read(self, offset: int, length: int) -> bytes:
        if offset >= self.size_bytes or length <= 0:
            return b""
        last = min(offset + length, self.size_bytes) - 1
        try:
            answer = self._client.get_object(
                Bucket=self._bucket, Key=self._key, Range=f"bytes={offset}-{last}", IfMatch=self._etag
            )
        except ClientError as error:
            if code_of(error) not in (*MISSING, *CHANGED):
                raise
            raise SourceUnreadableError("the file was removed or replaced while it was read") from error
        with answer["Body"] as body:
            return body.read()
