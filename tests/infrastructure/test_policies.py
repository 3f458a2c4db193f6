"""Each function may do what it needs on what it needs, and nothing else (P42)."""

import json
import re

import pytest

from infrastructure.chalice_config import policy_scope, read_config
from infrastructure.naming import FUNCTIONS, LANES, STAGES, WORKER_FUNCTIONS, consumer_of, queue_name
from infrastructure.permissions import UNNAMEABLE, PolicyScope, Statement, statements
from infrastructure.policies import policy_document, policy_template
from tests.infrastructure.conftest import PROJECT, Template

CONFIG = read_config(PROJECT)
ACCOUNT = {
    "AWS::Partition": "aws",
    "AWS::Region": "eu-west-1",
    "AWS::AccountId": "123456789012",
    "WebsocketAPI": "a1b2c3",
}
LARGEST_INLINE_POLICY = 10_240
FULL = PolicyScope("prod", traced=True, model_ids=("a-model", "another-model"))

every_function = pytest.mark.parametrize("function", FUNCTIONS)


def by_sid(function: str) -> dict[str, Statement]:
    return {row.sid: row for row in statements(function, FULL)}


def actions(function: str) -> set[str]:
    return {action for row in statements(function, FULL) for action in row.actions}


@every_function
def test_no_action_is_a_pattern(function: str) -> None:
    assert all(re.fullmatch(r"[a-z0-9-]+:[A-Z][A-Za-z]+", action) for action in actions(function))


@every_function
def test_every_resource_is_named_where_aws_can_name_one(function: str) -> None:
    unnamed = {row.sid for row in statements(function, FULL) if "*" in row.resources}
    assert unnamed <= set(UNNAMEABLE)


@every_function
def test_no_resource_belongs_to_another_stage(function: str) -> None:
    own = re.compile(r"contenthub[-/]prod\b|::foundation-model/|:\$\{WebsocketAPI\}/prod/|^\*$")
    rows = statements(function, FULL)
    resources = [resource for row in rows for resource in (row.only_functions or row.resources)]
    assert [resource for resource in resources if not own.search(resource)] == []


@every_function
def test_resources_belong_to_the_service_of_the_actions(function: str) -> None:
    for row in statements(function, FULL):
        (service,) = {action.partition(":")[0] for action in row.actions}
        assert all(each == "*" or each.split("}")[1].startswith(f":{service}:") for each in row.resources), row.sid


@every_function
def test_a_function_logs_to_its_own_group_only(function: str) -> None:
    (resource,) = by_sid(function)["WriteLogs"].resources
    name = "contenthub-prod" if function == "api_handler" else f"contenthub-prod-{function}"
    assert resource.endswith(f":log-group:/aws/lambda/{name}:log-stream:*")


@every_function
def test_a_policy_for_one_account_leaves_nothing_open(function: str) -> None:
    text = json.dumps(policy_document(function, FULL, values=ACCOUNT))
    assert "${" not in text
    assert "arn:aws:logs:eu-west-1:123456789012:" in text
    assert len(text) < LARGEST_INLINE_POLICY


@every_function
def test_a_policy_in_a_template_says_the_same(function: str) -> None:
    template = json.dumps(policy_template(function, FULL))
    for name, value in ACCOUNT.items():
        template = template.replace(f"${{{name}}}", value)
    plain = re.sub(r'\{"Fn::Sub": ("[^"]+")\}', r"\1", template)
    assert json.loads(plain) == policy_document(function, FULL, values=ACCOUNT)


@pytest.mark.parametrize("lane", LANES)
def test_a_consumer_receives_from_its_own_lane_only(lane: str) -> None:
    receiving = [row for row in statements(consumer_of(lane), FULL) if "sqs:ReceiveMessage" in row.actions]
    assert [resource.rpartition(":")[2] for row in receiving for resource in row.resources] == [
        queue_name("prod", lane)
    ]


def test_only_the_doors_read_api_keys_and_nobody_writes_them() -> None:
    for function in FUNCTIONS:
        rows = [row for row in statements(function, FULL) if any("api-keys" in each for each in row.resources)]
        doors = ("api_handler", "websocket_connect")
        assert [row.actions for row in rows] == ([["dynamodb:GetItem"]] if function in doors else [])


def test_only_who_has_news_or_is_asked_posts_to_sockets() -> None:
    posting = {
        function
        for function in FUNCTIONS
        for row in statements(function, FULL)
        if row.sid == "Sockets" and any("/POST/" in each for each in row.resources)
    }
    assert posting == {"task_events", "websocket_message"}


def test_a_stage_without_live_updates_grants_nothing_on_its_sockets() -> None:
    without = PolicyScope("dev", live=False)
    actions_granted = {each for name in FUNCTIONS for row in statements(name, without) for each in row.actions}
    assert "execute-api:ManageConnections" not in actions_granted
    assert not any(row.sid == "FindSubscribers" for row in statements("task_events", without))


def test_only_workers_call_models_and_read_secrets() -> None:
    for action in ("bedrock:InvokeModel", "secretsmanager:GetSecretValue"):
        assert {function for function in FUNCTIONS if action in actions(function)} == set(WORKER_FUNCTIONS)


def test_a_stage_without_a_model_grants_none() -> None:
    assert not any(row.sid == "InvokeModels" for row in statements("generation_high", PolicyScope("dev")))


@pytest.mark.parametrize("stage", STAGES)
def test_traces_are_granted_where_they_are_written(stage: str) -> None:
    scope = policy_scope(CONFIG, stage)
    assert scope.traced == CONFIG["stages"][stage]["xray"]
    assert any(row.sid == "WriteTraces" for row in statements("sweeper", scope)) == scope.traced


def test_nothing_scans_a_table() -> None:
    assert not [function for function in FUNCTIONS if "dynamodb:Scan" in actions(function)]


@every_function
def test_each_function_has_a_role_of_its_own_with_its_policy(function: str, app_template: Template) -> None:
    logical = "APIHandler" if function == "api_handler" else None
    resources = app_template["Resources"]
    name = logical or next(
        key for key, each in resources.items() if each["Properties"].get("Handler", "").endswith(f".{function}")
    )
    role = resources[name]["Properties"]["Role"]["Fn::GetAtt"][0]
    (policy,) = resources[role]["Properties"]["Policies"]
    assert policy["PolicyDocument"] == policy_template(function, policy_scope(CONFIG, "local"))
