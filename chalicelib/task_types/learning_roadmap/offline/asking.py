"""Makes a question of a right answer and wrong ones, in an order that chance seems to have made but always the same."""

import hashlib
from collections.abc import Iterable, Sequence

from pydantic import ValidationError

from chalicelib.task_types.learning_roadmap.artifacts import Option, Question, QuestionKind, bare
from chalicelib.task_types.learning_roadmap.offline.definitions import key_of

LETTERS = "ABCDEFGH"
WRONG_OPTIONS = 3
FEWEST_WRONG = 2


def asked(kind: QuestionKind, question: str, right: str, wrong: Iterable[str], explanation: str) -> Question | None:
    """None where there are too few wrong options, or where the question would not be valid."""
    spelled = key_of if kind in ("cloze", "definition") else bare
    taken = {spelled(right)}
    options = [right]
    for text in wrong:
        if spelled(text) not in taken and len(options) <= WRONG_OPTIONS:
            taken.add(spelled(text))
            options.append(text)
    if len(options) <= FEWEST_WRONG:
        return None
    return built(kind, question, shuffled(options, question), right, explanation)


def built(kind: QuestionKind, question: str, options: Sequence[str], right: str, explanation: str) -> Question | None:
    lettered = [Option(id=letter, text=text) for letter, text in zip(LETTERS, options, strict=False)]
    answers = [option.id for option in lettered if option.text == right]
    try:
        return Question(kind=kind, question=question, options=lettered, answers=answers, explanation=explanation)
    except ValidationError:
        return None


def shuffled(items: Iterable[str], salt: str) -> list[str]:
    return sorted(items, key=lambda item: hashlib.sha256(f"{salt}\n{item}".encode()).digest())
