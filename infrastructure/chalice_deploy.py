"""`chalice deploy` from a clean copy of the project, and its memory of what it made."""

import json
import shutil
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from infrastructure.chalice_command import copy_sources, run_chalice
from infrastructure.deployment import Deployment, timed
from infrastructure.naming import QUEUE_FUNCTIONS, STREAM_FUNCTION, function_name, stack_name


class ChaliceDeployError(Exception):
    """Something that `chalice deploy` should have made is not there."""


def deploy_with_chalice(deployment: Deployment) -> None:
    """Chalice remembers what it made in a file; without it a second deployment makes a second API."""
    source = deployment.build_folder / "chalice-source"
    memory = _memory_file(deployment)
    copy_sources(deployment.project, source)
    deployment.write_chalice_config(source)
    remembered = source / ".chalice" / "deployed" / f"{deployment.stage}.json"
    if deployment.cloud.is_local and not _still_there(deployment, memory):
        memory.unlink(missing_ok=True)
    if memory.exists():
        remembered.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(memory, remembered)
    else:
        _remove_leftovers(deployment)
    with timed(deployment.say, "chalice deploy"):
        arguments = ("deploy", "--stage", deployment.stage)
        run_chalice(source, *arguments, environment=deployment.cloud.environment)
    memory.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(remembered, memory)


def api_id_of(deployment: Deployment) -> str:
    """The API that Chalice made, as it remembers it."""
    return next(str(each["rest_api_id"]) for each in _remembered(deployment) if each["name"] == "rest_api")


def live_api_id_of(deployment: Deployment) -> str | None:
    """The WebSocket API, if there is one."""
    made = (each for each in _remembered(deployment) if each["name"] == "websocket_api")
    return next((str(each["websocket_api_id"]) for each in made), None)


def _remembered(deployment: Deployment) -> list[dict[str, Any]]:
    for memory in (_memory_file(deployment), _own_memory_file(deployment)):
        if memory.exists():
            resources: list[dict[str, Any]] = json.loads(memory.read_text())["resources"]
            return resources
    raise ChaliceDeployError(f"Run `chalice deploy --stage {deployment.stage}` first.")


def _remove_leftovers(deployment: Deployment) -> None:
    """Chalice remembers nothing of a deployment that failed, and stumbles over the event sources it had made."""
    app_stack = stack_name(deployment.stage, "app")
    if deployment.stacks.exists(app_stack):
        raise ChaliceDeployError(f"The app of this stage is the stack {app_stack}: go on with --method package.")
    client = deployment.cloud.client("lambda")
    for function in (*QUEUE_FUNCTIONS, STREAM_FUNCTION):
        name = function_name(deployment.stage, function)
        for source in client.list_event_source_mappings(FunctionName=name)["EventSourceMappings"]:
            client.delete_event_source_mapping(UUID=source["UUID"])


def _still_there(deployment: Deployment, memory: Path) -> bool:
    """An emulator may have been started anew, and then knows nothing of what Chalice remembers."""
    if not memory.exists():
        return False
    client = deployment.cloud.client("apigateway")
    return any(api["id"] == api_id_of(deployment) for api in client.get_rest_apis(limit=500)["items"])


def _memory_file(deployment: Deployment) -> Path:
    """What is on an emulator must not be taken for what is on AWS."""
    if deployment.cloud.endpoint is None:
        return _own_memory_file(deployment)
    place = urlsplit(deployment.cloud.endpoint).netloc.replace(":", "-")
    return deployment.build_folder / "deployed" / f"{place}.json"


def _own_memory_file(deployment: Deployment) -> Path:
    return deployment.project / ".chalice" / "deployed" / f"{deployment.stage}.json"
