"""Executions of the staged fan-out machine on Step Functions."""

import json
from contextlib import suppress
from typing import TYPE_CHECKING

from botocore.exceptions import BotoCoreError, ClientError

from chalicelib.adapters.aws_errors import code_of
from chalicelib.domain.ports.workflows import ExecutionState, StartRefusedError

if TYPE_CHECKING:
    from mypy_boto3_stepfunctions import SFNClient

REFUSALS = (ClientError, BotoCoreError)
LONGEST_CAUSE = 256


class StepFunctionsWorkflows:
    def __init__(self, client: "SFNClient", state_machine_arn: str) -> None:
        self._client = client
        self._machine = state_machine_arn

    def start(self, name: str, *, task_id: str, run: int, part: int) -> None:
        told = json.dumps({"task_id": task_id, "run": run, "part": part})
        try:
            self._client.start_execution(stateMachineArn=self._machine, name=name, input=told)
        except ClientError as error:
            if code_of(error) != "ExecutionAlreadyExists":
                raise StartRefusedError(str(error)) from error
        except BotoCoreError as error:
            raise StartRefusedError(str(error)) from error

    def stop(self, name: str, reason: str) -> None:
        with suppress(ClientError):
            self._client.stop_execution(executionArn=self._execution(name), cause=reason[:LONGEST_CAUSE])

    def state(self, name: str) -> ExecutionState:
        try:
            status = self._client.describe_execution(executionArn=self._execution(name))["status"]
        except ClientError as error:
            gone = code_of(error) == "ExecutionDoesNotExist"
            return ExecutionState.ENDED if gone else ExecutionState.UNKNOWN
        except BotoCoreError:
            return ExecutionState.UNKNOWN
        return ExecutionState.RUNNING if status in ("RUNNING", "PENDING_REDRIVE") else ExecutionState.ENDED

    def complete(self, task_token: str) -> None:
        with suppress(*(self._client.exceptions.TaskDoesNotExist, self._client.exceptions.TaskTimedOut)):
            self._client.send_task_success(taskToken=task_token, output="{}")

    def _execution(self, name: str) -> str:
        return f"{self._machine.replace(':stateMachine:', ':execution:')}:{name}"
