"""A stack is made, changed, or left alone, and what goes wrong is named."""

import json
from dataclasses import replace
from typing import Any

import pytest
from botocore.exceptions import ClientError

from infrastructure.cloud import Cloud, CloudError, cloud_at
from infrastructure.stacks import StackChange, StackError, Stacks

REGION = "us-east-1"
TEMPLATE: dict[str, Any] = {"Resources": {"Queue": {"Type": "AWS::SQS::Queue"}}}
CHANGE = StackChange("a-stack", TEMPLATE, {})
LONG = replace(CHANGE, template={**TEMPLATE, "Description": "A" * 60_000})


class CloudInMemory:
    """CloudFormation and S3 for one stack; the next change ends as `next_status` says."""

    def __init__(self) -> None:
        self.stack: dict[str, Any] | None = None
        self.calls: list[str] = []
        self.objects: dict[str, bytes] = {}
        self.next_status = "COMPLETE"
        self.events: list[dict[str, str]] = []

    def client(self, _service: str, **_options: object) -> "CloudInMemory":
        return self

    def describe_stacks(self, *, StackName: str) -> dict[str, Any]:  # noqa: N803
        if self.stack is None:
            message = f"Stack with id {StackName} does not exist"
            raise ClientError({"Error": {"Code": "ValidationError", "Message": message}}, "DescribeStacks")
        return {"Stacks": [self.stack]}

    def describe_stack_events(self, **_: object) -> dict[str, Any]:
        return {"StackEvents": self.events}

    def create_stack(self, **arguments: Any) -> None:
        self._change("CREATE", arguments)

    def update_stack(self, **arguments: Any) -> None:
        self._change("UPDATE", arguments)

    def delete_stack(self, **_: object) -> None:
        self.calls.append("DELETE")
        self.stack = None

    def put_object(self, *, Key: str, Body: bytes, **_: object) -> None:  # noqa: N803
        self.objects[Key] = Body

    def _change(self, kind: str, arguments: dict[str, Any]) -> None:
        self.calls.append(kind)
        body = arguments.get("TemplateBody") or next(iter(self.objects.values()))
        outputs = [
            {"OutputKey": key, "OutputValue": each["Value"]} for key, each in json.loads(body)["Outputs"].items()
        ]
        failed = self.next_status != "COMPLETE"
        self.stack = {
            "StackStatus": self.next_status if failed else f"{kind}_COMPLETE",
            "Outputs": [] if failed else outputs,
        }


@pytest.fixture
def there() -> CloudInMemory:
    return CloudInMemory()


@pytest.fixture
def stacks(there: CloudInMemory) -> Stacks:
    cloud = Cloud(None, REGION)
    cloud.__dict__["session"] = there  # a cached property
    return Stacks(cloud)


def test_a_stack_is_made_then_left_alone_then_changed(stacks: Stacks, there: CloudInMemory) -> None:
    changes = [CHANGE, CHANGE, replace(CHANGE, parameters={"Stage": "dev"})]
    assert [stacks.apply(change).changed for change in changes] == [True, False, True]
    assert there.calls == ["CREATE", "UPDATE"]


def test_what_is_left_of_a_failed_creation_is_deleted_first(stacks: Stacks, there: CloudInMemory) -> None:
    there.stack = {"StackStatus": "ROLLBACK_COMPLETE"}
    assert stacks.apply(CHANGE).changed
    assert there.calls == ["DELETE", "CREATE"]


def test_a_failure_names_the_resource_and_the_reason(stacks: Stacks, there: CloudInMemory) -> None:
    there.next_status = "ROLLBACK_COMPLETE"
    there.events = [
        failure("2", "Alarm", "Resource creation cancelled"),
        failure("1", "Queue", "The queue exists already"),
    ]
    with pytest.raises(StackError) as raised:
        stacks.apply(CHANGE)
    assert "Queue (AWS::SQS::Queue): The queue exists already" in str(raised.value)
    assert "cancelled" not in str(raised.value)


def test_a_change_that_claims_to_be_complete_but_is_not_is_an_error(stacks: Stacks, there: CloudInMemory) -> None:
    there.next_status = "UPDATE_COMPLETE"  # with the outputs of nothing
    with pytest.raises(StackError, match="UPDATE_COMPLETE"):
        stacks.apply(CHANGE)


def test_a_stack_that_needs_a_person_is_not_touched(stacks: Stacks, there: CloudInMemory) -> None:
    there.stack = {"StackStatus": "UPDATE_ROLLBACK_FAILED"}
    with pytest.raises(StackError, match="by hand"):
        stacks.apply(CHANGE)
    assert there.calls == []


def test_a_stack_that_cannot_be_changed_in_place_is_made_anew(stacks: Stacks, there: CloudInMemory) -> None:
    stacks.apply(CHANGE)
    stacks.apply(replace(CHANGE, parameters={"Stage": "dev"}, recreate=True))
    assert there.calls == ["CREATE", "DELETE", "CREATE"]


def test_a_long_template_goes_through_the_bucket(stacks: Stacks, there: CloudInMemory) -> None:
    with pytest.raises(StackError, match="too long"):
        stacks.apply(LONG)
    assert stacks.apply(replace(LONG, template_bucket="a-bucket")).changed
    assert len(there.objects) == 1


def test_a_changed_parameter_changes_the_fingerprint() -> None:
    assert CHANGE.fingerprint != replace(CHANGE, parameters={"Stage": "dev"}).fingerprint


def test_outputs_of_a_stack_that_is_not_there_are_an_error(stacks: Stacks) -> None:
    with pytest.raises(StackError, match="Deploy it first"):
        stacks.outputs("another-stack")


def test_code_and_keys_go_to_no_endpoint_elsewhere() -> None:
    with pytest.raises(CloudError, match="not on this machine"):
        cloud_at("http://203.0.113.7:4566")


def test_an_endpoint_where_nothing_runs_is_named() -> None:
    with pytest.raises(CloudError, match="Nothing answers"):
        cloud_at("http://127.0.0.1:1")


def test_an_emulator_never_gets_real_credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "AKIAREALKEY")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "a-real-secret")
    cloud = Cloud("http://127.0.0.1:4566", REGION)
    credentials = cloud.session.get_credentials()
    assert credentials is not None
    assert credentials.access_key == cloud.environment["AWS_ACCESS_KEY_ID"] == "test"


@pytest.mark.parametrize(
    ("kind", "url"),
    [
        ("aws", "https://an-api.execute-api.us-east-1.amazonaws.com/dev"),
        ("ministack", "http://127.0.0.1:4566/restapis/an-api/dev/_user_request_"),
        ("localstack", "http://127.0.0.1:4566/_aws/execute-api/an-api/dev"),
    ],
)
def test_an_api_has_its_address_in_each_cloud(kind: str, url: str) -> None:
    cloud = Cloud(None if kind == "aws" else "http://127.0.0.1:4566", REGION)
    cloud.__dict__["kind"] = kind  # cached: nothing runs there to be asked
    assert cloud.api_url("an-api", "dev") == url


def failure(event_id: str, name: str, reason: str) -> dict[str, str]:
    return {
        "EventId": event_id,
        "LogicalResourceId": name,
        "ResourceType": f"AWS::SQS::{name}",
        "ResourceStatus": "CREATE_FAILED",
        "ResourceStatusReason": reason,
    }
