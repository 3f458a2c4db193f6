"""Renders a function's permissions as an IAM policy: for a template, or with an account's own values."""

from collections.abc import Callable, Mapping
from typing import Any

from infrastructure.permissions import PolicyScope, statements

Policy = dict[str, Any]


def policy_template(function: str, scope: PolicyScope) -> Policy:
    """The policy with intrinsic functions, for a CloudFormation template."""
    return _document(function, scope, lambda resource: {"Fn::Sub": resource})


def policy_document(function: str, scope: PolicyScope, *, values: Mapping[str, str]) -> Policy:
    """The policy with `values` for `AWS::Region` and the like: `chalice deploy` sends it to IAM as it is."""

    def filled_in(resource: str) -> str:
        for name, value in values.items():
            resource = resource.replace(f"${{{name}}}", value)
        return resource

    return _document(function, scope, filled_in)


def _document(function: str, scope: PolicyScope, render: Callable[[str], object]) -> Policy:
    rows = [
        {
            "Sid": row.sid,
            "Effect": "Allow",
            "Action": list(row.actions),
            "Resource": [each if each == "*" else render(each) for each in row.resources],
        }
        for row in statements(function, scope)
    ]
    return {"Version": "2012-10-17", "Statement": rows}
