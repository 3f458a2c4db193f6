"""Runs one content generation: read the source, plan, write, hand over the content and its pool entry."""

from collections.abc import Callable

from chalicelib.domain.errors import ProviderNotConfiguredError
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.task_type import Outcome, TaskContext
from chalicelib.domain.validation import validated
from chalicelib.task_types.content_generation.brief import Brief
from chalicelib.task_types.content_generation.delivery import Delivery, deliver
from chalicelib.task_types.content_generation.drafts import Draft
from chalicelib.task_types.content_generation.schema import ContentJob
from chalicelib.task_types.content_generation.sources import reference_text

STEPS = ("reading", "planning", "writing", "finishing")


def run(request: JsonObject, context: TaskContext) -> Outcome:
    job = validated(ContentJob, request)
    _progress(context, "reading")
    brief = brief_of(job, reference_text(job, context.toolbox.read_upload))
    provider = job.provider or context.toolbox.default_provider
    draft = _writer(provider)(brief, provider, context)
    _progress(context, "finishing")
    return deliver(Delivery(job, provider, draft, task_id=context.task_id, owner_id=context.owner_id))


def brief_of(job: ContentJob, source: str) -> Brief:
    """What the request leaves open, the account decides."""
    account = job.account
    return Brief(
        topic=job.topic,
        keywords=tuple(job.keywords),
        reference_text=source,
        length=job.length,
        language=job.language or account.language,
        tone=tuple(job.tone or account.tone or ()),
        account_name=account.name or None,
        platform=account.platform,
        audience=account.audience,
    )


# Each way of writing is imported only when it is taken: the others' libraries stay out of the process.


def _write_offline(brief: Brief, _provider: str, context: TaskContext) -> Draft:
    from chalicelib.task_types.content_generation.offline.outline import write_outline
    from chalicelib.task_types.content_generation.offline.writer import read_material, write_article

    _progress(context, "planning")
    material = read_material(brief)
    _progress(context, "writing")
    return write_article(brief, material) if material else write_outline(brief)


def _write_with_creator(brief: Brief, _provider: str, context: TaskContext) -> Draft:
    from chalicelib.task_types.content_generation.creator_writer import write_with_creator

    _progress(context, "writing")
    return write_with_creator(brief, context.toolbox.creator_command())


def _write_with_model(brief: Brief, provider: str, context: TaskContext) -> Draft:
    from chalicelib.task_types.content_generation.model_writer import write_with_model

    _progress(context, "writing")
    return write_with_model(brief, context.toolbox.language_model(provider))


_WRITER_BY_PROVIDER: dict[str, Callable[[Brief, str, TaskContext], Draft]] = {
    "offline": _write_offline,
    "creator": _write_with_creator,
    "bedrock": _write_with_model,
    "openai": _write_with_model,
}


def _writer(provider: str) -> Callable[[Brief, str, TaskContext], Draft]:
    if provider not in _WRITER_BY_PROVIDER:
        raise ProviderNotConfiguredError(f"there is no provider {provider!r}")
    return _WRITER_BY_PROVIDER[provider]


def _progress(context: TaskContext, step: str) -> None:
    context.progress(STEPS.index(step), len(STEPS), step)
