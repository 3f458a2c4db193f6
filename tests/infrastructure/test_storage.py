"""The storage stack keeps what the platform cannot lose, encrypted, under names that others can rely on."""

import json
from pathlib import Path

import pytest

from infrastructure.chalice_config import function_setting, read_config
from infrastructure.naming import FUNCTIONS, LANES, QUEUES, STAGES, TABLES, consumer_of, function_name, logical_id
from infrastructure.stacks import LARGEST_INLINE_BYTES
from infrastructure.templates import storage_template
from tests.infrastructure.conftest import PROJECT, Lint, Template

RESOURCES = storage_template()["Resources"]
PURGED_TABLES = ("tasks", "task-events", "idempotency", "records", "subscriptions")
KEPT_TYPES = ("AWS::DynamoDB::Table", "AWS::S3::Bucket", "AWS::SQS::Queue", "AWS::KMS::Key", "AWS::Logs::LogGroup")

KEYS_ONLY = {"ProjectionType": "KEYS_ONLY"}
LISTED = {"ProjectionType": "INCLUDE", "NonKeyAttributes": ["task_type", "priority", "status_group"]}
ALL = {"ProjectionType": "ALL"}
TABLE_KEYS = {
    "tasks": ["task_id"],
    "task-events": ["task_id", "seq"],
    "idempotency": ["idempotency_key"],
    "records": ["record_id"],
    "dataset-rows": ["dataset", "row_key"],
    "api-keys": ["key_hash"],
    "subscriptions": ["group_id", "member_id"],
}
INDEXES = {
    "tasks": {
        "by_owner": (["owner_id", "task_id"], LISTED),
        "by_owner_group": (["owner_group", "task_id"], LISTED),
        "by_shard": (["shard", "task_id"], LISTED),
        "by_shard_group": (["shard_group", "task_id"], LISTED),
        "by_parent": (["parent_id", "task_id"], KEYS_ONLY),
        "by_wake": (["lane", "wake_at"], KEYS_ONLY),
    },
    "records": {
        "by_kind": (["kind", "sort_key"], ALL),
        "by_owner": (["kind_owner", "sort_key"], ALL),
        "by_group": (["kind_group", "sort_key"], ALL),
    },
}


def of_type(kind: str) -> dict[str, Template]:
    return {name: each for name, each in RESOURCES.items() if each["Type"] == kind}


def table(name: str) -> Template:
    properties: Template = RESOURCES[f"{logical_id(name)}Table"]["Properties"]
    return properties


def keys(schema: list[dict[str, str]]) -> list[str]:
    assert [each["KeyType"] for each in schema] == ["HASH", "RANGE"][: len(schema)]
    return [each["AttributeName"] for each in schema]


def test_the_template_is_valid(lint: Lint) -> None:
    assert lint(storage=storage_template()) == ""


def test_a_mistake_in_a_template_is_found(lint: Lint) -> None:
    template = storage_template()
    template["Resources"]["TasksTable"]["Properties"]["BilingMode"] = "PAY_PER_REQUEST"
    assert "BilingMode" in lint(storage=template)


def test_the_template_can_be_sent_without_a_bucket() -> None:
    assert len(json.dumps(storage_template(), separators=(",", ":"))) < LARGEST_INLINE_BYTES


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_its_keys_and_indexes(name: str) -> None:
    indexes = {
        each["IndexName"]: (keys(each["KeySchema"]), each["Projection"])
        for each in table(name).get("GlobalSecondaryIndexes", [])
    }
    assert keys(table(name)["KeySchema"]) == TABLE_KEYS[name]
    assert indexes == INDEXES.get(name, {})


def test_there_is_no_other_table() -> None:
    names = {each["Properties"]["TableName"]["Fn::Sub"] for each in of_type("AWS::DynamoDB::Table").values()}
    assert names == {f"contenthub-${{Stage}}-{name}" for name in TABLES}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_can_be_restored_is_encrypted_and_paid_by_request(name: str) -> None:
    assert table(name)["BillingMode"] == "PAY_PER_REQUEST"
    assert table(name)["PointInTimeRecoverySpecification"] == {"PointInTimeRecoveryEnabled": True}
    assert table(name)["SSESpecification"] == {"SSEEnabled": True}
    assert table(name)["DeletionProtectionEnabled"] == {"Fn::If": ["InCloud", True, False]}


@pytest.mark.parametrize("name", PURGED_TABLES)
def test_rows_expire(name: str) -> None:
    assert table(name)["TimeToLiveSpecification"] == {"AttributeName": "purge_at", "Enabled": True}


def test_only_task_rows_are_streamed() -> None:
    streamed = {name: table(name)["StreamSpecification"] for name in TABLES if "StreamSpecification" in table(name)}
    assert streamed == {"tasks": {"StreamViewType": "NEW_AND_OLD_IMAGES"}}


def test_deleting_the_stack_deletes_no_data() -> None:
    kept = {name: each for kind in KEPT_TYPES for name, each in of_type(kind).items()}
    assert len(kept) == len(TABLES) + 2 + 2 * len(QUEUES) + 1 + len(FUNCTIONS)
    for name, each in kept.items():
        policies = (each["DeletionPolicy"], each["UpdateReplacePolicy"])
        assert policies == ("RetainExceptOnCreate", "Retain"), name


@pytest.mark.parametrize("name", ["DataBucket", "ArtefactsBucket"])
def test_a_bucket_is_private_encrypted_and_spoken_to_over_tls_only(name: str) -> None:
    bucket = RESOURCES[name]["Properties"]
    assert set(bucket["PublicAccessBlockConfiguration"].values()) == {True}
    assert bucket["BucketEncryption"]["ServerSideEncryptionConfiguration"]
    assert bucket["OwnershipControls"]["Rules"] == [{"ObjectOwnership": "BucketOwnerEnforced"}]
    assert_tls_only(f"{name}Policy")


def test_uploads_and_payloads_expire_and_leftovers_go() -> None:
    rules = {
        rule.get("Prefix"): rule for rule in RESOURCES["DataBucket"]["Properties"]["LifecycleConfiguration"]["Rules"]
    }
    assert rules["uploads/"]["ExpirationInDays"] == 7
    assert rules["payloads/"]["ExpirationInDays"] > 30
    assert rules[None]["AbortIncompleteMultipartUpload"] == {"DaysAfterInitiation": 1}


@pytest.mark.parametrize("lane", LANES)
def test_a_queue_is_encrypted_and_gives_up_into_its_own_dead_letters(lane: str) -> None:
    queue = RESOURCES[f"{logical_id(lane)}Queue"]["Properties"]
    dead_letters = RESOURCES[f"{logical_id(lane)}DeadLetterQueue"]["Properties"]
    assert queue["QueueName"] == {"Fn::Sub": f"contenthub-${{Stage}}-{lane}"}
    assert dead_letters["QueueName"] == {"Fn::Sub": f"contenthub-${{Stage}}-{lane}-dlq"}
    target = {"Fn::GetAtt": [f"{logical_id(lane)}DeadLetterQueue", "Arn"]}
    assert queue["RedrivePolicy"] == {"deadLetterTargetArn": target, "maxReceiveCount": 5}
    assert queue["SqsManagedSseEnabled"]
    assert dead_letters["SqsManagedSseEnabled"]
    assert dead_letters["MessageRetentionPeriod"] == 14 * 86_400
    assert_tls_only(f"{logical_id(lane)}QueuePolicy")
    assert_tls_only(f"{logical_id(lane)}DeadLetterQueuePolicy")


@pytest.mark.parametrize("lane", LANES)
def test_a_message_stays_hidden_for_six_times_its_consumer_may_run(lane: str) -> None:
    config = read_config(PROJECT)
    timeouts = [function_setting(config, stage, consumer_of(lane), "lambda_timeout") for stage in STAGES]
    hidden = RESOURCES[f"{logical_id(lane)}Queue"]["Properties"]["VisibilityTimeout"]
    assert hidden >= 6 * max(timeouts)


def test_every_queue_is_a_lane_or_its_dead_letters() -> None:
    assert len(of_type("AWS::SQS::Queue")) == 2 * len(QUEUES)


@pytest.mark.parametrize("function", FUNCTIONS)
def test_every_function_has_a_log_group_with_retention(function: str) -> None:
    group = RESOURCES[f"{logical_id(function)}LogGroup"]["Properties"]
    assert group["LogGroupName"] == {"Fn::Sub": f"/aws/lambda/{function_name('${Stage}', function)}"}
    assert group["RetentionInDays"] == {"Fn::FindInMap": ["LogRetention", {"Ref": "Stage"}, "Days"]}
    assert set(storage_template()["Mappings"]["LogRetention"]) == set(STAGES)


def test_the_topic_is_encrypted_with_a_key_that_alarms_may_use() -> None:
    assert RESOURCES["AlarmsTopic"]["Properties"]["KmsMasterKeyId"] == {"Fn::GetAtt": ["AlarmsKey", "Arn"]}
    statements = RESOURCES["AlarmsKey"]["Properties"]["KeyPolicy"]["Statement"]
    assert {"Service": "cloudwatch.amazonaws.com"} in [each["Principal"] for each in statements]


def test_no_template_names_a_place() -> None:
    templates = Path(PROJECT / "infrastructure" / "templates").glob("*.yaml")
    assert not [path.name for path in templates if "us-east-1" in path.read_text()]


def assert_tls_only(policy: str) -> None:
    """Everywhere but in the local cloud, which speaks plain HTTP and may have its policies enforced."""
    assert RESOURCES[policy]["Condition"] == "InCloud"
    statements = RESOURCES[policy]["Properties"]["PolicyDocument"]["Statement"]
    denied = {"Bool": {"aws:SecureTransport": "false"}}
    assert any(each["Effect"] == "Deny" and each["Condition"] == denied for each in statements)
