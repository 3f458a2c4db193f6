"""Checks a request before it is stored, and completes it with the account's profile."""

from chalicelib.domain.errors import (
    AccountInactiveError,
    ProviderNotConfiguredError,
    UnknownAccountError,
    UnknownUploadError,
)
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.publishing import ACCOUNT
from chalicelib.domain.task_type import SubmissionDesk
from chalicelib.domain.validation import validated
from chalicelib.task_types.content_generation.schema import ContentRequest

_PROFILE_FIELDS = ("name", "platform", "audience", "tone", "language")


def prepare(request: JsonObject, desk: SubmissionDesk) -> JsonObject:
    """The account is copied into the request, so that the worker needs no further read.

    Raises ValidationFailedError, UnknownAccountError, AccountInactiveError, UnknownUploadError,
    ProviderNotConfiguredError.
    """
    asked = validated(ContentRequest, request, pointer="/request")
    _check_means(asked, desk)
    account = desk.record(ACCOUNT, asked.account_id)
    if account is None:
        raise UnknownAccountError(f"there is no account {asked.account_id}")
    if not account.body.get("active", True):
        raise AccountInactiveError(f"account {asked.account_id} is not active")
    profile = {name: account.body.get(name) for name in _PROFILE_FIELDS}
    return {**asked.model_dump(exclude_none=True), "account": {"account_id": account.id, **profile}}


def _check_means(asked: ContentRequest, desk: SubmissionDesk) -> None:
    if asked.provider is not None and not desk.provider_configured(asked.provider):
        raise ProviderNotConfiguredError(f"provider {asked.provider} is not configured here")
    if asked.source_upload_id is not None and not desk.upload_exists(asked.source_upload_id):
        raise UnknownUploadError(f"nothing was uploaded under {asked.source_upload_id}")
