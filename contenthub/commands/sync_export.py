"""`contenthub sync export`: the rows of a dataset as a csv file, which is whole or not there."""

import sys
from collections.abc import Iterator
from pathlib import Path

import typer

from contenthub.commands.options import Output
from contenthub.commands.session import session_of
from contenthub.commands.sync_options import DatasetId, Prefix
from contenthub.display.cells import size
from contenthub.display.counter import Counter
from contenthub.errors import LocalError
from contenthub.presigned import Download


def export(context: typer.Context, dataset_id: DatasetId, output: Output = None, prefix: Prefix = None) -> None:
    session = session_of(context)
    if output is None and session.screen.as_json:
        raise LocalError("csv_needs_file")
    parts = session.client.datasets.export(dataset_id, prefix=prefix)
    if output in (None, "-"):
        for part in parts:
            sys.stdout.buffer.write(part.data)
        sys.stdout.flush()
        return
    path = Path(str(output))
    with Counter(session.screen, "export.rows") as counter:
        written = _write_whole(path, _counted(parts, counter))
    answer = {"file": output, "bytes": written, "rows": counter.count, "content_type": "text/csv"}
    session.screen.show(
        answer,
        lambda screen, _: screen.say("done.exported", name=output, rows=f"{counter.count:,}", size=size(written)),
    )


def _counted(parts: Iterator[Download], counter: Counter) -> Iterator[bytes]:
    for part in parts:
        counter.advance(int(part.headers.get("X-Row-Count") or 0))
        yield part.data


def _write_whole(path: Path, pieces: Iterator[bytes]) -> int:
    """Under another name until it is whole, so that half an export is never taken for one."""
    unfinished = path.with_name(f"{path.name}.part")
    try:
        with unfinished.open("wb") as file:
            written = sum(file.write(piece) for piece in pieces)
        unfinished.replace(path)
    except OSError as error:
        raise LocalError("not_writable", name=str(path), reason=error.strerror) from error
    finally:
        unfinished.unlink(missing_ok=True)
    return written
