"""One set of ports in memory, one on AWS; what a client or an operator does from outside is told to both alike."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from chalicelib.adapters.aws_clients import AwsClients
from chalicelib.adapters.dynamodb_event_log import DynamoDbEventLog
from chalicelib.adapters.dynamodb_key_ring import DynamoDbKeyRing, key_hash
from chalicelib.adapters.dynamodb_record_store import DynamoDbRecordStore
from chalicelib.adapters.dynamodb_subscriptions import DynamoDbSubscriptions
from chalicelib.adapters.dynamodb_switches import DynamoDbSwitches
from chalicelib.adapters.dynamodb_task_store import DynamoDbTaskStore, TaskTables
from chalicelib.adapters.epoch import to_milliseconds
from chalicelib.adapters.s3_payload_store import S3PayloadStore
from chalicelib.adapters.s3_upload_store import S3UploadStore
from chalicelib.adapters.sqs_dead_letters import SqsDeadLetters
from chalicelib.adapters.sqs_lanes import SqsLanes
from chalicelib.adapters.sqs_queues import SqsQueues
from chalicelib.domain.ports.live import Subscriptions
from chalicelib.domain.ports.platform import DeadLetters, KeyRing, Lanes, RecordStore, Switches
from chalicelib.domain.ports.tasks import EventLog, PayloadStore, TaskStore, UploadStore
from chalicelib.domain.principal import Role
from tests.contract.aws import ACCOUNT, BUCKET, PREFIX
from tests.fakes.clock import ManualClock
from tests.fakes.dead_letters import InMemoryDeadLetters
from tests.fakes.event_log import InMemoryEventLog
from tests.fakes.key_ring import InMemoryKeyRing
from tests.fakes.lanes import InMemoryLanes
from tests.fakes.payload_store import InMemoryPayloadStore
from tests.fakes.record_store import InMemoryRecordStore
from tests.fakes.subscriptions import InMemorySubscriptions
from tests.fakes.switches import InMemorySwitches
from tests.fakes.task_store import InMemoryTaskStore
from tests.fakes.upload_store import InMemoryUploadStore

MOST_UPLOAD_BYTES = 1000


@dataclass(frozen=True)
class World:
    clock: ManualClock
    tasks: TaskStore
    events: EventLog
    records: RecordStore
    payloads: PayloadStore
    uploads: UploadStore
    lanes: Lanes
    dead_letters: DeadLetters
    key_ring: KeyRing
    switches: Switches
    subscriptions: Subscriptions
    add_key: Callable[[str, str, Role, datetime | None], object]
    add_upload: Callable[[str, str, bytes], object]
    """Upload id, owner, content."""
    add_dead_letter: Callable[[str, str], object]
    """Lane and body."""


def in_memory() -> World:
    clock = ManualClock()
    records, uploads, keys = InMemoryRecordStore(), InMemoryUploadStore(clock), InMemoryKeyRing(clock)
    letters = InMemoryDeadLetters()
    return World(
        clock=clock,
        tasks=InMemoryTaskStore(clock, records),
        events=InMemoryEventLog(),
        records=records,
        payloads=InMemoryPayloadStore(),
        uploads=uploads,
        lanes=InMemoryLanes(letters),
        dead_letters=letters,
        key_ring=keys,
        switches=InMemorySwitches(),
        subscriptions=InMemorySubscriptions(),
        add_key=keys.add,
        add_upload=lambda upload_id, owner_id, content: uploads.add(upload_id, content, owner_id=owner_id),
        add_dead_letter=lambda lane, body: letters.add(lane, body=body),
    )


def on_aws(aws: AwsClients) -> World:
    clock, tables = ManualClock(), TaskTables(f"{PREFIX}-tasks", f"{PREFIX}-idempotency", f"{PREFIX}-records")
    queues = SqsQueues(aws.sqs(), PREFIX, ACCOUNT)
    outside = _Outside(aws, queues)
    return World(
        clock=clock,
        tasks=DynamoDbTaskStore(aws.dynamodb(), tables, clock),
        events=DynamoDbEventLog(aws.dynamodb(), f"{PREFIX}-task-events"),
        records=DynamoDbRecordStore(aws.dynamodb(), tables.records),
        payloads=S3PayloadStore(aws.s3(), BUCKET),
        uploads=S3UploadStore(aws.s3(), BUCKET, clock, most_bytes=MOST_UPLOAD_BYTES),
        lanes=SqsLanes(queues),
        dead_letters=SqsDeadLetters(queues, wait_seconds=0),
        key_ring=DynamoDbKeyRing(aws.dynamodb(), f"{PREFIX}-api-keys", clock),
        switches=DynamoDbSwitches(aws.dynamodb(), tables.records, clock),
        subscriptions=DynamoDbSubscriptions(aws.dynamodb(), f"{PREFIX}-subscriptions"),
        add_key=outside.add_key,
        add_upload=outside.add_upload,
        add_dead_letter=outside.add_dead_letter,
    )


@dataclass(frozen=True)
class _Outside:
    aws: AwsClients
    queues: SqsQueues

    def add_key(self, api_key: str, user_id: str, role: Role, expires_at: datetime | None) -> None:
        item = {"key_hash": {"S": key_hash(api_key)}, "user_id": {"S": user_id}, "role": {"S": role.value}}
        if expires_at is not None:
            item["expires_at"] = {"N": str(to_milliseconds(expires_at))}
        self.aws.dynamodb().put_item(TableName=f"{PREFIX}-api-keys", Item=item)

    def add_upload(self, upload_id: str, owner_id: str, content: bytes) -> None:
        self.aws.s3().put_object(Bucket=BUCKET, Key=f"uploads/{owner_id}/{upload_id}", Body=content)

    def add_dead_letter(self, lane: str, body: str) -> None:
        self.aws.sqs().send_message(QueueUrl=self.queues.dead_letter_url(lane), MessageBody=body)


def wake_up_body(task_id: str) -> str:
    return json.dumps({"task_id": task_id})
