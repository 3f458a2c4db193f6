"""The plan of a case: read every document, extract from each, join, and look at it from the position."""

from chalicelib.domain.errors import UnitsFailedError
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.task_type import Outcome
from chalicelib.domain.workflow import EndedUnit, Plan, Stage, StageOutcome, Unit, fan_out

READ, EXTRACT, JOIN, VIEW = "read", "extract", "join", "view"
ALL_MAY_FAIL = 1.0
"""What cannot be read or analysed is reported, and the others go on; none at all fails the case here."""
LONGEST_NAME_IN_KEY = 80
MOST_REASONS_TOLD = 3
_SHARED = ("package_id", "case_type", "case_position", "language", "provider")


class NoReadableDocumentError(UnitsFailedError):
    code = "no_readable_document"


class NoAnalysedDocumentError(UnitsFailedError):
    code = "no_analysed_document"


def plan(request: JsonObject) -> Plan:
    documents = {unit_key(n, document["file_name"]): document for n, document in enumerate(request["documents"], 1)}
    shared = {name: request[name] for name in _SHARED if name in request}
    reading = yield from fan_out(Stage(READ, _read_units(documents), ALL_MAY_FAIL))
    if not _succeeded(reading):
        raise NoReadableDocumentError(f"none of the documents could be read: {_reasons(reading.units, documents)}")
    extracting = yield from fan_out(Stage(EXTRACT, _extract_units(reading, shared), ALL_MAY_FAIL))
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


def unit_key(number: int, file_name: str) -> str:
    """Names a document's units: its place in the request makes it unique, its name tells people which it is."""
    return f"{number:03} {file_name[:LONGEST_NAME_IN_KEY]}"


def _read_units(documents: dict[str, JsonObject]) -> tuple[Unit, ...]:
    return tuple(Unit(key, {"step": READ, **document}) for key, document in documents.items())


def _extract_units(reading: StageOutcome, shared: JsonObject) -> tuple[Unit, ...]:
    return tuple(Unit(u.key, {"step": EXTRACT, **shared, "read": u.task_id}) for u in _succeeded(reading))


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
