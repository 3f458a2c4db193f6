"""Payloads as JSON objects in the data bucket."""

import json
from typing import TYPE_CHECKING

from chalicelib.domain.errors import NotFoundError
from chalicelib.domain.json_types import JsonObject

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

LINK_SECONDS = 3600


class S3PayloadStore:
    """Not compressed: what a presigned link gives must be readable by whatever follows it."""

    def __init__(self, client: "S3Client", bucket: str) -> None:
        self._client = client
        self._bucket = bucket

    def put(self, ref: str, payload: JsonObject) -> int:
        body = json.dumps(payload, ensure_ascii=False, separators=(",", ":")).encode()
        self._client.put_object(Bucket=self._bucket, Key=ref, Body=body, ContentType="application/json")
        return len(body)

    def put_file(self, ref: str, data: bytes, *, content_type: str, file_name: str) -> None:
        self._client.put_object(
            Bucket=self._bucket,
            Key=ref,
            Body=data,
            ContentType=content_type,
            ContentDisposition=f'attachment; filename="{file_name}"',
        )

    def get(self, ref: str) -> JsonObject:
        payload: JsonObject = json.loads(self.get_file(ref))
        return payload

    def get_file(self, ref: str) -> bytes:
        try:
            answer = self._client.get_object(Bucket=self._bucket, Key=ref)
        except self._client.exceptions.NoSuchKey as error:
            raise NotFoundError(f"nothing is stored under {ref}") from error
        return answer["Body"].read()

    def delete(self, ref: str) -> None:
        self._client.delete_object(Bucket=self._bucket, Key=ref)

    def download_url(self, ref: str) -> str:
        return self._client.generate_presigned_url(
            "get_object", Params={"Bucket": self._bucket, "Key": ref}, ExpiresIn=LINK_SECONDS
        )
