"""One deployment: the three stacks of one stage on one cloud, each by its own step."""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from botocore.exceptions import ClientError

from infrastructure.chalice_config import Config, adapted, architecture_for, read_config, write_config
from infrastructure.cloud import Cloud
from infrastructure.function_variables import MAX_CONCURRENT_TASKS, with_concurrency
from infrastructure.live_overlay import without_deployments
from infrastructure.naming import LANES, StackPart, logical_id, stack_name
from infrastructure.package import MEGABYTE, WARN_ZIP_BYTES, Package, build_package
from infrastructure.permissions import PolicyScope
from infrastructure.policies import Policy, policy_document
from infrastructure.stacks import StackChange, StackResult, Stacks
from infrastructure.templates import load_json, operations_template, storage_template

Outputs = dict[str, Any]


@dataclass(frozen=True)
class Deployment:
    """`variables` are environment variables of the functions beyond those of the stage's configuration.

    `build_folder` is for one deployment at a time: see `exclusive`.
    """

    project: Path
    build_folder: Path
    cloud: Cloud
    stage: str
    variables: Mapping[str, str] = field(default_factory=dict)
    say: Callable[[str], None] = print

    @cached_property
    def stacks(self) -> Stacks:
        return Stacks(self.cloud)

    @cached_property
    def storage_outputs(self) -> Mapping[str, str]:
        return self.stacks.outputs(stack_name(self.stage, "storage"))

    @cached_property
    def config(self) -> Config:
        config = read_config(self.project)
        architecture = architecture_for(config, self.stage, runs_here=self.cloud.is_local)
        environment = {name: value for name, value in self.variables.items() if name != MAX_CONCURRENT_TASKS}
        if self.cloud.kind == "localstack":
            environment = {"LIVE_UPDATES": "false"} | environment  # its free edition has no WebSocket API
        if MAX_CONCURRENT_TASKS in self.variables:
            config = with_concurrency(config, self.stage, int(self.variables[MAX_CONCURRENT_TASKS]))
        return adapted(config, self.stage, environment=environment, architecture=architecture)

    @property
    def api_stage(self) -> str:
        return str(self.config["stages"][self.stage]["api_gateway_stage"])

    def apply_storage(self) -> None:
        self._apply("storage", storage_template(), {"Stage": self.stage})

    def apply_app(self) -> None:
        with timed(self.say, "package") as remarks:
            package = build_package(
                self.project, self.config, self.stage, region=self.cloud.region, output=self.build_folder
            )
            remarks.append(_about(package))
        self._upload(package)
        parameters = {**self._storage_values("DataBucket", "TasksStreamArn", "ArtefactsBucket")}
        template = load_json(package.template)
        if self.cloud.kind == "ministack":
            template = without_deployments(template)
        self._apply("app", template, {**parameters, "PackageKey": package.key})

    def apply_operations(self) -> None:
        self._apply("operations", operations_template(), {"Stage": self.stage})

    def write_chalice_config(self, project: Path) -> bool:
        """Fills in what `chalice deploy` needs to know about the storage stack; tells whether it changed."""
        values = self._storage_values("DataBucket", "TasksStreamArn")
        environment = {"DATA_BUCKET": values["DataBucket"], "TASKS_STREAM_ARN": values["TasksStreamArn"]}
        architecture = self.config["stages"][self.stage]["lambda_architecture"]
        config = adapted(self.config, self.stage, environment=environment, architecture=architecture)
        return write_config(project, config, self.stage, render_policy=self._policy)

    def outputs(self, api_id: str, live_api_id: str | None) -> Outputs:
        """What others need to know to use the deployment."""
        values = self.storage_outputs
        return {
            "stage": self.stage,
            "region": self.cloud.region,
            "endpoint": self.cloud.endpoint,
            "api_id": api_id,
            "api_stage": self.api_stage,
            "api_url": self.cloud.api_url(api_id, self.api_stage),
            "public_url": self.variables.get("PUBLIC_BASE_URL"),
            "websocket_api_id": live_api_id,
            "websocket_api_stage": self.api_stage,
            "live_url": live_api_id and self.cloud.live_url(live_api_id, self.api_stage),
            "public_live_url": self.variables.get("PUBLIC_LIVE_URL"),
            "data_bucket": values["DataBucket"],
            "alarms_topic_arn": values["AlarmsTopicArn"],
            "queue_urls": {lane: values[f"{logical_id(lane)}QueueUrl"] for lane in LANES},
            "dead_letter_queue_urls": {lane: values[f"{logical_id(lane)}DeadLetterQueueUrl"] for lane in LANES},
        }

    def _apply(self, part: StackPart, template: dict[str, Any], parameters: Mapping[str, str]) -> StackResult:
        bucket = None if part == "storage" else self.storage_outputs["ArtefactsBucket"]
        # LocalStack cannot change the stage of an API; the app stack holds no data.
        recreate = part == "app" and self.cloud.kind == "localstack"
        change = StackChange(stack_name(self.stage, part), template, parameters, bucket, recreate)
        with timed(self.say, f"{part} stack") as remarks:
            result = self.stacks.apply(change)
            remarks.append("deployed" if result.changed else "unchanged")
        return result

    def _upload(self, package: Package) -> None:
        s3 = self.cloud.client("s3")
        bucket = self.storage_outputs["ArtefactsBucket"]
        try:
            s3.head_object(Bucket=bucket, Key=package.key)
        except ClientError as error:
            if error.response["Error"]["Code"] not in {"404", "NoSuchKey", "NotFound"}:
                raise
            with timed(self.say, "upload"):
                s3.put_object(Bucket=bucket, Key=package.key, Body=package.archive.read_bytes())

    def _policy(self, function: str, scope: PolicyScope) -> Policy:
        partition = self.cloud.session.get_partition_for_region(self.cloud.region)
        values = {
            "AWS::Partition": partition,
            "AWS::Region": self.cloud.region,
            "AWS::AccountId": self.cloud.account_id,
            "WebsocketAPI": "*",  # Chalice makes it later, under an id that nobody knows yet
        }
        return policy_document(function, scope, values=values)

    def _storage_values(self, *names: str) -> dict[str, str]:
        return {name: self.storage_outputs[name] for name in names}


@contextmanager
def timed(say: Callable[[str], None], step: str) -> Iterator[list[str]]:
    """Says what was done and how long it took, once it is done."""
    began, remarks = time.monotonic(), list[str]()
    yield remarks
    say(f"{step}: {', '.join([*remarks, f'{time.monotonic() - began:.1f} s'])}")


def _about(package: Package) -> str:
    zipped, unzipped = (size / MEGABYTE for size in (package.size.zipped_bytes, package.size.unzipped_bytes))
    made = "unchanged" if package.reused else "built"
    warning = f", larger than {WARN_ZIP_BYTES / MEGABYTE:.0f} MB" if package.is_large else ""
    return f"{made}, {zipped:.1f} MB zipped, {unzipped:.1f} MB unzipped{warning}"
