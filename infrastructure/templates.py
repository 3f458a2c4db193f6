"""Renders the storage and operations templates: YAML files plus one fragment for each lane and function."""

import hashlib
import json
from pathlib import Path
from typing import Any

from chalice.package import YAMLTemplateSerializer

from infrastructure.dashboard import dashboard_body
from infrastructure.naming import FILE_EVENTS_QUEUE, FUNCTIONS, LANES, QUEUES, function_name, logical_id
from infrastructure.policies import machine_policy_template

Template = dict[str, Any]

TEMPLATES = Path(__file__).parent / "templates"


def storage_template() -> Template:
    template = _load("storage.yaml")
    for queue in QUEUES:
        _add(template, _load("storage_lane.yaml", Lane=logical_id(queue), lane=queue))
    _add_statement(template, f"{logical_id(FILE_EVENTS_QUEUE)}QueuePolicy", template["Metadata"].pop("BucketTells"))
    for function in FUNCTIONS:
        name = function_name("${Stage}", function)
        _add(template, _load("storage_function.yaml", Function=logical_id(function), function=name))
    return template


def operations_template() -> Template:
    template = _load("operations.yaml")
    for queue in QUEUES:
        _add(template, _load("operations_lane.yaml", Lane=logical_id(queue), lane=queue))
    _add(template, _load("operations_workflow.yaml"))
    (policy,) = template["Resources"]["WorkflowMachineRole"]["Properties"]["Policies"]
    policy["PolicyDocument"] = machine_policy_template()
    body = json.dumps(dashboard_body(LANES), separators=(",", ":"))
    template["Resources"]["Dashboard"]["Properties"]["DashboardBody"] = {"Fn::Sub": body}
    return template


def load_json(path: Path) -> Template:
    loaded: Template = json.loads(path.read_text())
    return loaded


def fingerprint_of(value: object) -> str:
    """Equal for equal content, whatever the order of keys."""
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()[:16]


def _load(file_name: str, **replacements: str) -> Template:
    text = (TEMPLATES / file_name).read_text()
    for placeholder, value in replacements.items():
        text = text.replace(f"__{placeholder}__", value)
    loaded: Template = YAMLTemplateSerializer().load_template(text, file_name)
    return loaded


def _add_statement(template: Template, policy: str, statement: Template) -> None:
    """A queue has one policy, to which the statement belongs; what was all of it before keeps its condition."""
    resource = template["Resources"][policy]
    document = resource["Properties"]["PolicyDocument"]
    condition = resource.pop("Condition")
    kept = [{"Fn::If": [condition, before, {"Ref": "AWS::NoValue"}]} for before in document["Statement"]]
    document["Statement"] = [statement, *kept]
    if not template["Metadata"]:
        del template["Metadata"]


def _add(template: Template, fragment: Template) -> None:
    for section, entries in fragment.items():
        target = template.setdefault(section, {})
        if clash := target.keys() & entries.keys():
            raise ValueError(f"{section} {sorted(clash)} is in the template already")
        target.update(entries)
