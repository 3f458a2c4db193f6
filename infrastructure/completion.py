"""What a deployment leaves out: Chalice what it has no words for, an emulator what it does not read.

All of it survives later deployments; on AWS a packaged app has it from its template.
"""

import json
import time
from collections.abc import Iterator, Mapping
from typing import Any

from infrastructure.chalice_config import function_setting, functions_of
from infrastructure.chalice_deploy import ChaliceDeployError, api_id_of
from infrastructure.deployment import Deployment, timed
from infrastructure.gateway_responses import CONTENT_TYPE, GATEWAY_RESPONSES
from infrastructure.naming import QUEUE_FUNCTIONS, STREAM_FUNCTION, function_name
from infrastructure.overlay import queue_source_settings, stream_source_settings

POLL_SECONDS = 0.5
SETTLE_SECONDS = 120
RESERVED = "ReservedConcurrentExecutions"
LOCALSTACK_LONG_POLL_SECONDS = 22
LOCALSTACK_SWITCH_SECONDS = 4


def complete_after_chalice(deployment: Deployment) -> None:
    _complete_event_sources(deployment)
    _complete_error_responses(deployment, api_id_of(deployment))


def complete_on_emulator(deployment: Deployment, api_id: str) -> None:
    """For a packaged app: emulators pass over parts of its template."""
    _complete_error_responses(deployment, api_id)
    _complete_concurrency(deployment)


def _complete_event_sources(deployment: Deployment) -> None:
    with timed(deployment.say, "event sources") as remarks:
        changed = [*_event_sources_changed(deployment)]
        if changed and deployment.cloud.kind == "localstack":
            # There the old poller ends with its long poll and then calls the new one disabled.
            time.sleep(LOCALSTACK_LONG_POLL_SECONDS)
            _revive_disabled_sources(deployment)
        remarks.append("changed " + ", ".join(changed) if changed else "unchanged")


def _complete_error_responses(deployment: Deployment, api_id: str) -> None:
    client = deployment.cloud.client("apigateway")
    with timed(deployment.say, "error responses") as remarks:
        changed = _error_responses_changed(client, api_id)
        if changed:
            client.create_deployment(restApiId=api_id, stageName=deployment.api_stage)
        remarks.append("changed" if changed else "unchanged")


def _complete_concurrency(deployment: Deployment) -> None:
    """Only where there is none: a limit that was changed while the platform ran stays."""
    client = deployment.cloud.client("lambda")
    with timed(deployment.say, "reserved concurrency") as remarks:
        functions = functions_of(deployment.config, deployment.stage)
        names = {function_name(deployment.stage, function): function for function in functions}
        without = [name for name in names if not client.get_function_concurrency(FunctionName=name).get(RESERVED)]
        for name in without:
            wanted = function_setting(deployment.config, deployment.stage, names[name], "reserved_concurrency")
            client.put_function_concurrency(FunctionName=name, ReservedConcurrentExecutions=wanted)
        remarks.append("changed" if without else "unchanged")


def _event_sources_changed(deployment: Deployment) -> Iterator[str]:
    stage = deployment.stage
    for function in QUEUE_FUNCTIONS:
        concurrency = function_setting(deployment.config, stage, function, "reserved_concurrency")
        settings = queue_source_settings(concurrency)
        yield from _event_source_changed(deployment, function_name(stage, function), settings)
    yield from _event_source_changed(deployment, function_name(stage, STREAM_FUNCTION), stream_source_settings())


def _event_source_changed(deployment: Deployment, name: str, settings: Mapping[str, Any]) -> Iterator[str]:
    client = deployment.cloud.client("lambda")
    sources = client.list_event_source_mappings(FunctionName=name)["EventSourceMappings"]
    if not sources:
        raise ChaliceDeployError(f"{name} has no event source. Run `chalice deploy` first.")
    for source in sources:
        as_wanted = all(source.get(setting) == value for setting, value in settings.items())
        if not as_wanted or source["State"] == "Disabled":
            _wait_until_settled(client, source["UUID"])
            client.update_event_source_mapping(UUID=source["UUID"], Enabled=True, **settings)
            yield name


def _wait_until_settled(client: Any, uuid: str) -> None:
    """A source that is being made or changed takes no other change."""
    deadline = time.monotonic() + SETTLE_SECONDS
    while client.get_event_source_mapping(UUID=uuid)["State"] not in {"Enabled", "Disabled"}:
        if time.monotonic() > deadline:
            raise ChaliceDeployError(f"The event source {uuid} does not settle.")
        time.sleep(POLL_SECONDS)


def _revive_disabled_sources(deployment: Deployment) -> None:
    """LocalStack takes `Enabled` for a source that it shows as disabled as no news; off and on again is news."""
    client = deployment.cloud.client("lambda")
    for function in (*QUEUE_FUNCTIONS, STREAM_FUNCTION):
        name = function_name(deployment.stage, function)
        for source in client.list_event_source_mappings(FunctionName=name)["EventSourceMappings"]:
            if source["State"] == "Disabled":
                client.update_event_source_mapping(UUID=source["UUID"], Enabled=False)
                time.sleep(LOCALSTACK_SWITCH_SECONDS)
                client.update_event_source_mapping(UUID=source["UUID"], Enabled=True)


def _error_responses_changed(client: Any, api_id: str) -> bool:
    items = client.get_gateway_responses(restApiId=api_id, limit=500)["items"]
    present = {item["responseType"]: item for item in items}
    changed = False
    for kind, problem in GATEWAY_RESPONSES.items():
        wanted = {
            "statusCode": str(problem["status"]),
            "responseParameters": {"gatewayresponse.header.Content-Type": CONTENT_TYPE},
            "responseTemplates": {"application/json": json.dumps(problem)},
        }
        if any(present.get(kind, {}).get(key) != value for key, value in wanted.items()):
            client.put_gateway_response(restApiId=api_id, responseType=kind, **wanted)
            changed = True
    return changed
