"""Checks a request before it is stored, and completes it with the account's profile."""

from collections.abc import Callable

from chalicelib.domain.errors import AccountInactiveError, UnknownAccountError
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.publishing import ACCOUNT
from chalicelib.domain.record import Record
from chalicelib.domain.validation import validated
from chalicelib.task_types.content_generation.schema import ContentRequest

_PROFILE_FIELDS = ("name", "platform", "audience", "tone", "language")


def prepare(request: JsonObject, lookup: Callable[[str, str], Record | None]) -> JsonObject:
    """The account is copied into the request, so that the worker needs no further read.

    Raises ValidationFailedError, UnknownAccountError, AccountInactiveError.
    """
    asked = validated(ContentRequest, request, pointer="/request")
    account = lookup(ACCOUNT, asked.account_id)
    if account is None:
        raise UnknownAccountError(f"there is no account {asked.account_id}")
    if not account.body.get("active", True):
        raise AccountInactiveError(f"account {asked.account_id} is not active")
    profile = {name: account.body.get(name) for name in _PROFILE_FIELDS}
    return {**asked.model_dump(exclude_none=True), "account": {"account_id": account.id, **profile}}
