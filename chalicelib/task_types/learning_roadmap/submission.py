"""Checks a request before it is stored, and brings a supplied framework into the workflow's form."""

from chalicelib.domain.errors import (
    FieldProblem,
    MissingFrameworkError,
    ProviderNotConfiguredError,
    ValidationFailedError,
)
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.task_type import SubmissionDesk
from chalicelib.domain.text.language import detect_language
from chalicelib.domain.validation import validated
from chalicelib.task_types.learning_roadmap.framework import Framework, Language
from chalicelib.task_types.learning_roadmap.schema import RoadmapJob, RoadmapRequest
from chalicelib.task_types.learning_roadmap.supplied import framework_of

MODEL_PROVIDERS = ("bedrock", "openai")


def prepare(request: JsonObject, desk: SubmissionDesk) -> JsonObject:
    """Raises ValidationFailedError, MissingFrameworkError, ProviderNotConfiguredError; nothing is stored then."""
    asked = validated(RoadmapRequest, request, pointer="/request")
    if asked.provider is not None and not desk.provider_configured(asked.provider):
        raise ProviderNotConfiguredError(f"provider {asked.provider} is not configured here")
    framework = _framework(asked)
    if framework is None:
        _check_means(asked, desk)
    language = asked.preferences.language or (framework.language if framework else _language(asked))
    job = RoadmapJob(preferences=asked.preferences, language=language, framework=framework, provider=asked.provider)
    return job.model_dump(mode="json", exclude_none=True)


def _framework(asked: RoadmapRequest) -> Framework | None:
    if asked.framework is None:
        return None
    limit, count = asked.preferences.max_concepts, len(asked.framework.concepts)
    if limit is not None and count > limit:
        detail = f"the framework has {count} concepts, preferences.max_concepts allows {limit}"
        raise ValidationFailedError((FieldProblem("/request/framework/concepts", "too_many_concepts", detail),))
    return framework_of(asked.framework, asked.preferences.language, pointer="/request/framework")


def _check_means(asked: RoadmapRequest, desk: SubmissionDesk) -> None:
    """Without a framework a curriculum is designed: from a text, or by a model that knows the subject."""
    wishes = asked.preferences
    if not (wishes.goal or wishes.topic or _has_text(asked)):
        raise MissingFrameworkError(
            "supply a framework, or preferences with a source_text, a topic or a goal to design one from"
        )
    models = any(desk.provider_configured(provider) for provider in MODEL_PROVIDERS)
    if not _has_text(asked) and (asked.provider == "offline" or not models):
        raise MissingFrameworkError(
            "the offline provider knows no subject of its own: supply a framework or preferences.source_text, "
            "or choose a model provider"
        )


def _has_text(asked: RoadmapRequest) -> bool:
    return bool((asked.preferences.source_text or "").strip())


def _language(asked: RoadmapRequest) -> Language:
    wishes = asked.preferences
    return "zh" if detect_language(wishes.source_text or f"{wishes.goal or ''} {wishes.topic or ''}") == "zh" else "en"
