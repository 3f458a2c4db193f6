"""Worker functions called past the queues: asynchronously, with a concurrency of their own."""

import json
from typing import TYPE_CHECKING

from botocore.exceptions import BotoCoreError, ClientError

from chalicelib.domain.ports.platform import SendFailedError

if TYPE_CHECKING:
    from mypy_boto3_lambda import LambdaClient


class LambdaDirectInvoker:
    def __init__(self, client: "LambdaClient", function_prefix: str) -> None:
        self._client = client
        self._prefix = function_prefix

    def invoke(self, lane: str, task_id: str) -> None:
        family = lane.partition("-")[0]
        told = json.dumps({"task_id": task_id, "lane": lane}).encode()
        try:
            self._client.invoke(FunctionName=f"{self._prefix}-{family}_direct", InvocationType="Event", Payload=told)
        except (ClientError, BotoCoreError) as error:
            raise SendFailedError(str(error)) from error
