"""What a deployment says about itself."""

from chalicelib import VERSION
from chalicelib.bootstrap import Platform
from chalicelib.domain.lanes import LEVELS
from chalicelib.domain.picture_files import MOST_PICTURE_BYTES, MOST_PIXELS
from chalicelib.entrypoints.http.call import Call
from chalicelib.entrypoints.http.models import LARGEST_PAGE
from chalicelib.entrypoints.http.models_images import ImageProviderView, ImagesInfoView
from chalicelib.entrypoints.http.models_service import (
    CheckView,
    DeepHealthView,
    InfoView,
    ProviderView,
    TaskTypeView,
)
from chalicelib.entrypoints.http.models_tasks import LARGEST_BATCH, LONGEST_EVENT_WAIT_SECONDS
from chalicelib.entrypoints.http.operation import Answer
from chalicelib.entrypoints.http.picture_answers import USUAL_WAIT_SECONDS
from chalicelib.entrypoints.http.preferences import LONGEST_WAIT_SECONDS
from chalicelib.settings import IMAGE_PROVIDERS, PROVIDERS, Settings


def deep_health(call: Call) -> Answer:
    checks = {
        name: CheckView(status="ok" if c.healthy else "failed", detail=c.detail, milliseconds=c.milliseconds)
        for name, c in call.platform.check_health.check_health().items()
    }
    healthy = all(check.status == "ok" for check in checks.values())
    view = DeepHealthView(
        status="ok" if healthy else "degraded",
        stage=call.platform.settings.stage,
        version=VERSION,
        checks=checks,
    )
    return Answer(view, 200 if healthy else 503)


def deployment_info(here: Platform) -> InfoView:
    settings = here.settings
    return InfoView(
        name="ContentHub",
        version=VERSION,
        stage=settings.stage,
        region=settings.region,
        task_types=_task_types(here),
        providers=_providers(settings),
        limits={
            "max_body_bytes": settings.max_body_bytes,
            "max_upload_bytes": here.uploads.max_bytes,
            "max_batch_items": LARGEST_BATCH,
            "max_page_items": LARGEST_PAGE,
            "max_wait_seconds": LONGEST_WAIT_SECONDS,
            "max_event_wait_seconds": LONGEST_EVENT_WAIT_SECONDS,
        },
        images=_images(settings),
        live_url=(settings.public_live_url or None) if settings.live_updates else None,
    )


def _task_types(here: Platform) -> list[TaskTypeView]:
    found = []
    for flag in here.steer_lanes.list_flags():
        definition = here.catalogue.definition(flag.task_type)
        found.append(
            TaskTypeView(
                name=definition.name,
                lanes=[f"{definition.lane_family}-{level}" for level in LEVELS],
                max_attempts=definition.max_attempts,
                soft_deadline_seconds=definition.soft_deadline_seconds,
                hard_deadline_seconds=definition.hard_deadline_seconds,
                enabled=flag.accepting,
                mode=flag.mode,
            )
        )
    return found


def _images(settings: Settings) -> ImagesInfoView:
    models = settings.image_models
    return ImagesInfoView(
        providers=[
            ImageProviderView(
                name=name,
                model=models.get(name),
                configured=name in models,
                default=name == settings.image_provider,
            )
            for name in IMAGE_PROVIDERS
        ],
        limits={
            "largest_side": settings.image_largest_side,
            "default_side": settings.image_default_side,
            "default_steps": settings.image_default_steps,
            "most_pictures": settings.image_most_pictures,
            "max_body_bytes": settings.max_image_body_bytes,
            "max_picture_bytes": MOST_PICTURE_BYTES,
            "max_picture_pixels": MOST_PIXELS,
            "usual_wait_seconds": USUAL_WAIT_SECONDS,
        },
    )


def _providers(settings: Settings) -> list[ProviderView]:
    return [
        ProviderView(
            name=name,
            stages=[settings.stage] if name in settings.configured_providers else [],
            configured=name in settings.configured_providers,
            default=name == settings.content_provider,
        )
        for name in PROVIDERS
    ]
