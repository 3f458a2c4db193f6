"""The plan of a case: read every document, extract from each, join, and look at it from the position."""

from chalicelib.domain.errors import SourceUnreadableError
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.task_type import Outcome
from chalicelib.domain.workflow import EndedUnit, Plan, Stage, StageOutcome, Unit, fan_out

READ, EXTRACT, JOIN, VIEW = "read", "extract", "join", "view"
ALL_MAY_FAIL = 1.0
"""What cannot be read or analysed is reported, and the others go on; none at all fails the case here."""
LONGEST_NAME_IN_KEY = 80
MOST_REASONS_TOLD = 3
_SHARED = ("package_id", "case_type", "case_position", "language", "provider")


class NoReadableDocumentError(SourceUnreadableError):
    code = "no_readable_document"


class NoAnalysedDocumentError(SourceUnreadableError):
    code = "no_analysed_document"


def plan(request: JsonObject) -> Plan:
    documents, shared = documents_by_key(request), _shared(request)
    reading = yield from fan_out(read_stage(request))
    if not _succeeded(reading):
        raise NoReadableDocumentError(f"none of the documents could be read: {_reasons(reading.units, documents)}")
    readable = {unit.key: unit.task_id for unit in _succeeded(reading)}
    extracting = yield from fan_out(extract_stage(request, readable))
    if not _succeeded(extracting):
        raise NoAnalysedDocumentError(f"no document could be analysed: {_reasons(extracting.units, documents)}")
    extractions = [unit.task_id for unit in _succeeded(extracting)]
    joining = yield from fan_out(Stage(JOIN, (Unit("case", {"step": JOIN, **shared, "extractions": extractions}),)))
    view = {
        "step": VIEW,
        **shared,
        "user_input": request.get("user_input", ""),
        "join": joining.units[0].task_id,
        "left_out": _left_out(reading, extracting, documents),
    }
    viewing = yield from fan_out(Stage(VIEW, (Unit("case", view),)))
    return Outcome(viewing.result("case"))


def documents_by_key(request: JsonObject) -> dict[str, JsonObject]:
    """A document's key names its units: its place makes it unique, its name tells people which it is."""
    documents = enumerate(request["documents"], 1)
    return {f"{n:03} {document['file_name'][:LONGEST_NAME_IN_KEY]}": document for n, document in documents}


def read_stage(request: JsonObject) -> Stage:
    documents = documents_by_key(request)
    units = tuple(Unit(key, {"step": READ, **document}) for key, document in documents.items())
    return Stage(READ, units, ALL_MAY_FAIL)


def extract_stage(request: JsonObject, readable: dict[str, str]) -> Stage:
    """`readable` are the read units that succeeded: their task ids by key."""
    shared = _shared(request)
    units = tuple(Unit(key, {"step": EXTRACT, **shared, "read": task_id}) for key, task_id in readable.items())
    return Stage(EXTRACT, units, ALL_MAY_FAIL)


def _shared(request: JsonObject) -> JsonObject:
    return {name: request[name] for name in _SHARED if name in request}


def _succeeded(stage: StageOutcome) -> list[EndedUnit]:
    return [unit for unit in stage.units if unit.succeeded]


def _left_out(reading: StageOutcome, extracting: StageOutcome, documents: dict[str, JsonObject]) -> list[JsonObject]:
    """The documents the report has to do without, each with the reason."""
    failed = [(unit, "unread") for unit in reading.units if not unit.succeeded]
    failed += [(unit, "not_analysed") for unit in extracting.units if not unit.succeeded]
    return [
        {
            **documents[unit.key],
            "state": state,
            "code": unit.error.code if unit.error else str(unit.status),
            "reason": unit.error.message if unit.error else f"it was {unit.status}",
        }
        for unit, state in sorted(failed, key=lambda pair: pair[0].key)
    ]


def _reasons(units: tuple[EndedUnit, ...], documents: dict[str, JsonObject]) -> str:
    told = [
        f"{documents[unit.key]['file_name']}: {unit.error.message if unit.error else unit.status}"
        for unit in units[:MOST_REASONS_TOLD]
    ]
    more = len(units) - len(told)
    return "; ".join(told) + (f"; and {more} more" if more > 0 else "")
