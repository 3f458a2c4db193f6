"""The consumer of the lane image-normal."""

from chalice.app import Blueprint, SQSEvent

from chalicelib.domain.json_types import JsonObject
from chalicelib.entrypoints.worker import consume
from chalicelib.settings import trigger_queue

LANE = "image-normal"

blueprint = Blueprint(__name__)


@blueprint.on_sqs_message(queue=trigger_queue(LANE), batch_size=1, name="image_normal")
def image_normal(event: SQSEvent) -> JsonObject:
    return consume(event, LANE)
