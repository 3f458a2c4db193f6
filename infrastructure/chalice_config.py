"""Reads `.chalice/config.json` and writes it, with the policies it names, for one deployment."""

import json
import platform
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from chalicelib.settings import OFF
from infrastructure.naming import FUNCTIONS, LIVE_FUNCTIONS
from infrastructure.permissions import PolicyScope
from infrastructure.policies import Policy

Config = dict[str, Any]

DEFAULT_ARCHITECTURE = "arm64"


def read_config(project: Path) -> Config:
    config: Config = json.loads((project / ".chalice" / "config.json").read_text())
    return config


def function_setting(config: Config, stage: str, function: str, name: str) -> Any:
    """The value Chalice itself would take for a function: the most specific place wins."""
    for place in (
        config["stages"][stage].get("lambda_functions", {}).get(function, {}),
        config["stages"][stage],
        config.get("lambda_functions", {}).get(function, {}),
        config,
    ):
        if place.get(name) is not None:
            return place[name]
    return None


def adapted(config: Config, stage: str, *, environment: Mapping[str, str], architecture: str) -> Config:
    """The configuration with a deployment's own values; what is there already and right stays as it is."""
    variables = {**config["stages"][stage].get("environment_variables", {}), **environment}
    return with_stage(config, stage, {"lambda_architecture": architecture, "environment_variables": variables})


def with_stage(config: Config, stage: str, changes: Mapping[str, Any]) -> Config:
    return {**config, "stages": {**config["stages"], stage: {**config["stages"][stage], **changes}}}


def architecture_for(config: Config, stage: str, *, runs_here: bool) -> str:
    """An emulator starts the functions as processes of this machine; Lambda runs what the stage says."""
    if runs_here:
        return "arm64" if platform.machine() in {"arm64", "aarch64"} else "x86_64"
    return str(config["stages"][stage].get("lambda_architecture", DEFAULT_ARCHITECTURE))


def has_live_updates(config: Config, stage: str) -> bool:
    """As the functions themselves read it."""
    return config["stages"][stage].get("environment_variables", {}).get("LIVE_UPDATES", "true").lower() not in OFF


def functions_of(config: Config, stage: str) -> tuple[str, ...]:
    """Those that the stage really has."""
    without = () if has_live_updates(config, stage) else LIVE_FUNCTIONS
    return tuple(function for function in FUNCTIONS if function not in without)


def policy_scope(config: Config, stage: str) -> PolicyScope:
    variables = config["stages"][stage].get("environment_variables", {})

    def named(variable: str) -> list[str]:
        return [variables[variable]] if variables.get(variable) else []

    return PolicyScope(
        stage=stage,
        traced=bool(config["stages"][stage].get("xray")),
        model_ids=named("BEDROCK_MODEL_ID"),
        image_model_ids=named("BEDROCK_IMAGE_MODEL_ID"),
        image_endpoints=named("SAGEMAKER_IMAGE_ENDPOINT"),
        live=has_live_updates(config, stage),
    )


def write_config(
    project: Path, config: Config, stage: str, *, render_policy: Callable[[str, PolicyScope], Policy]
) -> bool:
    """Writes the configuration and the policy file of each function; tells whether anything changed."""
    folder = project / ".chalice"
    files = {folder / "config.json": config}
    for function in FUNCTIONS:
        policy_file = function_setting(config, stage, function, "iam_policy_file")
        files[folder / policy_file] = render_policy(function, policy_scope(config, stage))
    changed = [_write_json(path, content) for path, content in files.items()]
    return any(changed)


def _write_json(path: Path, content: object) -> bool:
    text = json.dumps(content, indent=2, ensure_ascii=False) + "\n"
    if path.exists() and path.read_text() == text:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return True
