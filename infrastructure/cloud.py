"""The place a deployment goes to: AWS itself or an emulator of it, and how each is spoken to."""

import json
import os
import urllib.error
import urllib.request
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal
from urllib.parse import urlsplit

import boto3

Kind = Literal["aws", "ministack", "localstack"]

DEFAULT_REGION = "us-east-1"
LOCAL_HOSTS = ("localhost", "127.0.0.1", "::1")
PROBE_SECONDS = 3


class CloudError(Exception):
    """The endpoint does not answer, or is not what it should be."""


@dataclass(frozen=True)
class Cloud:
    endpoint: str | None
    region: str

    @property
    def is_local(self) -> bool:
        return self.endpoint is not None

    @cached_property
    def kind(self) -> Kind:
        if self.endpoint is None:
            return "aws"
        return "ministack" if _answers(f"{self.endpoint}/_ministack/health") else "localstack"

    @cached_property
    def session(self) -> boto3.Session:
        key = self._dummy_key
        return boto3.Session(aws_access_key_id=key, aws_secret_access_key=key, region_name=self.region)

    @cached_property
    def environment(self) -> dict[str, str]:
        """For a command that makes its own clients."""
        variables = {"AWS_DEFAULT_REGION": self.region}
        if self.endpoint and self._dummy_key:
            variables |= {"AWS_ACCESS_KEY_ID": self._dummy_key, "AWS_SECRET_ACCESS_KEY": self._dummy_key}
            variables |= {"AWS_ENDPOINT_URL": self.endpoint, "AWS_SESSION_TOKEN": ""}
        return variables

    @cached_property
    def account_id(self) -> str:
        return str(self.client("sts").get_caller_identity()["Account"])

    def client(self, service: str) -> Any:
        """A boto3 client that speaks to this place."""
        make: Any = self.session.client
        return make(service, endpoint_url=self.endpoint)

    def api_url(self, api_id: str, stage: str) -> str:
        if self.kind == "aws":
            return f"https://{api_id}.execute-api.{self.region}.amazonaws.com/{stage}"
        if self.kind == "ministack":
            return f"{self.endpoint}/restapis/{api_id}/{stage}/_user_request_"
        return f"{self.endpoint}/_aws/execute-api/{api_id}/{stage}"

    def live_url(self, api_id: str, stage: str) -> str:
        """Of a WebSocket API."""
        if self.endpoint is None:
            return f"wss://{api_id}.execute-api.{self.region}.amazonaws.com/{stage}"
        return f"ws://{urlsplit(self.endpoint).netloc}/_aws/execute-api/{api_id}/{stage}"

    @property
    def _dummy_key(self) -> str | None:
        """An emulator takes any credentials; real ones are never sent to it."""
        return "test" if self.is_local else None


def cloud_at(endpoint: str | None) -> Cloud:
    """The cloud at `endpoint`, or AWS; refuses an endpoint of another machine, which would get code and keys."""
    region = os.environ.get("AWS_REGION") or os.environ.get("AWS_DEFAULT_REGION") or DEFAULT_REGION
    if endpoint is None:
        return Cloud(None, region)
    host = urlsplit(endpoint).hostname or ""
    if host not in LOCAL_HOSTS and not host.endswith(".localhost.localstack.cloud"):
        raise CloudError(f"--endpoint {endpoint} is not on this machine; leave it out to deploy to AWS")
    cloud = Cloud(endpoint.rstrip("/"), region)
    if not _answers(f"{cloud.endpoint}/_localstack/health"):
        raise CloudError(f"Nothing answers at {endpoint}. Start the local cloud first.")
    return cloud


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=PROBE_SECONDS) as response:
            return isinstance(json.load(response), dict)
    except (urllib.error.URLError, TimeoutError, ConnectionError, ValueError):
        return False
