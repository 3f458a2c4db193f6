"""Steering over HTTP: dead letters, lanes, flags."""

from chalicelib.domain.errors import LaneNotFoundError, NotFoundError
from chalicelib.domain.lanes import LANES
from chalicelib.entrypoints.http.call import Call
from chalicelib.entrypoints.http.models_operations import (
    DeadLetterList,
    DeadLetterQuery,
    FlagChanges,
    FlagList,
    FlagView,
    LaneChanges,
    LaneList,
    LaneStatusView,
    PurgeBody,
    PurgeView,
    RedriveBody,
    RedriveView,
)
from chalicelib.entrypoints.http.operation import Access
from chalicelib.entrypoints.http.present_operations import dead_letter_view, flag_view, lane_view
from chalicelib.entrypoints.http.routes import ApiRoutes

blueprint = ApiRoutes(__name__, tag="Operations")

SECONDS_OF_REDRIVING = 20


@blueprint.route("/v1/dead-letters", answers={200: DeadLetterList}, access=Access.ADMIN)
def list_dead_letters(call: Call, query: DeadLetterQuery) -> DeadLetterList:
    """Look at dead letters and why each is there

    Some of them, in no order; looking hides them from others for a moment and moves nothing.
    """
    lanes = [query.lane] if query.lane else list(LANES)
    found = call.platform.dead_letters.look(lanes, limit=query.limit)
    return DeadLetterList(items=[dead_letter_view(letter) for letter in found])


@blueprint.route("/v1/dead-letters/redrive", method="POST", answers={200: RedriveView}, access=Access.ADMIN)
def redrive_dead_letters(call: Call, body: RedriveBody) -> RedriveView:
    """Give dead letters back to their lane

    A task that failed meanwhile starts its next run.
    """
    affordable = body.limit if body.rate_per_second is None else int(body.rate_per_second * SECONDS_OF_REDRIVING)
    redriven, skipped = call.platform.dead_letters.redrive(
        body.lane,
        call.principal,
        task_ids=frozenset(body.task_ids) if body.task_ids else None,
        limit=max(1, min(body.limit, affordable)),
        rate_per_second=body.rate_per_second,
        reason=body.reason,
    )
    return RedriveView(lane=body.lane, redriven=redriven, skipped=skipped)


@blueprint.route("/v1/dead-letters/purge", method="POST", answers={200: PurgeView}, access=Access.ADMIN)
def purge_dead_letters(call: Call, body: PurgeBody) -> PurgeView:
    """Delete dead letters for good

    Their tasks stay as they are. The reason goes into the log.
    """
    purged = call.platform.dead_letters.purge(
        body.lane,
        call.principal,
        task_ids=frozenset(body.task_ids) if body.task_ids else None,
        reason=body.reason,
        dry_run=body.dry_run,
    )
    return PurgeView(lane=body.lane, purged=purged, dry_run=body.dry_run)


@blueprint.route("/v1/lanes", answers={200: LaneList})
def list_lanes(call: Call) -> LaneList:
    """Show the lanes and how full they are"""
    return LaneList(items=[lane_view(lane) for lane in call.platform.steer_lanes.list_lanes()])


@blueprint.route(
    "/v1/lanes/{lane}",
    method="PATCH",
    answers={200: LaneStatusView},
    access=Access.ADMIN,
    raises=(LaneNotFoundError,),
)
def change_lane(call: Call, lane: str, body: LaneChanges) -> LaneStatusView:
    """Pause, resume or limit a lane

    A paused lane accepts tasks and starts none. In effect within five seconds.
    """
    return lane_view(call.platform.steer_lanes.change_lane(lane, call.principal, **body.changes()))


@blueprint.route("/v1/flags", answers={200: FlagList})
def list_flags(call: Call) -> FlagList:
    """Show which task types are accepted and started, and how"""
    return FlagList(items=[flag_view(flag) for flag in call.platform.steer_lanes.list_flags()])


@blueprint.route(
    "/v1/flags/{task_type}", method="PUT", answers={200: FlagView}, access=Access.ADMIN, raises=(NotFoundError,)
)
def change_flag(call: Call, task_type: str, body: FlagChanges) -> FlagView:
    """Accept or refuse a task type, start or hold it back, send it through its queue or past it

    In effect within five seconds; existing tasks of a refused type go on. In the mode `direct` its tasks are given
    straight to a worker function with a concurrency of its own, and their `task_system` says so.
    """
    if task_type not in call.platform.catalogue.names():
        raise NotFoundError(f"there is no task type {task_type}")
    return flag_view(call.platform.steer_lanes.change_flag(task_type, call.principal, **body.changes()))
