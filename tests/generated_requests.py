"""Requests that Schemathesis makes up, for one operation at a time.

`schema.parametrize()` makes up and keeps those of all operations when tests are collected, and gives all its tests one
name, by which parallel test processes take them for one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from schemathesis import Case
from schemathesis.core.result import Ok
from schemathesis.generation.hypothesis.builder import HypothesisTestConfig, HypothesisTestMode, create_test


def operations_by_label(schema: Any) -> Mapping[str, Any]:
    """Such as `GET /v1/tasks`."""
    return {found.ok().label: found.ok() for found in schema.get_all_operations() if isinstance(found, Ok)}


def try_out(operation: Any, check: Callable[[Case[Any]], None]) -> None:
    """`check` gets every request; Hypothesis's settings on it hold."""
    plan = HypothesisTestConfig(modes=list(HypothesisTestMode), project=operation.schema.config)
    create_test(operation=operation, test_func=check, config=plan)()
