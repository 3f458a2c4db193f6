"""The one table of what each function may do; resources are written as an `Fn::Sub` would."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from infrastructure.naming import (
    API_FUNCTION,
    CONNECT_FUNCTION,
    CONSUMER_FUNCTIONS,
    DIRECT_FUNCTIONS,
    DISCONNECT_FUNCTION,
    FILE_EVENTS_FUNCTION,
    FILE_EVENTS_QUEUE,
    LANES,
    MESSAGE_FUNCTION,
    STREAM_FUNCTION,
    SWEEPER_FUNCTION,
    WORKFLOW_FUNCTION,
    consumer_of,
    dead_letter_queue_name,
    function_name,
    machine_name,
    queue_name,
    table_name,
)

# The only statements whose resource is `*`, each with the reason: AWS knows no resource for their actions.
UNNAMEABLE = {
    "ReadEventSources": "ListEventSourceMappings has no resource type",
    "WriteTraces": "X-Ray's put actions have no resource type",
}


@dataclass(frozen=True)
class Statement:
    sid: str
    actions: Sequence[str]
    resources: Sequence[str]
    only_functions: Sequence[str] = ()
    """Narrows a Lambda resource whose own name nobody can know beforehand."""


@dataclass(frozen=True)
class PolicyScope:
    """What permissions depend on beside the function: the stage and how it is configured."""

    stage: str
    traced: bool = False
    model_ids: Sequence[str] = ()
    image_model_ids: Sequence[str] = ()
    image_endpoints: Sequence[str] = ()
    """On SageMaker."""
    live: bool = True
    """Whether there is a WebSocket API."""


def statements(function: str, scope: PolicyScope) -> list[Statement]:
    traces = _may("WriteTraces", "xray:PutTraceSegments PutTelemetryRecords", ["*"])
    return [_write_logs(function, scope), *([traces] if scope.traced else []), *_TABLE[function](function, scope)]


def machine_statements(stage: str) -> list[Statement]:
    """What the executions of workflows may do: ask what is next, and get a unit to a worker."""
    return [
        _may("SendWakeUps", "sqs:SendMessage", _lanes(stage)),
        _may("CallFunction", "lambda:InvokeFunction", _functions(stage, WORKFLOW_FUNCTION)),
    ]


def _api(_: str, scope: PolicyScope) -> list[Statement]:
    stage = scope.stage
    dead_letter_queues = [_arn("sqs", dead_letter_queue_name(stage, lane)) for lane in LANES]
    consumers = _functions(stage, *CONSUMER_FUNCTIONS)
    concurrency = "lambda:GetFunctionConcurrency PutFunctionConcurrency DeleteFunctionConcurrency"
    sources = [_arn("lambda", "event-source-mapping:*")]
    return [
        _may("Tasks", f"{READ_ITEMS} BatchGetItem {CHANGE_ITEMS}", _table(stage, "tasks", indexes=True)),
        _may("ReadEvents", "dynamodb:Query", _table(stage, "task-events")),
        _may("Idempotency", "dynamodb:GetItem PutItem", _table(stage, "idempotency")),
        _may("Records", f"{READ_ITEMS} {CHANGE_ITEMS}", _table(stage, "records", indexes=True)),
        _may("ReadRows", "dynamodb:Query", _table(stage, "dataset-rows")),
        _may("ReadApiKeys", "dynamodb:GetItem", _table(stage, "api-keys")),
        _may("Objects", "s3:GetObject PutObject DeleteObject", _objects(stage, "payloads", "uploads")),
        _may("Files", "s3:GetObject PutObject", _objects(stage, "files", "incoming")),
        _may("ReadPictures", "s3:GetObject", _objects(stage, "images")),
        _tell_missing_objects(stage),
        _may("SendWakeUps", "sqs:SendMessage GetQueueAttributes", _lanes(stage)),
        _call_directly(stage),
        _may("DeadLetters", RECEIVE_MESSAGES, dead_letter_queues),
        _may("ReadEventSources", "lambda:ListEventSourceMappings", ["*"]),
        _may("LaneConcurrency", concurrency, consumers),
        Statement("LanePollers", ["lambda:UpdateEventSourceMapping"], sources, only_functions=consumers),
    ]


def _consumer(function: str, scope: PolicyScope) -> list[Statement]:
    own_lane = next(lane for lane in LANES if consumer_of(lane) == function)
    receive = _may("OwnLane", RECEIVE_MESSAGES, [_arn("sqs", queue_name(scope.stage, own_lane))])
    return [receive, *_worker(function, scope)]


def _worker(function: str, scope: PolicyScope) -> list[Statement]:
    stage = scope.stage
    secrets = [_arn("secretsmanager", f"secret:contenthub/{stage}/*")]
    models = _models([*scope.model_ids, *(scope.image_model_ids if _draws(function) else [])])
    return [
        _may("Tasks", "dynamodb:GetItem UpdateItem", _table(stage, "tasks")),
        _may("Records", "dynamodb:GetItem PutItem", _table(stage, "records")),
        _may("Payloads", "s3:GetObject PutObject", _objects(stage, "payloads")),
        _may("ReadUploads", "s3:GetObject", _objects(stage, "uploads")),
        _tell_missing_objects(stage),
        _may("SendWakeUps", "sqs:SendMessage", _lanes(stage)),
        _call_directly(stage),
        _may("StartWorkflows", "states:StartExecution SendTaskSuccess", [_machine(stage)]),
        _may("ReadSecrets", "secretsmanager:GetSecretValue", secrets),
        *([_may("InvokeModels", "bedrock:InvokeModel", models)] if models else []),
        *(_sync(stage) if function.startswith("sync") else []),
        *(_images(scope) if _draws(function) else []),
    ]


def _sync(stage: str) -> list[Statement]:
    """What the sync of files needs beyond any task."""
    return [
        _may("Rows", "dynamodb:BatchGetItem PutItem", _table(stage, "dataset-rows")),
        _may("ReadFiles", "s3:GetObject", _objects(stage, "files", "incoming")),
    ]


def _draws(function: str) -> bool:
    return function.startswith("image")


def _images(scope: PolicyScope) -> list[Statement]:
    """What pictures need beyond any task; an asynchronous endpoint takes its request from the bucket and answers
    there."""
    stage = scope.stage
    endpoints = [_arn("sagemaker", f"endpoint/{name}") for name in scope.image_endpoints]
    return [
        _may("Pictures", "s3:PutObject", _objects(stage, "images")),
        *([_may("InvokeEndpoints", "sagemaker:InvokeEndpoint InvokeEndpointAsync", endpoints)] if endpoints else []),
        *([_may("Inference", "s3:GetObject PutObject", _objects(stage, INFERENCE))] if endpoints else []),
    ]


def _sweeper(_: str, scope: PolicyScope) -> list[Statement]:
    stage = scope.stage
    return [
        _may("Tasks", "dynamodb:GetItem Query UpdateItem", _table(stage, "tasks", indexes=True)),
        _may("ReadFlags", "dynamodb:GetItem", _table(stage, "records")),
        _may("SendWakeUps", "sqs:SendMessage", _lanes(stage)),
        _call_directly(stage),
        _may("LookAfterExecutions", "states:DescribeExecution StopExecution", _executions(stage)),
    ]


def _workflow(_: str, scope: PolicyScope) -> list[Statement]:
    stage = scope.stage
    return [
        _may("Tasks", "dynamodb:GetItem BatchGetItem PutItem UpdateItem", _table(stage, "tasks")),
        _may("Records", "dynamodb:GetItem PutItem", _table(stage, "records")),
        _may("Payloads", "s3:GetObject PutObject", _objects(stage, "payloads")),
        _tell_missing_objects(stage),
        _may("SendWakeUps", "sqs:SendMessage", _lanes(stage)),
        _call_directly(stage),
        _may("LetExecutionsGoOn", "states:SendTaskSuccess", [_machine(stage)]),
    ]


def _task_events(_: str, scope: PolicyScope) -> list[Statement]:
    stage = scope.stage
    stream = [f"{table}/stream/*" for table in _table(stage, "tasks")]
    units = "dynamodb:GetItem BatchGetItem Query UpdateItem"
    return [
        _may("ReadStream", "dynamodb:DescribeStream GetRecords GetShardIterator ListStreams", stream),
        _may("WriteEvents", "dynamodb:PutItem BatchWriteItem", _table(stage, "task-events")),
        _may("EndUnits", units, _table(stage, "tasks", indexes=True)),
        _may("LetExecutionsGoOn", "states:SendTaskSuccess", [_machine(stage)]),
        _may("StopExecutions", "states:StopExecution", _executions(stage)),
        *([_may("FindSubscribers", f"dynamodb:Query {FORGET}", _table(stage, "subscriptions"))] if scope.live else []),
        *_sockets(scope, "POST"),
    ]


def _file_events(_: str, scope: PolicyScope) -> list[Statement]:
    stage = scope.stage
    return [
        _may("OwnQueue", RECEIVE_MESSAGES, [_arn("sqs", queue_name(stage, FILE_EVENTS_QUEUE))]),
        _may("Records", "dynamodb:GetItem PutItem", _table(stage, "records")),
        _may("ReadFiles", "s3:GetObject", _objects(stage, "files", "incoming")),
        _tell_missing_objects(stage),
    ]


def _connect(_: str, scope: PolicyScope) -> list[Statement]:
    stage = scope.stage
    return [
        _may("ReadApiKeys", "dynamodb:GetItem", _table(stage, "api-keys")),
        _may("Connections", f"dynamodb:Query {FORGET}", _table(stage, "subscriptions")),
        *_sockets(scope, "GET"),
    ]


def _message(_: str, scope: PolicyScope) -> list[Statement]:
    stage = scope.stage
    return [
        _may("ReadTasks", f"{READ_ITEMS} BatchGetItem", _table(stage, "tasks", indexes=True)),
        _may("ReadEvents", "dynamodb:Query", _table(stage, "task-events")),
        _may("Subscriptions", f"dynamodb:GetItem PutItem UpdateItem {FORGET}", _table(stage, "subscriptions")),
        *_sockets(scope, "POST"),
    ]


def _disconnect(_: str, scope: PolicyScope) -> list[Statement]:
    return [_may("Connections", f"dynamodb:{FORGET}", _table(scope.stage, "subscriptions"))]


INFERENCE = "image-inference"
FORGET = "DeleteItem BatchWriteItem"
READ_ITEMS = "dynamodb:GetItem Query"
CHANGE_ITEMS = "PutItem UpdateItem DeleteItem"
RECEIVE_MESSAGES = "sqs:ReceiveMessage DeleteMessage ChangeMessageVisibility GetQueueAttributes"
_TABLE: dict[str, Callable[[str, PolicyScope], list[Statement]]] = {
    API_FUNCTION: _api,
    **dict.fromkeys(CONSUMER_FUNCTIONS, _consumer),
    SWEEPER_FUNCTION: _sweeper,
    STREAM_FUNCTION: _task_events,
    FILE_EVENTS_FUNCTION: _file_events,
    WORKFLOW_FUNCTION: _workflow,
    **dict.fromkeys(DIRECT_FUNCTIONS, _worker),
    CONNECT_FUNCTION: _connect,
    MESSAGE_FUNCTION: _message,
    DISCONNECT_FUNCTION: _disconnect,
}


def _write_logs(function: str, scope: PolicyScope) -> Statement:
    group = f"log-group:/aws/lambda/{function_name(scope.stage, function)}:log-stream:*"
    return _may("WriteLogs", "logs:CreateLogStream PutLogEvents", [_arn("logs", group)])


def _tell_missing_objects(stage: str) -> Statement:
    """Without it S3 answers 403 instead of 404 for an object that is not there."""
    return _may("TellMissingObjects", "s3:ListBucket", [_bucket(stage)])


def _call_directly(stage: str) -> Statement:
    """Past the queues, when they take nothing or a flag says so."""
    return _may("CallDirectly", "lambda:InvokeFunction", _functions(stage, *DIRECT_FUNCTIONS))


def _sockets(scope: PolicyScope, method: str) -> list[Statement]:
    """The open connections of the app's own WebSocket API, which is a resource of the same template."""
    connections = _arn("execute-api", f"${{WebsocketAPI}}/{scope.stage}/{method}/@connections/*")
    return [_may("Sockets", "execute-api:ManageConnections", [connections])] if scope.live else []


def _may(sid: str, actions: str, resources: Sequence[str]) -> Statement:
    """`actions` names the service once: `s3:GetObject PutObject`."""
    service, _, names = actions.partition(":")
    return Statement(sid, [f"{service}:{name}" for name in names.split()], resources)


def _table(stage: str, table: str, *, indexes: bool = False) -> list[str]:
    arn = _arn("dynamodb", f"table/{table_name(stage, table)}")
    return [arn, f"{arn}/index/*"] if indexes else [arn]


def _lanes(stage: str) -> list[str]:
    return [_arn("sqs", queue_name(stage, lane)) for lane in LANES]


def _functions(stage: str, *functions: str) -> list[str]:
    return [_arn("lambda", f"function:{function_name(stage, function)}") for function in functions]


def _machine(stage: str) -> str:
    return _arn("states", f"stateMachine:{machine_name(stage)}")


def _executions(stage: str) -> list[str]:
    return [_arn("states", f"execution:{machine_name(stage)}:*")]


def _models(model_ids: Sequence[str]) -> list[str]:
    return [f"arn:${{AWS::Partition}}:bedrock:${{AWS::Region}}::foundation-model/{name}" for name in model_ids]


def _objects(stage: str, *prefixes: str) -> list[str]:
    return [f"{_bucket(stage)}/{prefix}/*" for prefix in prefixes]


def _bucket(stage: str) -> str:
    return f"arn:${{AWS::Partition}}:s3:::contenthub-{stage}-data-${{AWS::AccountId}}-${{AWS::Region}}"


def _arn(service: str, resource: str) -> str:
    return f"arn:${{AWS::Partition}}:{service}:${{AWS::Region}}:${{AWS::AccountId}}:{resource}"
