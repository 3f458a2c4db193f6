"""Which AWS error is it?"""

from botocore.exceptions import ClientError

CONDITION_FAILED = "ConditionalCheckFailedException"
TRANSACTION_CONFLICT = "TransactionConflictException"
TRANSACTION_CANCELLED = "TransactionCanceledException"


def code_of(error: ClientError) -> str:
    return error.response.get("Error", {}).get("Code", "")


def lost_the_race(error: ClientError) -> bool:
    """The condition was false, or somebody's transaction is writing the item right now: both mean too late."""
    return code_of(error) in (CONDITION_FAILED, TRANSACTION_CONFLICT)


def cancellation_reasons(error: ClientError) -> list[str]:
    """Why a transaction was cancelled, one code an item; "None" for items that were fine."""
    reasons = error.response.get("CancellationReasons", [])
    return [reason.get("Code", "None") for reason in reasons]
