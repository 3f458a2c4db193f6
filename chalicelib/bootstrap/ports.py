"""Which adapter stands behind which port; each is built when first asked for."""

from functools import cached_property
from typing import Any

from chalicelib.adapters.apigateway_sockets import ApiGatewaySockets
from chalicelib.adapters.aws_clients import AwsClients
from chalicelib.adapters.dynamodb_event_log import DynamoDbEventLog
from chalicelib.adapters.dynamodb_key_ring import DynamoDbKeyRing
from chalicelib.adapters.dynamodb_record_store import DynamoDbRecordStore
from chalicelib.adapters.dynamodb_row_store import DynamoDbRowStore
from chalicelib.adapters.dynamodb_subscriptions import DynamoDbSubscriptions
from chalicelib.adapters.dynamodb_switches import DynamoDbSwitches
from chalicelib.adapters.dynamodb_task_rows import task_from_item
from chalicelib.adapters.dynamodb_task_store import DynamoDbTaskStore, TaskTables
from chalicelib.adapters.image_tools import PlatformImageTools
from chalicelib.adapters.lambda_consumers import LambdaConsumers
from chalicelib.adapters.lambda_direct_invoker import LambdaDirectInvoker
from chalicelib.adapters.powertools_telemetry import PowertoolsTelemetry
from chalicelib.adapters.s3_file_store import S3FileStore
from chalicelib.adapters.s3_payload_store import S3PayloadStore
from chalicelib.adapters.s3_upload_store import S3UploadStore
from chalicelib.adapters.sqs_dead_letters import SqsDeadLetters
from chalicelib.adapters.sqs_lanes import SqsLanes
from chalicelib.adapters.sqs_queues import SqsQueues
from chalicelib.adapters.stepfunctions_workflows import StepFunctionsWorkflows
from chalicelib.adapters.sync_tools import PlatformSyncTools
from chalicelib.adapters.system_chance import SystemChance
from chalicelib.adapters.system_clock import SystemClock
from chalicelib.adapters.thread_heartbeat import ThreadHeartbeat
from chalicelib.adapters.toolbox import OwnersToolbox
from chalicelib.domain.ports.data_sync import FileStore, QualityThresholds, RowStore, SyncTools
from chalicelib.domain.ports.generation import CreatorCommand, LanguageModel, Toolbox
from chalicelib.domain.ports.images import ImagePolicy, ImageTools
from chalicelib.domain.ports.live import Sockets, Subscriptions
from chalicelib.domain.ports.platform import (
    Chance,
    Clock,
    Consumers,
    DeadLetters,
    Heartbeat,
    KeyRing,
    Lanes,
    RecordStore,
    Switches,
)
from chalicelib.domain.ports.tasks import EventLog, PayloadStore, TaskStore, UploadStore
from chalicelib.domain.ports.workflows import DirectInvoker, Workflows
from chalicelib.domain.task import Task
from chalicelib.domain.task_type import SubmissionDesk
from chalicelib.services.submission_desk import OwnersDesk, RecordMemory
from chalicelib.services.task_catalogue import TaskCatalogue
from chalicelib.services.uploads import MAX_UPLOAD_BYTES
from chalicelib.settings import Settings


class Ports:
    """A test replaces a port by assigning the attribute before its first use."""

    def __init__(self, configured: Settings) -> None:
        self.settings = configured
        self.aws = AwsClients(buckets_in_path=bool(configured.local_endpoint))

    @cached_property
    def clock(self) -> Clock:
        return SystemClock()

    @cached_property
    def chance(self) -> Chance:
        return SystemChance()

    @cached_property
    def telemetry(self) -> PowertoolsTelemetry:
        return PowertoolsTelemetry(stage=self.settings.stage, level=self.settings.log_level)

    @cached_property
    def heartbeat(self) -> Heartbeat:
        return ThreadHeartbeat(self.telemetry)

    @cached_property
    def tasks(self) -> TaskStore:
        table = self.settings.table
        tables = TaskTables(table("tasks"), table("idempotency"), table("records"))
        return DynamoDbTaskStore(self.aws.dynamodb(), tables, self.clock)

    @cached_property
    def events(self) -> EventLog:
        return DynamoDbEventLog(self.aws.dynamodb(), self.settings.table("task-events"))

    @cached_property
    def records(self) -> RecordStore:
        return DynamoDbRecordStore(self.aws.dynamodb(), self.settings.table("records"))

    @cached_property
    def key_ring(self) -> KeyRing:
        return DynamoDbKeyRing(self.aws.dynamodb(), self.settings.table("api-keys"), self.clock)

    @cached_property
    def switches(self) -> Switches:
        return DynamoDbSwitches(
            self.aws.dynamodb(),
            self.settings.table("records"),
            self.clock,
            switched_off=self.settings.switched_off,
        )

    @cached_property
    def payloads(self) -> PayloadStore:
        return S3PayloadStore(self.aws.s3(), self.settings.data_bucket)

    @cached_property
    def upload_store(self) -> UploadStore:
        return S3UploadStore(self.aws.s3(), self.settings.data_bucket, self.clock, most_bytes=MAX_UPLOAD_BYTES)

    @cached_property
    def _queues(self) -> SqsQueues:
        return SqsQueues(self.aws.sqs(), f"contenthub-{self.settings.stage}", self.settings.account_id)

    @cached_property
    def lanes(self) -> Lanes:
        return SqsLanes(self._queues)

    @cached_property
    def direct(self) -> DirectInvoker:
        return LambdaDirectInvoker(self.aws.direct_lambda(), f"contenthub-{self.settings.stage}")

    @cached_property
    def workflows(self) -> Workflows:
        return StepFunctionsWorkflows(self.aws.stepfunctions(), self.settings.state_machine_arn)

    @cached_property
    def subscriptions(self) -> Subscriptions:
        return DynamoDbSubscriptions(self.aws.dynamodb(), self.settings.table("subscriptions"))

    @cached_property
    def sockets(self) -> Sockets:
        return ApiGatewaySockets(self.aws.sockets, self.clock)

    @cached_property
    def letters(self) -> DeadLetters:
        return SqsDeadLetters(self._queues)

    @cached_property
    def consumers(self) -> Consumers:
        return LambdaConsumers(self.aws.lambda_(), f"contenthub-{self.settings.stage}")

    @cached_property
    def catalogue(self) -> TaskCatalogue:
        return TaskCatalogue(self.settings.result_retention_seconds)

    @cached_property
    def _record_memory(self) -> RecordMemory:
        return RecordMemory(self.records, self.clock)

    def desk_for(self, owner_id: str) -> SubmissionDesk:
        return OwnersDesk(
            owner_id,
            self._record_memory,
            self.upload_store,
            self.settings.configured_providers,
            self.files,
            self.image_policy,
        )

    @cached_property
    def image_policy(self) -> ImagePolicy:
        return ImagePolicy(
            default_provider=self.settings.image_provider,
            model_by_provider=self.settings.image_models,
            default_side=self.settings.image_default_side,
            largest_side=self.settings.image_largest_side,
            most_pictures=self.settings.image_most_pictures,
            default_steps=self.settings.image_default_steps,
        )

    def toolbox_for(self, owner_id: str) -> Toolbox:
        return OwnersToolbox(
            owner_id=owner_id,
            default_provider=self.settings.content_provider,
            models={"bedrock": self._bedrock, "openai": self._openai},
            command=self._creator_command,
            uploads=self.upload_store,
            syncing=self._sync_tools,
            drawing=self._image_tools,
        )

    @cached_property
    def files(self) -> FileStore:
        return S3FileStore(self.aws.s3(), self.settings.data_bucket, self.clock)

    @cached_property
    def dataset_rows(self) -> RowStore:
        return DynamoDbRowStore(self.aws.dynamodb(), self.settings.table("dataset-rows"), self.clock)

    def _sync_tools(self) -> SyncTools:
        return PlatformSyncTools(
            files=self.files,
            rows=self.dataset_rows,
            records=self.records,
            payloads=self.payloads,
            tasks=self.tasks,
            clock=self.clock,
            thresholds=QualityThresholds(self.settings.sync_warn_below, self.settings.sync_reject_below),
        )

    def _image_tools(self) -> ImageTools:
        from chalicelib.bootstrap.image_models import image_models

        return PlatformImageTools(image_models(self.settings, self.aws, self.clock, self._openai_key), self.payloads)

    def _bedrock(self) -> LanguageModel:
        from chalicelib.adapters.bedrock_language_model import BedrockLanguageModel

        return BedrockLanguageModel(self.aws.bedrock_runtime(), model_id=self.settings.bedrock_model_id)

    def _openai(self) -> LanguageModel:
        from chalicelib.adapters.openai_language_model import OpenAiLanguageModel

        return OpenAiLanguageModel(
            base_url=self.settings.openai_base_url, model=self.settings.openai_model, api_key=self._openai_key
        )

    def _openai_key(self) -> str:
        secret = self.settings.openai_api_key_secret_id
        if not secret:
            return ""
        return self.aws.secretsmanager().get_secret_value(SecretId=secret)["SecretString"]

    def _creator_command(self) -> CreatorCommand:
        from chalicelib.adapters.subprocess_creator_command import SubprocessCreatorCommand

        return SubprocessCreatorCommand(
            self.settings.creator_cli_path, timeout_seconds=self.settings.creator_timeout_seconds
        )

    def task_from_image(self, image: Any) -> Task:
        """A row as the table's stream shows it."""
        return task_from_item(image)
