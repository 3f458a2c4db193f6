"""Options and arguments that several commands share; their help texts are in the catalogue, by name."""

from typing import Annotated, Literal

import typer

Language = Literal["zh", "en"]
Lane = Annotated[str, typer.Argument(metavar="LANE")]
TaskId = Annotated[str, typer.Argument(metavar="TASK_ID")]
ContentId = Annotated[str, typer.Argument(metavar="CONTENT_ID")]
PoolEntryId = Annotated[str, typer.Argument(metavar="POOL_ENTRY_ID")]
AccountId = Annotated[str, typer.Argument(metavar="ACCOUNT_ID")]
DocumentId = Annotated[str, typer.Argument(metavar="DOCUMENT_ID")]
SessionId = Annotated[str, typer.Argument(metavar="SESSION_ID")]
TaskType = Annotated[str, typer.Argument(metavar="TASK_TYPE")]
ProfileName = Annotated[str, typer.Argument(metavar="NAME")]

AccountFilter = Annotated[str | None, typer.Option("--account", "-a", metavar="ID")]
Limit = Annotated[int, typer.Option("--limit", "-n", min=1, max=1000)]
Cursor = Annotated[str | None, typer.Option("--cursor", metavar="CURSOR")]
Everything = Annotated[bool, typer.Option("--all")]

Priority = Annotated[int | None, typer.Option("--priority", "-p", min=1, max=10)]
RunAt = Annotated[str | None, typer.Option("--run-at", metavar="TIME")]
StartBy = Annotated[str | None, typer.Option("--start-by", metavar="TIME")]
CancelAfter = Annotated[str | None, typer.Option("--cancel-after", metavar="TIME")]
IdempotencyKey = Annotated[str | None, typer.Option("--idempotency-key", metavar="KEY")]
MaxWait = Annotated[str | None, typer.Option("--max-wait", metavar="DURATION")]
Wait = Annotated[bool, typer.Option("--wait")]
Watch = Annotated[bool, typer.Option("--watch", "-w")]

Provider = Annotated[Literal["offline", "bedrock", "openai"] | None, typer.Option("--provider")]
Output = Annotated[str | None, typer.Option("--output", "-o", metavar="FILE")]
DryRun = Annotated[bool, typer.Option("--dry-run")]
Yes = Annotated[bool, typer.Option("--yes", "-y")]
Reason = Annotated[str | None, typer.Option("--reason", metavar="TEXT")]
TaskIds = Annotated[list[str] | None, typer.Option("--task", metavar="TASK_ID")]
