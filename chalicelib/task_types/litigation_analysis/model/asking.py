"""Asks a model for JSON of a given shape, and once more when the answer cannot be used."""

import json
import re
from dataclasses import dataclass, field
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from chalicelib.domain.errors import ProviderRejectedError
from chalicelib.domain.ports.generation import Completion, LanguageModel
from chalicelib.task_types.litigation_analysis.case import Provider
from chalicelib.task_types.litigation_analysis.schema import Method, TokenCount

Answer = TypeVar("Answer", bound=BaseModel)

TEMPERATURE = 0.0
MAX_TOKENS = 8000
LONGEST_QUOTED_ANSWER = 20_000
_FENCE = re.compile(r"```(?:json)?\s*(.*?)```", re.DOTALL)
_REPAIR = (
    "Your last answer cannot be used: {problem}\nThe last answer was:\n{answer}\n"
    "Answer with the corrected JSON object only, no code fence, no comment."
)


@dataclass
class Work:
    """What was asked of the model, and what became of its citations."""

    calls: list[Completion] = field(default_factory=list)
    checked: int = 0
    dropped: int = 0

    def add(self, other: "Work") -> None:
        self.calls += other.calls
        self.checked += other.checked
        self.dropped += other.dropped

    def method(self, provider: Provider) -> Method:
        counted = [call for call in self.calls if call.input_tokens is not None and call.output_tokens is not None]
        usage = TokenCount(
            input_tokens=sum(call.input_tokens or 0 for call in counted),
            output_tokens=sum(call.output_tokens or 0 for call in counted),
        )
        return Method(
            provider=provider,
            model=self.calls[-1].model if self.calls else None,
            usage=usage if counted else None,
            citations_checked=self.checked,
            citations_dropped=self.dropped,
        )


class _UnusableAnswerError(Exception):
    """The message says why, in words the model can act on."""


def ask(model: LanguageModel, system: str, prompt: str, shape: type[Answer], work: Work) -> Answer:
    """Raises what the model raises, and ProviderRejectedError when two answers in a row are unusable."""
    first = _complete(model, system, prompt, work)
    try:
        return _parsed(first, shape)
    except _UnusableAnswerError as problem:
        repair = _REPAIR.format(problem=problem, answer=first[:LONGEST_QUOTED_ANSWER])
    second = _complete(model, system, f"{prompt}\n\n{repair}", work)
    try:
        return _parsed(second, shape)
    except _UnusableAnswerError as problem:
        raise ProviderRejectedError(
            "the model did not answer in the required form, not even when asked again", operator_detail=str(problem)
        ) from problem


def _complete(model: LanguageModel, system: str, prompt: str, work: Work) -> str:
    call = model.complete(system=system, prompt=prompt, max_tokens=MAX_TOKENS, temperature=TEMPERATURE)
    work.calls.append(call)
    return call.text


def _parsed(text: str, shape: type[Answer]) -> Answer:
    """Accepts the bare object, and one in a code fence or between other words."""
    fenced = _FENCE.search(text)
    inner = fenced.group(1) if fenced else text
    try:
        found: Any = json.loads(inner[inner.find("{") : inner.rfind("}") + 1])
        return shape.model_validate(found)
    except ValidationError as error:
        wrong = [f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors(include_url=False)]
        raise _UnusableAnswerError("; ".join(wrong[:10])) from error
    except ValueError as error:
        raise _UnusableAnswerError(f"it is not a JSON object ({error})") from error
