"""What one fan-out of 30×3 units asks of AWS, counted on the local cloud, and what AWS charges for it.

Prices are AWS's public ones for us-east-1 (November 2026), beyond the free tiers; the time that functions run comes on
top, and so do reads.
"""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Iterator

import httpx

from infrastructure.naming import function_name, machine_name
from tests.bench.fan_out import CONSUMERS, QUICK_SECONDS, Fan, run_fan
from tests.bench.figures import Figure
from tests.bench.transitions import billed_transitions
from tests.bench.write_units import event_units, write_units
from tests.e2e.local_cloud import Platform
from tests.e2e.tasks import Json, Tasks

CALLS_OF_A_POLLER = 2
"""Lambda's pollers receive and delete each message of a lane at the account's expense: batches of one."""
DOLLARS_PER_MILLION = {
    "state transitions": 25.0,
    "SQS requests": 0.40,
    "Lambda invocations": 0.20,
    "write units": 0.625,
}
RUNS_PRICED = 1000


def cost_figures(platform: Platform, client: httpx.Client) -> Iterator[Figure]:
    began = time.time()
    fan = run_fan(client, width=4, seconds=QUICK_SECONDS)
    Tasks(client).events(fan.task["task_id"])  # the last of them is there when the stream has been followed
    counts = _counted(platform, fan, began)
    for name, count in counts.items():
        dollars = count * DOLLARS_PER_MILLION[name] / 1e6 * RUNS_PRICED
        yield Figure(f"{name} of a run; {RUNS_PRICED:,} runs cost ${dollars:.2f}", count, "")
    total = sum(count * DOLLARS_PER_MILLION[name] for name, count in counts.items()) / 1e6 * RUNS_PRICED
    yield Figure(f"all of it, {RUNS_PRICED:,} runs", total, "$")


def _counted(platform: Platform, fan: Fan, began: float) -> dict[str, int]:
    task_ids = {fan.task["task_id"], *(unit["task_id"] for unit in fan.units)}
    lines = list(_lines(platform, since=began))
    actions = Counter(line.get("action") for line in lines)
    return {
        "state transitions": _transitions(platform, fan.task["task_id"]),
        "SQS requests": len(task_ids) + actions["task_started"] + CALLS_OF_A_POLLER * actions["task_received"],
        "Lambda invocations": len({line["request_id"] for line in lines}),
        "write units": write_units(platform, task_ids) + event_units(platform, task_ids),
    }


def _lines(platform: Platform, *, since: float) -> Iterator[Json]:
    """What the consumers logged: every invocation logs at least one line, with its request's id."""
    pages = platform.aws("logs").get_paginator("filter_log_events")
    for consumer in CONSUMERS:
        group = f"/aws/lambda/{function_name(platform.stage, consumer)}"
        for page in pages.paginate(logGroupName=group, startTime=int(since * 1000)):
            texts = (event["message"] for event in page["events"])
            yield from (json.loads(text) for text in texts if text.startswith("{") and '"request_id"' in text)


def _transitions(platform: Platform, task_id: str) -> int:
    client = platform.aws("stepfunctions")
    (machine,) = [
        one["stateMachineArn"]
        for one in client.list_state_machines()["stateMachines"]
        if one["name"] == machine_name(platform.stage)
    ]
    executions = client.list_executions(stateMachineArn=machine)["executions"]
    arns = [one["executionArn"] for one in executions if one["name"].startswith(task_id)]
    return sum(billed_transitions(_history(platform, arn)) for arn in arns)


def _history(platform: Platform, execution: str) -> Iterator[Json]:
    pages = platform.aws("stepfunctions").get_paginator("get_execution_history").paginate(executionArn=execution)
    return (event for page in pages for event in page["events"])
