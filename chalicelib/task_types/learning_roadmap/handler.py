"""Runs one unit of a roadmap: the intent, a design, or one artifact of one concept."""

from collections.abc import Callable

from chalicelib.domain.errors import ProviderNotConfiguredError
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.task_type import Outcome, TaskContext
from chalicelib.task_types.learning_roadmap.briefs import ConceptBrief
from chalicelib.task_types.learning_roadmap.designing import DesignBrief
from chalicelib.task_types.learning_roadmap.stages import DESIGN, INTENT


def run(request: JsonObject, context: TaskContext) -> Outcome:
    provider = request.get("provider") or context.toolbox.default_provider
    if provider not in _WRITERS:
        raise ProviderNotConfiguredError(f"there is no provider {provider!r} for roadmaps")
    return Outcome(_WRITERS[provider](request, provider, context))


# Each way of writing is imported only when it is taken: the other's libraries stay out of the process.


def _write_offline(request: JsonObject, _provider: str, _context: TaskContext) -> JsonObject:
    artifact = request["artifact"]
    if artifact in (INTENT, DESIGN):
        from chalicelib.task_types.learning_roadmap.offline.designer import framework, intent

        brief = DesignBrief.model_validate(request)
        return intent(brief) if artifact == INTENT else framework(brief)
    from chalicelib.task_types.learning_roadmap.offline.writer import write

    return write(artifact, ConceptBrief.model_validate(request["brief"]))


def _write_with_model(request: JsonObject, provider: str, context: TaskContext) -> JsonObject:
    from chalicelib.task_types.learning_roadmap.model.writer import ModelWriter

    writer = ModelWriter(context.toolbox.language_model(provider))
    artifact = request["artifact"]
    if artifact in (INTENT, DESIGN):
        brief = DesignBrief.model_validate(request)
        return writer.intent(brief) if artifact == INTENT else writer.framework(brief)
    return writer.artifact(artifact, ConceptBrief.model_validate(request["brief"]))


_WRITERS: dict[str, Callable[[JsonObject, str, TaskContext], JsonObject]] = {
    "offline": _write_offline,
    "bedrock": _write_with_model,
    "openai": _write_with_model,
}
