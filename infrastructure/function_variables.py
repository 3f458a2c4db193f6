"""The variables a deployment gives its functions: read from a file or the command line, and checked before use."""

from collections.abc import Mapping
from pathlib import Path

from dotenv import dotenv_values
from pydantic import ValidationError

from chalicelib.settings import Settings, told
from infrastructure.chalice_config import Config, with_stage
from infrastructure.naming import CONSUMER_FUNCTIONS

MAX_CONCURRENT_TASKS = "ASYNC_MAX_CONCURRENT_TASKS"
"""Not read by the functions: it caps the reserved concurrency of every consumer."""
FILLED_IN = frozenset({"CONTENTHUB_STAGE", "DATA_BUCKET", "AWS_REGION", "AWS_ENDPOINT_URL"})
"""Read by the functions, but given by the deployment and by Lambda, never by a person."""
KNOWN = frozenset(str(field.alias) for field in Settings.model_fields.values()) - FILLED_IN | {MAX_CONCURRENT_TASKS}


class VariablesError(Exception):
    """A variable is unknown or has a value that cannot be used; the message names each."""


def read_variables(path: Path) -> dict[str, str]:
    """The variables of a `.env` file; empty ones count as not given."""
    return {name: value for name, value in dotenv_values(path, interpolate=False).items() if value}


def check_variables(stage: str, variables: Mapping[str, str]) -> None:
    """Raises VariablesError before anything is deployed, instead of functions that cannot start."""
    unknown = sorted(set(variables) - KNOWN)
    if unknown:
        raise VariablesError(f"not a setting: {', '.join(unknown)}; known are {', '.join(sorted(KNOWN))}")
    limit = variables.get(MAX_CONCURRENT_TASKS, "1")
    if not limit.isdigit() or int(limit) < 1:
        raise VariablesError(f"{MAX_CONCURRENT_TASKS}: must be a whole number from 1 on, not {limit!r}")
    try:
        Settings.model_validate({"CONTENTHUB_STAGE": stage, "DATA_BUCKET": "known later", **variables})
    except ValidationError as error:
        raise VariablesError("; ".join(told(error))) from error


def with_concurrency(config: Config, stage: str, limit: int) -> Config:
    """The configuration with no consumer running more than so many tasks at once."""
    functions = config["stages"][stage]["lambda_functions"]
    capped = {
        name: {**functions[name], "reserved_concurrency": min(limit, functions[name]["reserved_concurrency"])}
        for name in CONSUMER_FUNCTIONS
    }
    return with_stage(config, stage, {"lambda_functions": {**functions, **capped}})
