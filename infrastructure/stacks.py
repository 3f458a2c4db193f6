"""Creates and updates CloudFormation stacks, and does nothing when a stack is already as wanted."""

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from botocore.exceptions import ClientError

from infrastructure.cloud import Cloud
from infrastructure.templates import Template, fingerprint_of

if TYPE_CHECKING:
    from mypy_boto3_cloudformation import CloudFormationClient
    from mypy_boto3_cloudformation.type_defs import StackTypeDef

# The stack itself says what it was made from, so every machine sees the same truth.
FINGERPRINT = "Fingerprint"
# A longer template cannot be sent along with the call.
LARGEST_INLINE_BYTES = 51_200
TIMEOUT_SECONDS = 1_800
DELETE_ATTEMPTS = 2
POLL_SECONDS, LOCAL_POLL_SECONDS = 3.0, 0.2
# A stack whose creation failed cannot be updated, only deleted.
DEAD = ("ROLLBACK_COMPLETE", "ROLLBACK_FAILED", "CREATE_FAILED", "REVIEW_IN_PROGRESS", "DELETE_FAILED")
GOOD = ("CREATE_COMPLETE", "UPDATE_COMPLETE")
UPDATABLE = (*GOOD, "UPDATE_ROLLBACK_COMPLETE", "IMPORT_COMPLETE", "IMPORT_ROLLBACK_COMPLETE")


class StackError(Exception):
    """A stack did not reach the wanted state; the message names the resources that failed and why."""


@dataclass(frozen=True)
class StackChange:
    name: str
    template: Template
    parameters: Mapping[str, str]
    template_bucket: str | None = None
    recreate: bool = False

    @property
    def fingerprint(self) -> str:
        return fingerprint_of([self.template, dict(self.parameters)])


@dataclass(frozen=True)
class StackResult:
    outputs: Mapping[str, str]
    changed: bool


class Stacks:
    def __init__(self, cloud: Cloud) -> None:
        self._cloud = cloud
        self._client: CloudFormationClient = cloud.client("cloudformation")

    def apply(self, change: StackChange) -> StackResult:
        """Brings the stack to the wanted state and waits until it is there."""
        stack = self._settled(change.name)
        if stack and stack["StackStatus"] in DEAD:
            self._delete(change.name)
            stack = None
        if stack is None:
            return self._send(change, create=True)
        if stack["StackStatus"] not in UPDATABLE:
            raise StackError(f"{change.name} is {stack['StackStatus']} and cannot be updated. Mend it by hand.")
        outputs = _outputs(stack)
        if stack["StackStatus"] in GOOD and outputs.get(FINGERPRINT) == change.fingerprint:
            return StackResult(outputs, changed=False)
        if change.recreate:
            self._delete(change.name)
        return self._send(change, create=change.recreate)

    def exists(self, name: str) -> bool:
        return self._find(name) is not None

    def outputs(self, name: str) -> Mapping[str, str]:
        stack = self._find(name)
        if stack is None or stack["StackStatus"] not in UPDATABLE:
            raise StackError(f"The stack {name} is not there yet. Deploy it first.")
        return _outputs(stack)

    def _send(self, change: StackChange, *, create: bool) -> StackResult:
        began_with = None if create else self._newest_event_id(change.name)
        send = self._client.create_stack if create else self._client.update_stack
        try:
            send(
                StackName=change.name,
                Parameters=[{"ParameterKey": k, "ParameterValue": v} for k, v in change.parameters.items()],
                Capabilities=["CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND"],
                **self._template_argument(change),
            )
        except ClientError as error:
            if "No updates are to be performed" not in str(error):
                raise StackError(f"{change.name}: {error}") from error
        stack = self._settled(change.name)
        outputs = _outputs(stack) if stack else {}
        # An emulator may call a change complete that it has rolled back.
        if stack is None or stack["StackStatus"] not in GOOD or outputs.get(FINGERPRINT) != change.fingerprint:
            status = stack["StackStatus"] if stack else "gone"
            raise StackError(f"{change.name} is {status}.\n{self._reasons(change.name, began_with)}")
        return StackResult(outputs, changed=True)

    def _template_argument(self, change: StackChange) -> dict[str, Any]:
        outputs = {**change.template.get("Outputs", {}), FINGERPRINT: {"Value": change.fingerprint}}
        body = json.dumps({**change.template, "Outputs": outputs}, separators=(",", ":"))
        if len(body.encode()) <= LARGEST_INLINE_BYTES:
            return {"TemplateBody": body}
        if change.template_bucket is None:
            raise StackError(f"The template of {change.name} is too long and there is no bucket for it yet.")
        key = f"templates/{change.name}-{change.fingerprint}.json"
        s3 = self._cloud.client("s3")
        s3.put_object(Bucket=change.template_bucket, Key=key, Body=body.encode())
        base = self._cloud.endpoint or f"https://s3.{self._cloud.region}.amazonaws.com"
        return {"TemplateURL": f"{base}/{change.template_bucket}/{key}"}

    def _delete(self, name: str) -> None:
        """Twice if need be: what could not be deleted because it never came to be is left out then."""
        for _ in range(DELETE_ATTEMPTS):
            self._client.delete_stack(StackName=name)
            stack = self._settled(name)
            if stack is None:
                return
        raise StackError(f"{name} cannot be deleted.\n{self._reasons(name, None)}")

    def _settled(self, name: str) -> "StackTypeDef | None":
        """The stack as soon as nothing is under way in it."""
        deadline = time.monotonic() + TIMEOUT_SECONDS
        while (stack := self._find(name)) and _is_moving(stack):
            if time.monotonic() > deadline:
                raise StackError(f"{name} is still {stack['StackStatus']} after {TIMEOUT_SECONDS} seconds.")
            time.sleep(LOCAL_POLL_SECONDS if self._cloud.is_local else POLL_SECONDS)
        return stack

    def _find(self, name: str) -> "StackTypeDef | None":
        try:
            stacks = self._client.describe_stacks(StackName=name)["Stacks"]
        except ClientError as error:
            if "does not exist" in str(error):
                return None
            raise
        return next((stack for stack in stacks if stack["StackStatus"] != "DELETE_COMPLETE"), None)

    def _newest_event_id(self, name: str) -> str | None:
        events = self._client.describe_stack_events(StackName=name)["StackEvents"]
        return events[0]["EventId"] if events else None

    def _reasons(self, name: str, until_event_id: str | None) -> str:
        """What failed in the last change, newest first, without what was only cancelled because of it."""
        lines = []
        for event in self._client.describe_stack_events(StackName=name)["StackEvents"]:
            if event["EventId"] == until_event_id:
                break
            reason = event.get("ResourceStatusReason", "")
            if event.get("ResourceStatus", "").endswith("FAILED") and "cancelled" not in reason:
                lines.append(f"  {event.get('LogicalResourceId')} ({event.get('ResourceType')}): {reason}")
        return "\n".join(lines) or "  CloudFormation names no reason."


def _is_moving(stack: "StackTypeDef") -> bool:
    status = stack["StackStatus"]
    return status.endswith("_IN_PROGRESS") and status != "REVIEW_IN_PROGRESS"


def _outputs(stack: "StackTypeDef") -> dict[str, str]:
    return {output["OutputKey"]: output["OutputValue"] for output in stack.get("Outputs", [])}
