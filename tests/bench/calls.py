"""AWS calls of each step, counted on the real services and adapters against moto."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from unittest import mock

from moto import mock_aws

from chalicelib.adapters.aws_clients import AwsClients
from chalicelib.bootstrap import Platform, SubmitCommand
from chalicelib.domain.ports.platform import WakeUp
from chalicelib.domain.principal import Principal, Role
from chalicelib.domain.record import Record
from chalicelib.domain.task import Task
from chalicelib.services.data_files import NewFile
from chalicelib.settings import Settings
from tests.bench.figures import Figure
from tests.contract.aws import BUCKET, REGION, STAGE, create_storage, recorded_calls

OWNER = Principal("bench", Role.NORMAL)
REQUEST = {"account_id": "49", "topic": "Tides", "reference_text": "The moon pulls the sea. The sea rises twice a day."}
ENVIRONMENT = {"AWS_ACCESS_KEY_ID": "testing", "AWS_SECRET_ACCESS_KEY": "testing", "AWS_DEFAULT_REGION": REGION}


def call_figures() -> Sequence[Figure]:
    """A plain task: the caller, the flags and the account are already known to the container."""
    with _platform() as (here, aws):
        _submit(here)  # what a container remembers is read now
        submitted: list[Task] = []
        submit = _counted(aws, lambda: submitted.append(_submit(here)))
        run = _counted(aws, lambda: _run(here, submitted[0]))
        status = _counted(aws, lambda: here.read_tasks.task(submitted[0].task_id, OWNER))
        sync = _counted(aws, _sync_of_a_file(here))
    return (
        Figure(f"submit: {_told(submit)}", sum(submit.values()), "calls", 2),
        Figure(f"run: {_told(run)}", sum(run.values()), "calls", 3),
        Figure(f"read the status: {_told(status)}", sum(status.values()), "calls", 1),
        Figure(f"submit a sync: {_told(sync)}", sum(sync.values()), "calls"),
    )


@contextmanager
def _platform() -> Iterator[tuple[Platform, AwsClients]]:
    with mock.patch.dict(os.environ, ENVIRONMENT), mock_aws():
        os.environ.pop("AWS_ENDPOINT_URL", None)
        here = Platform(Settings.model_validate({"CONTENTHUB_STAGE": STAGE, "DATA_BUCKET": BUCKET}))
        create_storage(here.aws)
        now = here.clock.now()
        profile = {"name": "Bench", "platform": "blog", "language": "en", "active": True}
        here.records.create(Record("account", "49", "bench", profile, now, now))
        yield here, here.aws


def _submit(here: Platform) -> Task:
    return here.submit_task.submit_task(SubmitCommand("content_generation", REQUEST), OWNER)


def _sync_of_a_file(here: Platform) -> Callable[[], object]:
    """Of a file that is there; it is looked for first."""
    file = here.data_files.add_file(OWNER, NewFile("orders.csv", "standard", "bench", "orders"), b"order_id\n1\n")

    def submit() -> None:
        here.submit_task.submit_task(SubmitCommand("data_sync", {"file_id": file.id}), OWNER)

    submit()  # what a container remembers is read now
    return submit


def _run(here: Platform, task: Task) -> None:
    here.run_task.run_task(WakeUp(task.task_id, task.lane, "a receipt"), lambda: 900.0)


def _counted(aws: AwsClients, step: Callable[[], Any]) -> Counter[str]:
    with recorded_calls(aws) as calls:
        step()
    return Counter(calls)


def _told(calls: Counter[str]) -> str:
    return ", ".join(f"{number} {name}" for name, number in calls.items())
