"""The table of triggers."""

from chalice.app import Chalice

from chalicelib.entrypoints import (
    api_accounts,
    api_content,
    api_operations,
    api_publish_pool,
    api_service,
    api_tasks,
    api_unrouted,
    api_uploads,
    sweeper,
    task_events,
    worker_generation_direct,
    worker_generation_high,
    worker_generation_low,
    worker_generation_normal,
    workflow,
)

app = Chalice(app_name="contenthub")

for api in (
    api_tasks,
    api_content,
    api_publish_pool,
    api_accounts,
    api_operations,
    api_uploads,
    api_service,
    api_unrouted,
):
    app.register_blueprint(api.blueprint)

for module in (
    worker_generation_high,
    worker_generation_normal,
    worker_generation_low,
    worker_generation_direct,
    sweeper,
    task_events,
    workflow,
):
    app.register_blueprint(module.blueprint)
