"""Opens a JSON document in the person's editor."""

import json
import shlex
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from contenthub.commands.session import Session
from contenthub.errors import LocalError

FALLBACK_EDITOR = "vi"


def edit_text(session: Session, text: str) -> str:
    """The text as it was saved; raises LocalError when there is no editor, or it gave up."""
    environ = session.surroundings.environ
    editor = environ.get("VISUAL") or environ.get("EDITOR") or FALLBACK_EDITOR
    with tempfile.TemporaryDirectory(prefix="contenthub-") as folder:
        path = Path(folder) / "review.json"
        path.write_text(text, encoding="utf-8")
        try:
            done = subprocess.run([*shlex.split(editor), str(path)], check=False)
        except OSError as error:
            raise LocalError("no_editor", editor=editor, reason=error.strerror) from error
        if done.returncode != 0:
            raise LocalError("editor_failed", editor=editor, ended_with=done.returncode)
        return path.read_text(encoding="utf-8-sig")


def as_text(document: Any) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def parse_object(text: str, *, name: str) -> dict[str, Any]:
    try:
        document = json.loads(text)
    except ValueError as error:
        raise LocalError("bad_json", name=name, reason=str(error)) from error
    if not isinstance(document, dict):
        raise LocalError("not_an_object", name=name)
    return document
