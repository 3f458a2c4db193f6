"""What the app's template says beyond Chalice: names, event source settings, parameters, the API's own errors.

Chalice merges it with `chalice package --merge-template`. A mistyped logical id would silently add a
resource, so a test looks each of them up in the packaged template.
"""

import json
from collections.abc import Mapping
from typing import Any

from infrastructure.chalice_config import Config, function_setting, functions_of, has_live_updates
from infrastructure.gateway_responses import CONTENT_TYPE, GATEWAY_RESPONSES
from infrastructure.live_overlay import live_overlay, live_url
from infrastructure.naming import (
    API_FUNCTION,
    QUEUE_FUNCTIONS,
    STREAM_FUNCTION,
    function_logical_id,
    function_name,
    logical_id,
)

Overlay = dict[str, Any]

# Forms bring files. Chalice says so in the API's description, which not every emulator reads there.
BINARY_MEDIA_TYPES = ("multipart/form-data",)
PARAMETERS = ("DataBucket", "TasksStreamArn", "ArtefactsBucket", "PackageKey")
CODE = {"Bucket": {"Ref": "ArtefactsBucket"}, "Key": {"Ref": "PackageKey"}}
# An event source polls for at least two concurrent calls.
LEAST_POLLER_CONCURRENCY = 2
EVENT_SOURCE_PROPERTIES = ("FunctionResponseTypes", "ScalingConfig")


def overlay(config: Config, stage: str) -> Overlay:
    functions = functions_of(config, stage)
    resources = {function_logical_id(name): {"Properties": _function(config, stage, name)} for name in functions}
    resources["RestAPI"] = {"Properties": _api(config, stage)}
    if has_live_updates(config, stage):
        resources |= live_overlay(config, stage)
        _tell_live_url(config, stage, resources[function_logical_id(API_FUNCTION)])
    return {
        "Description": f"ContentHub app of stage {stage} - functions, event sources and REST API.",
        "Parameters": {name: {"Type": "String"} for name in PARAMETERS},
        "Globals": {"Api": {"OpenApiVersion": "2.0"}},  # else SAM adds a second API stage called "Stage"
        "Resources": resources,
        "Outputs": {
            "ApiId": {"Value": {"Ref": "RestAPI"}},
            "ApiStage": {"Value": config["stages"][stage]["api_gateway_stage"]},
        },
    }


def queue_source_settings(concurrency: int) -> Mapping[str, Any]:
    """The poller takes no more than the consumer may run: a throttled message would count as a failed try."""
    return {
        "FunctionResponseTypes": ["ReportBatchItemFailures"],
        "ScalingConfig": {"MaximumConcurrency": max(concurrency, LEAST_POLLER_CONCURRENCY)},
    }


def stream_source_settings() -> Mapping[str, Any]:
    """Events must have no gap: a change is tried as often as Lambda allows, halved batches find the one at fault."""
    return {
        "FunctionResponseTypes": ["ReportBatchItemFailures"],
        "BisectBatchOnFunctionError": True,
        "MaximumRetryAttempts": 10_000,
    }


def _function(config: Config, stage: str, function: str) -> dict[str, Any]:
    properties: dict[str, Any] = {
        "FunctionName": function_name(stage, function),
        "CodeUri": CODE,
        "Environment": {
            "Variables": {"DATA_BUCKET": {"Ref": "DataBucket"}, "TASKS_STREAM_ARN": {"Ref": "TasksStreamArn"}}
        },
    }
    if function in QUEUE_FUNCTIONS:
        settings = queue_source_settings(function_setting(config, stage, function, "reserved_concurrency"))
        properties["Events"] = {f"{logical_id(function)}SqsEventSource": {"Properties": settings}}
    if function == STREAM_FUNCTION:
        # From the oldest change on: none made while the function is being deployed is missed.
        start = {"Stream": {"Ref": "TasksStreamArn"}, "StartingPosition": "TRIM_HORIZON"}
        settings = {**stream_source_settings(), **start}
        properties["Events"] = {f"{logical_id(function)}DynamodbEventSource": {"Properties": settings}}
    return properties


def _tell_live_url(config: Config, stage: str, api: dict[str, Any]) -> None:
    """Unless users see another address than the API's own."""
    if not config["stages"][stage].get("environment_variables", {}).get("PUBLIC_LIVE_URL"):
        api["Properties"]["Environment"]["Variables"]["PUBLIC_LIVE_URL"] = live_url(config, stage)


def _api(config: Config, stage: str) -> dict[str, Any]:
    responses = {
        kind: {
            "StatusCode": str(problem["status"]),
            "ResponseParameters": {"Headers": {"Content-Type": CONTENT_TYPE}},
            "ResponseTemplates": {"application/json": json.dumps(problem)},
        }
        for kind, problem in GATEWAY_RESPONSES.items()
    }
    return {
        "TracingEnabled": bool(config["stages"][stage].get("xray")),
        "GatewayResponses": responses,
        "BinaryMediaTypes": list(BINARY_MEDIA_TYPES),
    }
