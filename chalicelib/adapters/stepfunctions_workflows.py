"""Executions of the staged fan-out machine on Step Functions."""

import json
from typing import TYPE_CHECKING

from botocore.exceptions import BotoCoreError, ClientError

from chalicelib.adapters.aws_errors import code_of
from chalicelib.domain.ports.workflows import (
    CompletionRefusedError,
    ExecutionState,
    StartRefusedError,
    StopRefusedError,
)

if TYPE_CHECKING:
    from mypy_boto3_stepfunctions import SFNClient

LONGEST_CAUSE = 256
STARTED_BEFORE = "ExecutionAlreadyExists"
NOT_THERE = "ExecutionDoesNotExist"
NOT_RUNNING = "ValidationException"
NOBODY_WAITS = ("TaskTimedOut", "TaskDoesNotExist", "InvalidToken")
"""The token was used, its execution has ended, or it never was one: nobody is kept waiting."""
ALIVE = ("RUNNING", "PENDING_REDRIVE")


class StepFunctionsWorkflows:
    def __init__(self, client: "SFNClient", state_machine_arn: str) -> None:
        self._client = client
        self._machine = state_machine_arn

    def start(self, name: str, *, task_id: str, run: int, part: int) -> None:
        told = json.dumps({"task_id": task_id, "run": run, "part": part})
        try:
            self._client.start_execution(stateMachineArn=self._machine, name=name, input=told)
        except ClientError as error:
            if code_of(error) != STARTED_BEFORE:
                raise StartRefusedError(str(error)) from error
        except BotoCoreError as error:
            raise StartRefusedError(str(error)) from error

    def stop(self, name: str, reason: str) -> None:
        try:
            self._client.stop_execution(executionArn=self._execution(name), cause=reason[:LONGEST_CAUSE])
        except ClientError as error:
            if code_of(error) not in (NOT_THERE, NOT_RUNNING):
                raise StopRefusedError(str(error)) from error
        except BotoCoreError as error:
            raise StopRefusedError(str(error)) from error

    def state(self, name: str) -> ExecutionState:
        try:
            status = self._client.describe_execution(executionArn=self._execution(name))["status"]
        except ClientError as error:
            return ExecutionState.ENDED if code_of(error) == NOT_THERE else ExecutionState.UNKNOWN
        except BotoCoreError:
            return ExecutionState.UNKNOWN
        return ExecutionState.RUNNING if status in ALIVE else ExecutionState.ENDED

    def complete(self, task_token: str) -> None:
        try:
            self._client.send_task_success(taskToken=task_token, output="{}")
        except ClientError as error:
            if code_of(error) not in NOBODY_WAITS:
                raise CompletionRefusedError(str(error)) from error
        except BotoCoreError as error:
            raise CompletionRefusedError(str(error)) from error

    def _execution(self, name: str) -> str:
        return f"{self._machine.replace(':stateMachine:', ':execution:')}:{name}"
