"""The publish pool over HTTP: what waits for publication, and what becomes of it."""

from chalicelib.domain.errors import ConflictError, InvalidCursorError, PoolEntryConflictError, RecordNotFoundError
from chalicelib.entrypoints.http.call import Call
from chalicelib.entrypoints.http.models_records import PoolEntryView, PoolListQuery, PoolPage, ScheduleBody
from chalicelib.entrypoints.http.presenters import pool_entry_view
from chalicelib.entrypoints.http.routes import ApiRoutes

blueprint = ApiRoutes(__name__, tag="Publish pool")

MOVING = (RecordNotFoundError, PoolEntryConflictError, ConflictError)


@blueprint.route("/v1/publish-pool", answers={200: PoolPage}, raises=(InvalidCursorError,))
def list_pool_entries(call: Call, query: PoolListQuery) -> PoolPage:
    """List the entries of the publish pool, newest first"""
    cursors = call.cursors(query)
    page = call.platform.publish_pool.list_entries(
        call.principal,
        account_id=query.account_id,
        state=query.state,
        limit=query.limit,
        cursor=cursors.decode(query.cursor),
    )
    return PoolPage(items=[pool_entry_view(r) for r in page.items], next_cursor=cursors.encode(page.next_cursor))


@blueprint.route("/v1/publish-pool/{pool_entry_id}", answers={200: PoolEntryView}, raises=(RecordNotFoundError,))
def show_pool_entry(call: Call, pool_entry_id: str) -> PoolEntryView:
    """Show an entry"""
    return pool_entry_view(call.platform.publish_pool.show_entry(pool_entry_id, call.principal))


@blueprint.route(
    "/v1/publish-pool/{pool_entry_id}/schedule", method="POST", answers={200: PoolEntryView}, raises=MOVING
)
def schedule_pool_entry(call: Call, pool_entry_id: str, body: ScheduleBody) -> PoolEntryView:
    """Set the time of publication"""
    return pool_entry_view(call.platform.publish_pool.schedule(pool_entry_id, call.principal, body.publish_at))


@blueprint.route("/v1/publish-pool/{pool_entry_id}/publish", method="POST", answers={200: PoolEntryView}, raises=MOVING)
def publish_pool_entry(call: Call, pool_entry_id: str) -> PoolEntryView:
    """Mark an entry as published"""
    return pool_entry_view(call.platform.publish_pool.publish(pool_entry_id, call.principal))


@blueprint.route(
    "/v1/publish-pool/{pool_entry_id}/withdraw", method="POST", answers={200: PoolEntryView}, raises=MOVING
)
def withdraw_pool_entry(call: Call, pool_entry_id: str) -> PoolEntryView:
    """Take an entry out of the pool for good"""
    return pool_entry_view(call.platform.publish_pool.withdraw(pool_entry_id, call.principal))
