"""Step two: what one document says."""

from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.task_type import TaskContext
from chalicelib.task_types.litigation_analysis.findings import DocumentText, PackageRules
from chalicelib.task_types.litigation_analysis.package_files import package
from chalicelib.task_types.litigation_analysis.schema import Method
from chalicelib.task_types.litigation_analysis.steps.analysts import OFFLINE, provider_of


def extract(request: JsonObject, context: TaskContext) -> JsonObject:
    found = context.result_of(request["read"])
    document, rules = DocumentText.model_validate(found["text"]), package(request["package_id"])
    provider = provider_of(request, context.toolbox)
    if provider == OFFLINE:
        return {
            "extraction": _by_rules(document, rules),
            "facts": found["facts"],
            "method": _plain(Method(provider=OFFLINE)),
        }
    from chalicelib.task_types.litigation_analysis.model.extracting import extract_with_model

    model = context.toolbox.language_model(provider)
    extraction, work = extract_with_model(document, rules, model, context)
    method = work.method(provider)
    return {"extraction": extraction.model_dump(mode="json"), "facts": found["facts"], "method": _plain(method)}


def _by_rules(document: DocumentText, rules: PackageRules) -> JsonObject:
    from chalicelib.task_types.litigation_analysis.offline.extraction import extract as extract_by_rules

    return extract_by_rules(document, rules).model_dump(mode="json")


def _plain(method: Method) -> JsonObject:
    return method.model_dump(mode="json")
