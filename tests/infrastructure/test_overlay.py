"""The packaged template: what Chalice makes of the app, and what the overlay adds to it."""

import importlib
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from infrastructure.chalice_config import adapted, function_setting, policy_scope, read_config
from infrastructure.gateway_responses import GATEWAY_RESPONSES
from infrastructure.live_overlay import without_deployments
from infrastructure.naming import (
    CONSUMER_FUNCTIONS,
    FUNCTIONS,
    LANES,
    LIVE_FUNCTIONS,
    QUEUE_FUNCTIONS,
    STAGES,
    consumer_of,
    function_logical_id,
    function_name,
    logical_id,
)
from infrastructure.overlay import PARAMETERS, overlay
from infrastructure.package import Package
from tests.infrastructure.conftest import PROJECT, REGION, Lint, Template, build_once

CONFIG = read_config(PROJECT)
SETTINGS = ("lambda_memory_size", "lambda_timeout", "reserved_concurrency", "iam_policy_file")

every_function = pytest.mark.parametrize("function", FUNCTIONS)


class NoManagedPolicies:
    def load(self) -> dict[str, str]:
        return {}


@pytest.fixture(scope="module")
def transformed(app_template: Template) -> Template:
    """As CloudFormation sees it, after the SAM transform."""
    sam = importlib.import_module("samtranslator.translator.transform")  # it has no types
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AWS_DEFAULT_REGION", REGION)
        result: Template = sam.transform(json.loads(json.dumps(app_template)), {}, NoManagedPolicies())
    return result


@pytest.fixture
def bare_project(project: Path, tmp_path: Path) -> Path:
    """The project without its libraries, of which the template knows nothing; they take most of a build."""
    bare = shutil.copytree(project, tmp_path / "bare")
    (bare / "requirements.txt").write_text("")
    return bare


def properties(template: Template, function: str) -> dict[str, Any]:
    found: dict[str, Any] = template["Resources"][function_logical_id(function)]["Properties"]
    return found


def test_the_template_is_valid_before_and_after_the_transform(
    app_template: Template, transformed: Template, lint: Lint
) -> None:
    assert lint(packaged=app_template, transformed=transformed) == ""


def test_the_template_for_production_is_valid(production_package: Package, lint: Lint) -> None:
    template = json.loads(production_package.template.read_text())
    assert lint(production=template) == ""
    assert {properties(template, function)["Tracing"] for function in FUNCTIONS} == {"Active"}
    assert {properties(template, function)["Architectures"][0] for function in FUNCTIONS} == {"arm64"}


def test_every_id_of_the_overlay_is_one_that_chalice_made(app_template: Template) -> None:
    """A mistyped id would add a resource, or an event source, that has no type."""
    resources = app_template["Resources"]
    events = {
        name: event for each in resources.values() for name, event in each["Properties"].get("Events", {}).items()
    }
    assert [name for name, each in (resources | events).items() if "Type" not in each] == []


def test_the_app_has_exactly_the_functions_that_are_configured(app_template: Template) -> None:
    made = {name for name, each in app_template["Resources"].items() if each["Type"] == "AWS::Serverless::Function"}
    assert made == {function_logical_id(function) for function in FUNCTIONS}


@every_function
def test_a_function_has_the_name_that_chalice_deploy_gives(function: str, app_template: Template) -> None:
    assert properties(app_template, function)["FunctionName"] == function_name("local", function)


@every_function
def test_a_function_knows_its_bucket_and_takes_its_code_from_the_artefacts(
    function: str, app_template: Template
) -> None:
    found = properties(app_template, function)
    assert found["Environment"]["Variables"]["DATA_BUCKET"] == {"Ref": "DataBucket"}
    assert found["Environment"]["Variables"]["CONTENTHUB_STAGE"] == "local"
    assert found["CodeUri"] == {"Bucket": {"Ref": "ArtefactsBucket"}, "Key": {"Ref": "PackageKey"}}


@every_function
def test_a_function_has_reserved_concurrency_memory_and_a_time_limit(function: str, app_template: Template) -> None:
    found = properties(app_template, function)
    wanted = [function_setting(CONFIG, "local", function, setting) for setting in SETTINGS[:3]]
    assert [found["MemorySize"], found["Timeout"], found["ReservedConcurrentExecutions"]] == wanted


@pytest.mark.parametrize("lane", LANES)
def test_a_consumer_reports_failures_by_item_and_polls_no_more_than_it_may_run(
    lane: str, app_template: Template
) -> None:
    found = properties(app_template, consumer_of(lane))
    (source,) = [each["Properties"] for each in found["Events"].values()]
    assert source["Queue"]["Fn::Sub"].endswith(f":contenthub-local-{lane}")
    assert source["FunctionResponseTypes"] == ["ReportBatchItemFailures"]
    assert source["ScalingConfig"]["MaximumConcurrency"] <= found["ReservedConcurrentExecutions"]


def test_every_queue_source_belongs_to_a_lane_or_tells_of_files(app_template: Template) -> None:
    with_queue = {
        name
        for name, each in app_template["Resources"].items()
        for event in each["Properties"].get("Events", {}).values()
        if event["Type"] == "SQS"
    }
    assert with_queue == {logical_id(function) for function in QUEUE_FUNCTIONS}


def test_a_poisoned_change_does_not_block_the_stream(app_template: Template) -> None:
    (source,) = properties(app_template, "task_events")["Events"].values()
    assert source["Properties"]["Stream"] == {"Ref": "TasksStreamArn"}
    assert source["Properties"]["StartingPosition"] == "TRIM_HORIZON"
    assert source["Properties"]["BisectBatchOnFunctionError"]
    assert source["Properties"]["MaximumRetryAttempts"] == 10_000


def test_the_api_has_one_stage_named_like_the_deployment(transformed: Template) -> None:
    stages = [each for each in transformed["Resources"].values() if each["Type"] == "AWS::ApiGateway::Stage"]
    assert [stage["Properties"]["StageName"] for stage in stages] == ["local"]


def test_the_template_says_what_others_need(app_template: Template) -> None:
    assert set(app_template["Parameters"]) == set(PARAMETERS)
    assert app_template["Outputs"]["ApiId"] == {"Value": {"Ref": "RestAPI"}}
    assert app_template["Outputs"]["ApiStage"] == {"Value": "local"}


@pytest.mark.parametrize("kind", GATEWAY_RESPONSES)
def test_what_the_gateway_refuses_is_a_problem_too(kind: str, transformed: Template) -> None:
    responses = transformed["Resources"]["RestAPI"]["Properties"]["Body"]["x-amazon-apigateway-gateway-responses"]
    problem = json.loads(responses[kind]["responseTemplates"]["application/json"])
    header = responses[kind]["responseParameters"]["gatewayresponse.header.Content-Type"]
    assert str(problem["status"]) == responses[kind]["statusCode"]
    assert problem["code"]
    assert header == "'application/problem+json'"


@pytest.mark.parametrize("stage", STAGES)
@every_function
def test_every_stage_configures_every_function(function: str, stage: str) -> None:
    assert all(function_setting(CONFIG, stage, function, setting) for setting in SETTINGS)
    assert function_setting(CONFIG, stage, function, "autogen_policy") is False
    assert function_setting(CONFIG, stage, function, "iam_policy_file") == f"policies/{stage}/{function}.json"


def test_forms_reach_the_api_byte_for_byte(transformed: Template) -> None:
    properties = transformed["Resources"]["RestAPI"]["Properties"]
    assert properties["BinaryMediaTypes"] == ["multipart/form-data"]
    assert properties["Body"]["x-amazon-apigateway-binary-media-types"] == ["multipart/form-data"]


@pytest.mark.parametrize("stage", STAGES)
def test_a_consumer_can_use_all_the_concurrency_its_poller_has(stage: str) -> None:
    reserved = [function_setting(CONFIG, stage, function, "reserved_concurrency") for function in CONSUMER_FUNCTIONS]
    assert min(reserved) >= 2


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_that_uses_bedrock_may_call_its_model(stage: str) -> None:
    provider = CONFIG["stages"][stage]["environment_variables"]["CONTENT_PROVIDER"]
    assert bool(policy_scope(CONFIG, stage).model_ids) == (provider == "bedrock")


def test_the_websocket_api_is_deployed_anew_when_its_routes_change(app_template: Template) -> None:
    resources = app_template["Resources"]
    name = resources["WebsocketAPIStage"]["Properties"]["DeploymentId"]["Ref"]
    assert name != "WebsocketAPIDeployment"
    assert resources[name]["Type"] == "AWS::ApiGatewayV2::Deployment"
    routes = {name for name, each in resources.items() if each["Type"] == "AWS::ApiGatewayV2::Route"}
    assert set(resources[name]["DependsOn"]) == routes
    assert {resources[route]["Properties"]["RouteKey"] for route in routes} == {"$connect", "$default", "$disconnect"}


def test_the_api_tells_where_live_updates_are_pushed(app_template: Template) -> None:
    told = properties(app_template, "api_handler")["Environment"]["Variables"]["PUBLIC_LIVE_URL"]["Fn::Sub"]
    assert told == "wss://${WebsocketAPI}.execute-api.${AWS::Region}.${AWS::URLSuffix}/local"
    given = adapted(CONFIG, "local", environment={"PUBLIC_LIVE_URL": "wss://live.example"}, architecture="arm64")
    api = overlay(given, "local")["Resources"]["APIHandler"]["Properties"]
    assert "PUBLIC_LIVE_URL" not in api["Environment"]["Variables"]


def test_without_live_updates_there_is_no_websocket_api_and_nothing_of_it(bare_project: Path, lint: Lint) -> None:
    package = build_once(bare_project, "dev", runs_here=True, LIVE_UPDATES="false")
    template = json.loads(package.template.read_text())
    text = json.dumps(template)
    assert "Websocket" not in text
    assert "ManageConnections" not in text
    made = {name for name, each in template["Resources"].items() if each["Type"] == "AWS::Serverless::Function"}
    assert made == {function_logical_id(function) for function in FUNCTIONS if function not in LIVE_FUNCTIONS}
    assert lint(without=template) == ""


def test_for_the_emulator_the_deployments_are_left_out_and_nothing_else(app_template: Template) -> None:
    kept = without_deployments(app_template)["Resources"]
    left_out = {each["Type"] for name, each in app_template["Resources"].items() if name not in kept}
    assert left_out == {"AWS::ApiGatewayV2::Deployment"}
    assert "DeploymentId" not in kept["WebsocketAPIStage"]["Properties"]
