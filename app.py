"""The table of triggers."""

from chalice.app import Chalice

from chalicelib.entrypoints import (
    sweeper,
    task_events,
    worker_generation_high,
    worker_generation_low,
    worker_generation_normal,
)

app = Chalice(app_name="contenthub")

for module in (
    worker_generation_high,
    worker_generation_normal,
    worker_generation_low,
    sweeper,
    task_events,
):
    app.register_blueprint(module.blueprint)
