"""Answers from within the worker, so that an answer proves the whole way there."""

import os
import platform

from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.task_type import Outcome, TaskContext
from chalicelib.domain.validation import validated
from chalicelib.task_types.health_check.schema import HealthCheckRequest, HealthCheckResult


def run(request: JsonObject, context: TaskContext) -> Outcome:
    asked = validated(HealthCheckRequest, request)
    answer = HealthCheckResult(
        pong=True,
        echo=asked.echo,
        lane=context.lane,
        worker=f"{platform.node()}:{os.getpid()}",
        python=platform.python_version(),
    )
    return Outcome(answer.model_dump())
