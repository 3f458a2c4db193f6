"""The schemas of all models: those of the routes and those of the task types."""

from collections.abc import Iterator, Mapping, Sequence
from types import ModuleType, UnionType
from typing import Any, Literal, get_args

from pydantic import BaseModel
from pydantic.json_schema import JsonSchemaMode, models_json_schema

from chalicelib.domain.json_types import JsonObject
from chalicelib.entrypoints.http.operation import Operation
from chalicelib.entrypoints.http.problem import Problem

REF_TEMPLATE = "#/components/schemas/{model}"
Key = tuple[type[BaseModel], JsonSchemaMode]
IN: Literal["validation"] = "validation"
OUT: Literal["serialization"] = "serialization"


class SchemaBook:
    """Every model once, by name; what is sent and what is answered may differ."""

    def __init__(self, operations: Sequence[Operation], task_types: Mapping[str, ModuleType]) -> None:
        self._task_types = task_types
        keys: dict[Key, None] = dict.fromkeys(_of_operations(operations))
        keys |= dict.fromkeys([(Problem, OUT), *_of_task_types(task_types)])
        self._refs, definitions = models_json_schema(list(keys), ref_template=REF_TEMPLATE)
        self._components: dict[str, JsonObject] = definitions["$defs"]
        self._tie_task_types_to_bodies()

    def components(self) -> dict[str, JsonObject]:
        """Without those of query strings, which stand in their operations as parameters."""
        return {name: schema for name, schema in sorted(self._components.items()) if not name.endswith("Query")}

    def body(self, model: type[BaseModel]) -> JsonObject:
        return self._refs[model, IN]

    def answer(self, model: Any) -> JsonObject:
        """Of a model, or of any of several."""
        members = members_of(model)
        refs = [self._refs[member, OUT] for member in members]
        return refs[0] if len(refs) == 1 else {"anyOf": refs}

    def query(self, model: type[BaseModel]) -> JsonObject:
        return self._resolved(self._refs[model, IN])

    def _resolved(self, schema: JsonObject) -> JsonObject:
        return self._components[schema["$ref"].rsplit("/", 1)[1]]

    def _tie_task_types_to_bodies(self) -> None:
        """Each task type's request where it belongs: beside its name, or mixed into the body of its own route."""
        requests = {name: self._refs[part.REQUEST_MODEL, IN] for name, part in self._task_types.items()}
        for schema in self._components.values():
            name = schema.pop("x-request-of-task-type", None)
            if name in requests:
                _mix(schema, self._resolved(requests[name]))
        submit = self._components.get("SubmitBody")
        if submit and requests:
            submit["oneOf"] = [
                _variant(name, ref, needed=bool(self._resolved(ref).get("required"))) for name, ref in requests.items()
            ]
            submit["properties"]["task_type"]["enum"] = list(requests)


def members_of(model: Any) -> tuple[type[BaseModel], ...]:
    return get_args(model) if isinstance(model, UnionType) else (model,)


def _variant(task_type: str, request: JsonObject, *, needed: bool) -> JsonObject:
    """A task type that needs nothing to be told may be submitted without a request."""
    properties = {"task_type": {"const": task_type}, "request": request}
    return {"title": task_type, "properties": properties, "required": ["task_type", *(["request"] if needed else [])]}


def _mix(body: JsonObject, request: JsonObject) -> None:
    left_out = body.pop("x-without", [])
    asked = {name: schema for name, schema in request["properties"].items() if name not in left_out}
    body["properties"] = {**asked, **body["properties"]}
    body["required"] = [*request.get("required", []), *body.get("required", [])]
    body["additionalProperties"] = False
    body.setdefault("examples", request.get("examples", []))


def _of_operations(operations: Sequence[Operation]) -> Iterator[Key]:
    for operation in operations:
        yield operation.query_model, IN
        if operation.body_model is not None:
            yield operation.body_model, IN
        for model in operation.answers.values():
            if model is not None:
                yield from ((member, OUT) for member in members_of(model))


def _of_task_types(task_types: Mapping[str, ModuleType]) -> Iterator[Key]:
    for part in task_types.values():
        yield part.REQUEST_MODEL, IN
        yield part.RESULT_MODEL, OUT
