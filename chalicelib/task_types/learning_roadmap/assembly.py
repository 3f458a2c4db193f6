"""The finished roadmap from its framework and the artifacts that were made."""

from collections.abc import Mapping

from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.workflow import StageOutcome
from chalicelib.task_types.learning_roadmap.artifacts import KINDS
from chalicelib.task_types.learning_roadmap.framework import Concept, Framework
from chalicelib.task_types.learning_roadmap.schema import Origin, RoadmapJob
from chalicelib.task_types.learning_roadmap.stages import content_key


def assembled(job: RoadmapJob, framework: Framework, origin: Origin, outcome: StageOutcome) -> JsonObject:
    """What failed is named with its reason, never left out in silence."""
    artifacts = outcome.results()
    hours = framework.hours
    return {
        "title": framework.title,
        "language": framework.language,
        "level": job.preferences.level,
        "description": framework.description,
        "origin": origin,
        "hours": hours.model_dump() if hours else None,
        "notes": [*framework.notes, *hours_note(job, framework)],
        "licence": framework.licence,
        "source": framework.source,
        "missing": [
            {"unit": unit.key, "status": unit.status.value, "reason": unit.error.message if unit.error else ""}
            for unit in outcome.units
            if not unit.succeeded
        ],
        "concepts": [with_artifacts(concept, artifacts) for concept in framework.concepts],
    }


def with_artifacts(concept: Concept, artifacts: Mapping[str, JsonObject]) -> JsonObject:
    """Null for an artifact that is not there."""
    made: JsonObject = {kind: artifacts.get(content_key(kind, concept.id)) for kind in KINDS}
    return {"concept": concept.model_dump(mode="json"), **made}


def hours_note(job: RoadmapJob, framework: Framework) -> list[str]:
    """A supplied curriculum may ask for more time than there is: that is said, not refused."""
    needed, available = framework.hours, job.preferences.hours_available
    if needed is None or available is None or needed.least <= available:
        return []
    if framework.language == "zh":
        return [f"课程所需时间至少 {needed.least:g} 小时，而可用时间为 {available:g} 小时。"]
    return [f"The curriculum takes at least {needed.least:g} hours; {available:g} are available."]
