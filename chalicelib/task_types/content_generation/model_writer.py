"""Has a language model write the article, and checks what comes back."""

import json
import re
from typing import Any

from pydantic import ValidationError

from chalicelib.domain.errors import ProviderRejectedError
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.ports.generation import Completion, LanguageModel
from chalicelib.domain.text.language import detect_language
from chalicelib.task_types.content_generation.article import Article
from chalicelib.task_types.content_generation.brief import Brief
from chalicelib.task_types.content_generation.drafts import Draft
from chalicelib.task_types.content_generation.prompts import repair_prompt, system_prompt, user_prompt
from chalicelib.task_types.content_generation.schema import Usage

MAX_TOKENS = {"short": 1500, "medium": 3000, "long": 6000}
TEMPERATURE = 0.4
_FENCE = re.compile(r"```(?:json)?\s*(.*?)```", re.DOTALL)
_NUMBER = re.compile(r"\d[\d.,]*\d|\d")


class _UnusableAnswerError(Exception):
    """The model's answer is no article; the message says why, in words the model can act on."""


def write_with_model(brief: Brief, model: LanguageModel) -> Draft:
    """Raises what the model raises, and ProviderRejectedError when two answers in a row are unusable."""
    language = brief.language or detect_language(brief.reference_text or brief.topic)
    system = system_prompt(brief, language)
    first = _ask(model, system, user_prompt(brief, language), brief)
    try:
        return _draft(brief, parse_article(first.text, language), [first])
    except _UnusableAnswerError as problem:
        prompt = user_prompt(brief, language) + "\n\n" + repair_prompt(first.text, str(problem), language)
    second = _ask(model, system, prompt, brief)
    try:
        return _draft(brief, parse_article(second.text, language), [first, second])
    except _UnusableAnswerError as problem:
        raise ProviderRejectedError(
            "the model did not answer with an article, not even when asked again", operator_detail=str(problem)
        ) from problem


def parse_article(text: str, language: str) -> Article:
    """Accepts the bare object, and one in a code fence or between other words."""
    try:
        return Article.model_validate({"language": language, **_json_object(text)})
    except ValidationError as error:
        wrong = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors(include_url=False))
        raise _UnusableAnswerError(wrong) from error


def _json_object(text: str) -> dict[str, Any]:
    fenced = _FENCE.search(text)
    inner = fenced.group(1) if fenced else text
    start, end = inner.find("{"), inner.rfind("}")
    try:
        found = json.loads(inner[start : end + 1])
    except ValueError as error:
        raise _UnusableAnswerError(f"it is not a JSON object ({error})") from error
    if not isinstance(found, dict):
        raise _UnusableAnswerError("it is not a JSON object")
    return found


def _ask(model: LanguageModel, system: str, prompt: str, brief: Brief) -> Completion:
    return model.complete(system=system, prompt=prompt, max_tokens=MAX_TOKENS[brief.length], temperature=TEMPERATURE)


def _draft(brief: Brief, article: Article, calls: list[Completion]) -> Draft:
    grounding: JsonObject = {
        "mode": "model",
        "reference_given": bool(brief.reference_text.strip()),
        "repaired": len(calls) > 1,
    }
    if brief.reference_text.strip():
        grounding["numbers_not_in_reference"] = _foreign_numbers(article, brief)
    return Draft(article, grounding, model=calls[-1].model, usage=_total_usage(calls))


def _foreign_numbers(article: Article, brief: Brief) -> list[str]:
    """Figures that the reference text does not have: the first thing an editor should check."""
    known = set(_NUMBER.findall(brief.reference_text + brief.topic))
    text = " ".join(paragraph for section in article.sections for paragraph in section.paragraphs)
    return list(dict.fromkeys(number for number in _NUMBER.findall(text) if number not in known))


def _total_usage(calls: list[Completion]) -> Usage | None:
    counted = [call for call in calls if call.input_tokens is not None and call.output_tokens is not None]
    if not counted:
        return None
    return Usage(
        input_tokens=sum(call.input_tokens or 0 for call in counted),
        output_tokens=sum(call.output_tokens or 0 for call in counted),
    )
