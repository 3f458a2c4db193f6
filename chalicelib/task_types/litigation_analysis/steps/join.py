"""Step three: what the documents say together, by the same rules whoever extracted."""

from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.task_type import TaskContext
from chalicelib.task_types.litigation_analysis.findings import Extraction
from chalicelib.task_types.litigation_analysis.package_files import package


def join(request: JsonObject, context: TaskContext) -> JsonObject:
    from chalicelib.task_types.litigation_analysis.offline.joining import join as join_by_rules

    ids = request["extractions"]
    extractions: list[Extraction] = []
    facts: list[JsonObject] = []
    methods: list[JsonObject] = []
    for place, task_id in enumerate(ids):
        context.progress(place, len(ids), "loading")
        found = context.result_of(task_id)
        extractions.append(Extraction.model_validate(found["extraction"]))
        facts.append(found["facts"])
        methods.append(found["method"])
    joint = join_by_rules(extractions, package(request["package_id"]))
    if request.get("language"):
        joint = joint.model_copy(update={"language": request["language"]})
    return {"findings": joint.model_dump(mode="json"), "facts": facts, "methods": methods}
