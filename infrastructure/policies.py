"""Renders a function's permissions as an IAM policy: for a template, or with an account's own values."""

from collections.abc import Callable, Mapping
from typing import Any

from infrastructure.permissions import PolicyScope, Statement, machine_statements, statements

Policy = dict[str, Any]


def policy_template(function: str, scope: PolicyScope) -> Policy:
    """The policy with intrinsic functions, for a CloudFormation template."""
    return _document(function, scope, lambda resource: {"Fn::Sub": resource})


def machine_policy_template() -> Policy:
    """The policy of the state machine's role, for a template whose stage is a parameter."""
    return {
        "Version": "2012-10-17",
        "Statement": [_row(row, lambda resource: {"Fn::Sub": resource}) for row in machine_statements("${Stage}")],
    }


def policy_document(function: str, scope: PolicyScope, *, values: Mapping[str, str]) -> Policy:
    """The policy with `values` for `AWS::Region` and the like: `chalice deploy` sends it to IAM as it is."""

    def filled_in(resource: str) -> str:
        for name, value in values.items():
            resource = resource.replace(f"${{{name}}}", value)
        return resource

    return _document(function, scope, filled_in)


def _document(function: str, scope: PolicyScope, render: Callable[[str], object]) -> Policy:
    rows = [_row(statement, render) for statement in statements(function, scope)]
    return {"Version": "2012-10-17", "Statement": rows}


def _row(statement: Statement, render: Callable[[str], object]) -> dict[str, Any]:
    row = {
        "Sid": statement.sid,
        "Effect": "Allow",
        "Action": list(statement.actions),
        "Resource": [each if each == "*" else render(each) for each in statement.resources],
    }
    if not statement.only_functions:
        return row
    functions = [render(each) for each in statement.only_functions]
    return {**row, "Condition": {"ArnEquals": {"lambda:FunctionArn": functions}}}
