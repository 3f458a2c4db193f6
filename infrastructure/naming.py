"""The names of everything that is deployed: what joins the three stacks, `chalice deploy` and the code."""

from typing import Literal, get_args

from chalicelib.domain.lanes import FAMILIES
from chalicelib.domain.lanes import LANES as LANES

Stage = Literal["local", "dev", "staging", "prod"]
StackPart = Literal["storage", "app", "operations"]

STAGES: tuple[Stage, ...] = get_args(Stage)
STACK_PARTS: tuple[StackPart, ...] = get_args(StackPart)
APP_NAME = "contenthub"

# A lane named in the domain gets its queues, its dead letters, its alarms and its policy from here. The
# consumer itself is a function in app.py and an entry in .chalice/config.json.
TABLES = ("tasks", "task-events", "idempotency", "records", "dataset-rows", "api-keys", "subscriptions")


def consumer_of(lane: str) -> str:
    return lane.replace("-", "_")


API_FUNCTION = "api_handler"
SWEEPER_FUNCTION = "sweeper"
STREAM_FUNCTION = "task_events"
# What the bucket tells about new files comes through a queue of its own.
FILE_EVENTS_FUNCTION, FILE_EVENTS_QUEUE = "file_events", "file-events"
QUEUES = (*LANES, FILE_EVENTS_QUEUE)
WORKFLOW_FUNCTION = "workflow"
# Called past the queues, one for each family of lanes.
DIRECT_FUNCTIONS = tuple(f"{family}_direct" for family in FAMILIES)
# Of the WebSocket API; a stage without live updates has none of them.
CONNECT_FUNCTION, MESSAGE_FUNCTION, DISCONNECT_FUNCTION = LIVE_FUNCTIONS = (
    "websocket_connect",
    "websocket_message",
    "websocket_disconnect",
)
CONSUMER_FUNCTIONS = tuple(consumer_of(lane) for lane in LANES)
QUEUE_FUNCTIONS = (*CONSUMER_FUNCTIONS, FILE_EVENTS_FUNCTION)
WORKER_FUNCTIONS = (*CONSUMER_FUNCTIONS, *DIRECT_FUNCTIONS)
FUNCTIONS = (
    API_FUNCTION,
    *WORKER_FUNCTIONS,
    SWEEPER_FUNCTION,
    STREAM_FUNCTION,
    FILE_EVENTS_FUNCTION,
    WORKFLOW_FUNCTION,
    *LIVE_FUNCTIONS,
)


def logical_id(name: str) -> str:
    """`generation-high` becomes `GenerationHigh`, as Chalice itself names its resources."""
    return "".join(word[:1].upper() + word[1:] for word in name.replace("_", "-").split("-"))


def function_logical_id(function: str) -> str:
    return "APIHandler" if function == API_FUNCTION else logical_id(function)


def role_logical_id(function: str) -> str:
    return f"{logical_id(function)}Role"


def stack_name(stage: str, part: StackPart) -> str:
    return f"{APP_NAME}-{stage}-{part}"


def function_name(stage: str, function: str) -> str:
    """The name `chalice deploy` gives, so that both ways of deploying make the same functions."""
    return f"{APP_NAME}-{stage}" if function == API_FUNCTION else f"{APP_NAME}-{stage}-{function}"


def machine_name(stage: str) -> str:
    """The state machine that every workflow runs on."""
    return f"{APP_NAME}-{stage}-workflow"


def table_name(stage: str, table: str) -> str:
    return f"{APP_NAME}-{stage}-{table}"


def queue_name(stage: str, lane: str) -> str:
    return f"{APP_NAME}-{stage}-{lane}"


def dead_letter_queue_name(stage: str, lane: str) -> str:
    return f"{queue_name(stage, lane)}-dlq"
