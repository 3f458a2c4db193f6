"""The conversation of an interactive review: approve, reject with a reason, edit and approve, or leave it open."""

from collections.abc import Callable
from typing import Any

from contenthub.commands.asking import ask
from contenthub.commands.editing import as_text, edit_text, parse_object
from contenthub.commands.session import Session
from contenthub.curricula import for_editing
from contenthub.display.problems import report_error
from contenthub.display.review import print_subject
from contenthub.errors import LocalError, RefusedError

Decide = Callable[..., None]
WORDS = {
    "approve": ("a", "approve", "批准", "通过"),
    "reject": ("r", "reject", "退回", "拒绝"),
    "edit": ("e", "edit", "编辑", "修改"),
    "leave": ("q", "quit", "", "退出"),
}


class ReviewDialogue:
    def __init__(self, session: Session, task_id: str, subject: dict[str, Any]) -> None:
        self._session = session
        self._task_id = task_id
        self._original = as_text(for_editing(subject))
        self._text = self._original

    def run(self, decide: Decide) -> None:
        """Returns when a decision was sent, or when the review was left open."""
        while True:
            wish = _meaning(ask(self._session, "review.ask"))
            if wish == "leave":
                self._session.screen.note("review.left_open", task_id=self._task_id)
                return
            if wish == "edit":
                self._edit()
            elif wish and self._sent(wish, decide):
                return

    def _edit(self) -> None:
        """What was edited is kept until it is approved; an edit that cannot be read can be mended."""
        try:
            self._text = edit_text(self._session, self._text)
            edited = parse_object(self._text, name="review.json")
        except LocalError as error:
            report_error(self._session.screen, error)
            return
        if self._text == self._original:
            self._session.screen.note("review.not_edited")
            return
        print_subject(self._session.screen, edited)
        self._session.screen.note("review.edited")

    def _sent(self, wish: str, decide: Decide) -> bool:
        comments = ask(self._session, "review.ask_comments") if wish == "reject" else None
        if comments == "":
            return False
        try:
            edited = wish == "approve" and self._text != self._original
            edit = parse_object(self._text, name="review.json") if edited else None
            decide(self._session, self._task_id, wish, comments=comments, edit=edit)
        except (RefusedError, LocalError) as error:
            report_error(self._session.screen, error)
            return False
        return True


def _meaning(answer: str) -> str | None:
    return next((wish for wish, words in WORDS.items() if answer.lower() in words), None)
