"""Policies of a fan; how many of its units may be out at once is the number in the folder's name."""

from chalicelib.domain.task_type import TaskType, Workflow

NAME = __name__.split(".")[-2]

DEFINITION = TaskType(
    name=NAME,
    lane_family="generation",
    soft_deadline_seconds=500,
    hard_deadline_seconds=600,
    workflow=Workflow(
        units_at_once=int(NAME.rsplit("_", 1)[1]), unit_soft_deadline_seconds=50, unit_hard_deadline_seconds=60
    ),
)
