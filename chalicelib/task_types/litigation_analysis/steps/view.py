"""Step four: what it means for the stated position; and the report, put together."""

from collections.abc import Sequence

from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.task_type import TaskContext
from chalicelib.task_types.litigation_analysis.findings import JointFindings, PackageRules, View
from chalicelib.task_types.litigation_analysis.package_files import package
from chalicelib.task_types.litigation_analysis.schema import (
    AnalysisResult,
    CaseDocumentReport,
    DocumentFacts,
    Method,
    TokenCount,
)
from chalicelib.task_types.litigation_analysis.steps.analysts import OFFLINE, provider_of


def view(request: JsonObject, context: TaskContext) -> JsonObject:
    joined = context.result_of(request["join"])
    joint, rules = JointFindings.model_validate(joined["findings"]), package(request["package_id"])
    methods = [Method.model_validate(method) for method in joined["methods"]]
    found, method = _view(request, context, joint, rules)
    facts = [DocumentFacts.model_validate(one) for one in joined["facts"]]
    result = AnalysisResult(
        package_id=rules.package_id,
        package_title=rules.title.said_in(joint.language),
        case_type=request["case_type"],
        case_position=request["case_position"],
        user_input=request["user_input"],
        language=joint.language,
        documents=[*_analysed(joint, facts), *_left_out(request)],
        findings=joint,
        view=found,
        method=_total([*methods, method]),
    )
    return result.model_dump(mode="json")


def _view(request: JsonObject, context: TaskContext, joint: JointFindings, rules: PackageRules) -> tuple[View, Method]:
    from chalicelib.task_types.litigation_analysis.offline.assessment import assess

    position, case_type, user_input = request["case_position"], request["case_type"], request["user_input"]
    by_rules = assess(joint, position, case_type, rules, user_input)
    provider = provider_of(request, context.toolbox)
    if provider == OFFLINE:
        return by_rules, Method(provider=OFFLINE)
    from chalicelib.task_types.litigation_analysis.model.viewing import Asked, view_with_model

    asked = Asked(joint, by_rules, rules, user_input)
    found, work = view_with_model(asked, context.toolbox.language_model(provider))
    return found, work.method(provider)


def _analysed(joint: JointFindings, facts: Sequence[DocumentFacts]) -> list[CaseDocumentReport]:
    summaries = {summary.document_id: summary for summary in joint.documents}
    reports = []
    for one in facts:
        summary = summaries.get(one.document_id)
        told = summary.model_dump(include={"kind", "title", "role", "note"}) if summary else {}
        seen = one.model_dump(include={"document_id", "file_name", "pages", "characters", "pages_without_text"})
        reports.append(CaseDocumentReport.model_validate({"state": "analysed", **seen, **told}))
    return reports


def _left_out(request: JsonObject) -> list[CaseDocumentReport]:
    return [CaseDocumentReport.model_validate(one) for one in request["left_out"]]


def _total(methods: Sequence[Method]) -> Method:
    counted = [method.usage for method in methods if method.usage is not None]
    usage = TokenCount(
        input_tokens=sum(one.input_tokens for one in counted), output_tokens=sum(one.output_tokens for one in counted)
    )
    return Method(
        provider=methods[-1].provider,
        model=methods[-1].model,
        usage=usage if counted else None,
        citations_checked=sum(method.citations_checked for method in methods),
        citations_dropped=sum(method.citations_dropped for method in methods),
    )
