"""What the commands of data sync share: how files are described, chosen and synced."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

import typer

from contenthub.commands.listing import given
from contenthub.commands.session import Session

DataKind = Literal["orders", "products", "traffic", "payments", "spending", "generic"]
FileState = Literal["registered", "uploaded", "syncing", "interrupted", "synced", "rejected", "failed", "skipped"]

FileId = Annotated[str, typer.Argument(metavar="FILE_ID")]
FileIds = Annotated[list[str] | None, typer.Argument(metavar="FILE_ID")]
DatasetId = Annotated[str, typer.Argument(metavar="DATASET")]
Prefix = Annotated[str | None, typer.Option("--prefix", metavar="KEY")]
Platform = Annotated[str | None, typer.Option("--platform", metavar="NAME")]
Account = Annotated[str | None, typer.Option("--account", "-a", metavar="NAME")]
Kind = Annotated[DataKind | None, typer.Option("--kind", "-k")]
State = Annotated[FileState | None, typer.Option("--state", "-s")]
Since = Annotated[str | None, typer.Option("--since", metavar="TIME")]
Until = Annotated[str | None, typer.Option("--until", metavar="TIME")]

KeyColumns = Annotated[list[str] | None, typer.Option("--key", metavar="COLUMN")]
WarnBelow = Annotated[float | None, typer.Option("--warn-below", min=0, max=100, metavar="SCORE")]
RejectBelow = Annotated[float | None, typer.Option("--reject-below", min=0, max=100, metavar="SCORE")]
Resync = Annotated[bool, typer.Option("--resync")]


def chosen_options(
    *,
    dry_run: bool,
    key: list[str] | None = None,
    warn_below: float | None = None,
    reject_below: float | None = None,
    resync: bool = False,
) -> dict[str, Any]:
    return given(
        dry_run=dry_run or None,
        key_columns=key,
        warn_below=warn_below,
        reject_below=reject_below,
        resync=resync or None,
    )


def filters(session: Session, words: Mapping[str, str | None], *, since: str | None, until: str | None) -> Any:
    """`words` are the filters by platform, account, kind and state."""
    return given(
        **words,
        created_after=session.moment(since, backwards=True),
        created_before=session.moment(until, backwards=True),
    )
