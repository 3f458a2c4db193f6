"""Has a language model fill a schema, and gives it one chance to repair what does not fit."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from chalicelib.domain.errors import ProviderRejectedError
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.ports.generation import LanguageModel
from chalicelib.task_types.learning_roadmap.artifacts import Quiz, Resources, Tutorial
from chalicelib.task_types.learning_roadmap.briefs import ConceptBrief
from chalicelib.task_types.learning_roadmap.designing import DesignBrief, Intent
from chalicelib.task_types.learning_roadmap.framework import Framework
from chalicelib.task_types.learning_roadmap.model.prompts import (
    concept_prompt,
    design_prompt,
    repair_prompt,
    system_prompt,
)
from chalicelib.task_types.learning_roadmap.stages import DESIGN, INTENT

MAX_TOKENS = {INTENT: 1000, DESIGN: 16_000, "tutorial": 6000, "resources": 2000, "quiz": 4000}
TEMPERATURE = 0.3
MODEL_BY_ARTIFACT: dict[str, type[BaseModel]] = {"tutorial": Tutorial, "resources": Resources, "quiz": Quiz}
_FENCE = re.compile(r"```(?:json)?\s*(.*?)```", re.DOTALL)
_URL = re.compile(r"https?://[^\s\"'<>)\]]+")
_SHOWN_PROBLEM = 1500

Answer = TypeVar("Answer", bound=BaseModel)


@dataclass(frozen=True)
class ModelWriter:
    model: LanguageModel

    def intent(self, brief: DesignBrief) -> JsonObject:
        return self._design(INTENT, Intent, brief)

    def framework(self, brief: DesignBrief) -> JsonObject:
        return self._design(DESIGN, Framework, brief)

    def artifact(self, kind: str, brief: ConceptBrief) -> JsonObject:
        """Raises ProviderRejectedError when two answers in a row cannot be used, and what the model raises."""
        schema = MODEL_BY_ARTIFACT[kind]
        prompt = concept_prompt(brief)
        system = system_prompt(kind, schema, brief.language, brief.level)
        return _plain(
            self._asked(kind, schema, system, prompt, lambda answer: _refuse_invented_addresses(answer, prompt))
        )

    def _design(self, artifact: str, schema: type[BaseModel], brief: DesignBrief) -> JsonObject:
        system = system_prompt(artifact, schema, brief.language, brief.preferences.level)
        return _plain(self._asked(artifact, schema, system, design_prompt(brief), _accept))

    def _asked(
        self, artifact: str, schema: type[Answer], system: str, prompt: str, check: Callable[[BaseModel], None]
    ) -> Answer:
        problem, asked = "", prompt
        for _ in range(2):
            told = self.model.complete(
                system=system, prompt=asked, max_tokens=MAX_TOKENS[artifact], temperature=TEMPERATURE
            ).text
            try:
                answer = schema.model_validate(_json_object(told))
                check(answer)
                return answer
            except ValueError as error:
                problem = _said(error)
                asked = f"{prompt}\n\n{repair_prompt(told, problem)}"
        raise ProviderRejectedError(
            f"the model did not answer with a usable {artifact}, not even when asked again", operator_detail=problem
        )


def _json_object(text: str) -> Any:
    fenced = _FENCE.search(text) if not text.lstrip().startswith("{") else None
    inner = fenced.group(1) if fenced else text
    return json.loads(inner[inner.find("{") : inner.rfind("}") + 1])


def _accept(_answer: BaseModel) -> None:
    """A design is checked by the plan, which sends its problems back."""


def _refuse_invented_addresses(answer: BaseModel, prompt: str) -> None:
    """Raises ValueError for a resource whose address the material does not have."""
    if isinstance(answer, Resources):
        invented = [item.url for item in answer.items if item.url not in set(_URL.findall(prompt))]
        if invented:
            raise ValueError(f"these addresses are not in the material: {', '.join(invented)}")


def _said(error: ValueError) -> str:
    if isinstance(error, ValidationError):
        wrong = (f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors(include_url=False))
        return "; ".join(wrong)[:_SHOWN_PROBLEM]
    return str(error)[:_SHOWN_PROBLEM] or "it is not a JSON object"


def _plain(answer: BaseModel) -> JsonObject:
    return answer.model_dump(mode="json", exclude_none=True)
