"""The table of triggers."""

from chalice.app import Chalice

from chalicelib.entrypoints import (
    api_accounts,
    api_content,
    api_data_files,
    api_data_sync,
    api_datasets,
    api_documents,
    api_images,
    api_litigation,
    api_openai,
    api_operations,
    api_publish_pool,
    api_roadmaps,
    api_service,
    api_tasks,
    api_unrouted,
    api_uploads,
    api_workflows,
    file_events,
    live,
    sweeper,
    task_events,
    worker_generation_direct,
    worker_generation_high,
    worker_generation_low,
    worker_generation_normal,
    worker_image_direct,
    worker_image_high,
    worker_image_low,
    worker_image_normal,
    worker_sync_direct,
    worker_sync_high,
    worker_sync_low,
    worker_sync_normal,
    workflow,
)
from chalicelib.settings import trigger_live_updates

app = Chalice(app_name="contenthub")
app.api.binary_types.append("multipart/form-data")

for api in (
    api_tasks,
    api_workflows,
    api_content,
    api_roadmaps,
    api_documents,
    api_litigation,
    api_data_files,
    api_data_sync,
    api_datasets,
    api_images,
    api_openai,
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
    worker_sync_high,
    worker_sync_normal,
    worker_sync_low,
    worker_sync_direct,
    worker_image_high,
    worker_image_normal,
    worker_image_low,
    worker_image_direct,
    sweeper,
    task_events,
    file_events,
    workflow,
):
    app.register_blueprint(module.blueprint)

# Chalice 1.34 loses WebSocket handlers that stand in a blueprint, and finds these by their names in this module.
if trigger_live_updates():
    app.experimental_feature_flags.add("WEBSOCKETS")
    websocket_connect = app.on_ws_connect()(live.websocket_connect)
    websocket_message = app.on_ws_message()(live.websocket_message)
    websocket_disconnect = app.on_ws_disconnect()(live.websocket_disconnect)
