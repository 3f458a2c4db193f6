"""Every error the platform raises on purpose, each with a stable code.

The code is what clients may rely on; the message is for people and is never needed to decide anything.
"""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True)
class FieldProblem:
    """One thing wrong with one field; `pointer` is a JSON pointer into the request body."""

    pointer: str
    code: str
    detail: str


class ContentHubError(Exception):
    """Base of all expected errors."""

    code: ClassVar[str] = "internal_error"
    retryable: ClassVar[bool] = False

    def __init__(self, message: str = "") -> None:
        super().__init__(message)
        self.message = message


# What a caller can get wrong


class ValidationFailedError(ContentHubError):
    code = "validation_failed"

    def __init__(self, problems: tuple[FieldProblem, ...], message: str = "") -> None:
        super().__init__(message or "; ".join(f"{p.pointer or '/'}: {p.detail}" for p in problems))
        self.problems = problems


class MalformedJsonError(ContentHubError):
    code = "malformed_json"


class BodyTooLargeError(ContentHubError):
    code = "body_too_large"


class UnsupportedMediaTypeError(ContentHubError):
    code = "unsupported_media_type"


class InvalidCursorError(ContentHubError):
    code = "invalid_cursor"


class UnknownTaskTypeError(ContentHubError):
    code = "unknown_task_type"


class UnknownAccountError(ContentHubError):
    code = "unknown_account"


class AccountInactiveError(ContentHubError):
    code = "account_inactive"


class UnknownUploadError(ContentHubError):
    code = "unknown_upload"


class IdempotencyKeyReusedError(ContentHubError):
    code = "idempotency_key_reused"


class IdempotencyInProgressError(ContentHubError):
    code = "idempotency_in_progress"


class MissingCredentialsError(ContentHubError):
    code = "missing_credentials"


class InvalidApiKeyError(ContentHubError):
    code = "invalid_api_key"


class ForbiddenError(ContentHubError):
    code = "forbidden"


class TooManyConnectionsError(ContentHubError):
    """The user has as many sockets open as one may."""

    code = "too_many_connections"


class TooManySubscriptionsError(ContentHubError):
    """The connection watches as many tasks as one may."""

    code = "too_many_subscriptions"


# What is not there, or not there any more


class NotFoundError(ContentHubError):
    code = "not_found"


class TaskNotFoundError(NotFoundError):
    code = "task_not_found"


class RecordNotFoundError(NotFoundError):
    code = "record_not_found"


class LaneNotFoundError(NotFoundError):
    code = "lane_not_found"


class ConnectionNotFoundError(NotFoundError):
    """The socket was open for too long, or was never accepted."""

    code = "connection_not_found"


class TaskExpiredError(ContentHubError):
    """The task is past its retention; what is left of it is only the knowledge that it existed."""

    code = "task_expired"


# What cannot be done in the present state


class ConflictError(ContentHubError):
    code = "state_conflict"


class TaskNotFinishedError(ConflictError):
    code = "task_not_finished"


class TaskHasNoResultError(ConflictError):
    code = "task_has_no_result"


class TaskNotRetryableError(ConflictError):
    code = "task_not_retryable"


class ReviewNotOpenError(ConflictError):
    """Decided already, timed out, or not asked for yet."""

    code = "review_not_open"


class PoolEntryConflictError(ConflictError):
    code = "pool_entry_conflict"


class RecordExistsError(ConflictError):
    code = "record_exists"


class TaskTypeDisabledError(ContentHubError):
    """New tasks of this type are switched off; existing ones go on."""

    code = "task_type_disabled"


class IllegalTransitionError(ContentHubError):
    """The state machine does not know this move: a defect in the caller, never the user's fault."""

    code = "illegal_transition"


class StaleTaskError(ContentHubError):
    """The row changed since it was read: someone else moved the task, or our lease is gone."""

    code = "stale_task"


class NotClaimableError(ContentHubError):
    """The task is finished, not due yet, cancelled or held by a living worker."""

    code = "not_claimable"


# What can go wrong while a task runs; the code ends up in the task's `error`


class TaskFailedError(ContentHubError):
    """An error of the work itself. Final unless `retryable`."""

    code = "task_failed"

    def __init__(self, message: str = "", *, operator_detail: str = "") -> None:
        super().__init__(message)
        self.operator_detail = operator_detail
        """For logs only, never shown to the owner of the task."""


class ProviderUnavailableError(TaskFailedError):
    """The provider is throttling, down or too slow: worth another attempt."""

    code = "provider_unavailable"
    retryable = True

    def __init__(
        self, message: str = "", retry_after_seconds: float | None = None, *, operator_detail: str = ""
    ) -> None:
        super().__init__(message, operator_detail=operator_detail)
        self.retry_after_seconds = retry_after_seconds


class ProviderRejectedError(TaskFailedError):
    """The provider answered and its answer is final (bad request, refused content, unusable output)."""

    code = "provider_rejected"


class MissingFrameworkError(TaskFailedError):
    """There is no curriculum and nothing to make one from."""

    code = "missing_framework"


class InvalidCurriculumError(TaskFailedError):
    """What was designed does not hold together or does not fit, however often it was tried."""

    code = "invalid_curriculum"


class ProviderNotConfiguredError(TaskFailedError):
    """The provider was asked for but is not set up (no model id, no command, no key)."""

    code = "provider_not_configured"


class SourceUnreadableError(TaskFailedError):
    code = "source_unreadable"


class ResultTooLargeError(TaskFailedError):
    code = "result_too_large"


class WorkerLostError(TaskFailedError):
    """Every attempt ended with the worker's death."""

    code = "worker_lost"


class WorkflowLostError(TaskFailedError):
    """Execution after execution ended before the workflow did."""

    code = "workflow_lost"


class WorkflowTooLargeError(TaskFailedError):
    """More units than one execution's history can hold."""

    code = "workflow_too_large"


class UnitsFailedError(TaskFailedError):
    """More units of a stage failed than the workflow tolerates."""

    code = "units_failed"


class ReviewTimedOutError(TaskFailedError):
    """Nobody decided in time."""

    code = "review_timed_out"


class ReviewRejectedError(TaskFailedError):
    """Rejected in every round there was."""

    code = "review_rejected"


class HardDeadlineExceededError(TaskFailedError):
    code = "hard_deadline_exceeded"


class UnexpectedTaskError(TaskFailedError):
    """A defect in the task type; retried, because many such errors pass."""

    code = "unexpected_error"
    retryable = True
