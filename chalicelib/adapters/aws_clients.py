"""AWS clients, each made when first asked for, all from one session."""

from threading import Lock
from typing import TYPE_CHECKING, Any

import botocore.session
from botocore.config import Config

if TYPE_CHECKING:
    from mypy_boto3_apigatewaymanagementapi import ApiGatewayManagementApiClient
    from mypy_boto3_bedrock_runtime import BedrockRuntimeClient
    from mypy_boto3_dynamodb import DynamoDBClient
    from mypy_boto3_lambda import LambdaClient
    from mypy_boto3_s3 import S3Client
    from mypy_boto3_sagemaker_runtime import SageMakerRuntimeClient
    from mypy_boto3_secretsmanager import SecretsManagerClient
    from mypy_boto3_sqs import SQSClient
    from mypy_boto3_stepfunctions import SFNClient

LONGEST_COMPLETION_SECONDS = 300
LONGEST_INFERENCE_SECONDS = 70
"""SageMaker itself gives up after 60."""


class AwsClients:
    """The clients are boto3's, from its session underneath: importing boto3 itself costs 25 to 35 ms of CPU more at
    each cold start, for a resource layer that is not used here.

    Endpoints come from the standard AWS_ENDPOINT_URL variables, also one for a single service.

    On a local cloud buckets are named in the path, because `bucket.localhost` resolves on few machines.
    """

    def __init__(self, *, buckets_in_path: bool = False) -> None:
        self._addressing_style = "path" if buckets_in_path else "auto"
        self._session: botocore.session.Session | None = None
        self._clients: dict[tuple[str, str], Any] = {}
        self._lock = Lock()

    def dynamodb(self) -> "DynamoDBClient":
        client: DynamoDBClient = self._client("dynamodb")
        return client

    def s3(self) -> "S3Client":
        """Signs as version 4: only that makes the type and size of an upload part of its presigned request."""
        client: S3Client = self._client("s3", signature_version="s3v4", s3={"addressing_style": self._addressing_style})
        return client

    def sqs(self) -> "SQSClient":
        """Gives up within two seconds where nobody answers the door, within five where nobody says anything: there
        are other rungs."""
        client: SQSClient = self._client("sqs", connect_timeout=1, read_timeout=2, attempts=2)
        return client

    def lambda_(self) -> "LambdaClient":
        client: LambdaClient = self._client("lambda")
        return client

    def direct_lambda(self) -> "LambdaClient":
        """For calls on the way of a submission: as impatient as for queues."""
        client: LambdaClient = self._client("lambda", purpose="direct", connect_timeout=1, read_timeout=2, attempts=2)
        return client

    def stepfunctions(self) -> "SFNClient":
        client: SFNClient = self._client("stepfunctions")
        return client

    def sockets(self, endpoint: str) -> "ApiGatewayManagementApiClient":
        """For the connections of one WebSocket API. Impatient: what is not delivered is replayed."""
        client: ApiGatewayManagementApiClient = self._client(
            "apigatewaymanagementapi", endpoint=endpoint, connect_timeout=1, read_timeout=2, attempts=1
        )
        return client

    def secretsmanager(self) -> "SecretsManagerClient":
        client: SecretsManagerClient = self._client("secretsmanager")
        return client

    def bedrock_runtime(self) -> "BedrockRuntimeClient":
        """Patient, and without retries of its own: trying again is the task's business."""
        client: BedrockRuntimeClient = self._client(
            "bedrock-runtime", read_timeout=LONGEST_COMPLETION_SECONDS, attempts=1
        )
        return client

    def sagemaker_runtime(self) -> "SageMakerRuntimeClient":
        """Without retries of its own, as for Bedrock."""
        client: SageMakerRuntimeClient = self._client(
            "sagemaker-runtime", read_timeout=LONGEST_INFERENCE_SECONDS, attempts=1
        )
        return client

    def _client(self, service: str, *, purpose: str = "", endpoint: str | None = None, **differently: Any) -> Any:
        with self._lock:
            key = (service, endpoint or purpose)
            if key not in self._clients:
                self._session = self._session or botocore.session.get_session()
                config = client_config(**differently)
                self._clients[key] = self._session.create_client(service, endpoint_url=endpoint, config=config)
            return self._clients[key]


def client_config(
    *, connect_timeout: float = 2, read_timeout: float = 10, attempts: int = 3, **differently: Any
) -> Config:
    """What all clients share; checksums only where AWS asks for them, so that presigned requests stay simple."""
    return Config(
        connect_timeout=connect_timeout,
        read_timeout=read_timeout,
        retries={"mode": "standard", "total_max_attempts": attempts},
        tcp_keepalive=True,
        request_checksum_calculation="when_required",
        response_checksum_validation="when_required",
        **differently,
    )
