"""What is made for each concept: a tutorial, resources, a quiz. A quiz that is not valid cannot be expressed."""

import re
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from chalicelib.task_types.learning_roadmap.framework import Language

ArtifactKind = Literal["tutorial", "resources", "quiz"]
KINDS: tuple[ArtifactKind, ...] = ("tutorial", "resources", "quiz")
BLANK = "____"
ResourceKind = Literal[
    "documentation", "encyclopedia", "course", "video", "question_and_answer", "code", "article", "book"
]
QuestionKind = Literal["cloze", "definition", "true_false", "topic", "roadmap", "choice"]
_Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, pattern=r"\S")]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Grounding(_Strict):
    """What an artifact's statements come from."""

    mode: Literal["concept_text", "curriculum_entry", "model"]
    """The concept's own text; only what the curriculum says about it; or a model."""
    note: _Text


class TutorialSection(_Strict):
    heading: _Text
    markdown: _Text


class KeyTerm(_Strict):
    term: _Text
    definition: _Text


class SelfCheck(_Strict):
    question: _Text
    answer: _Text


class Tutorial(_Strict):
    title: _Text
    language: Language
    summary: _Text
    objectives: list[_Text] = Field(min_length=1, max_length=12)
    sections: list[TutorialSection] = Field(min_length=1)
    key_terms: list[KeyTerm] = Field(default_factory=list)
    takeaways: list[_Text] = Field(default_factory=list)
    check_yourself: list[SelfCheck] = Field(min_length=1)
    minutes: int = Field(ge=1)
    grounding: Grounding


class Resource(_Strict):
    title: _Text
    url: Annotated[str, StringConstraints(pattern=r"^https?://\S+$")]
    kind: ResourceKind
    why: _Text


class NamedConcept(_Strict):
    id: str
    title: str


class Resources(_Strict):
    language: Language
    items: list[Resource]
    prerequisites: list[NamedConcept]
    outside_prerequisites: list[str]
    next_concepts: list[NamedConcept]
    grounding: Grounding


class Option(_Strict):
    id: Annotated[str, StringConstraints(pattern="^[A-H]$")]
    text: _Text


class Question(_Strict):
    kind: QuestionKind
    question: _Text
    options: list[Option] = Field(min_length=2, max_length=8)
    answers: list[str] = Field(min_length=1)
    several_answers: bool = False
    """Stated wherever more than one option is right."""
    explanation: _Text

    @model_validator(mode="after")
    def _can_be_answered(self) -> Self:
        ids = [option.id for option in self.options]
        texts = [bare(option.text) for option in self.options]
        _demand(len(set(ids)) == len(ids), "two options have one id")
        _demand(len(set(texts)) == len(texts), "two options say the same")
        _demand(set(self.answers) <= set(ids) and len(set(self.answers)) == len(self.answers), "an answer is no option")
        _demand(self.several_answers or len(self.answers) == 1, "there must be exactly one correct answer")
        _demand(len(self.answers) < len(self.options), "every option is correct")
        _demand(self.kind != "true_false" or len(self.options) == 2, "true or false has two options")
        return self

    @model_validator(mode="after")
    def _does_not_answer_itself(self) -> Self:
        if self.kind == "cloze":
            _demand(self.question.count(BLANK) == 1, "a cloze question has one blank")
        if self.kind in ("cloze", "definition"):
            right = [bare(option.text) for option in self.options if option.id in self.answers]
            asked = bare(self.question.split("\n")[-1])
            _demand(not any(_stands_in(text, asked) for text in right), "the question holds its answer")
        return self


class Quiz(_Strict):
    title: _Text
    language: Language
    questions: list[Question] = Field(min_length=1, max_length=12)
    grounding: Grounding

    @model_validator(mode="after")
    def _asks_nothing_twice(self) -> Self:
        asked = [bare(question.question) for question in self.questions]
        _demand(len(set(asked)) == len(asked), "a question is asked twice")
        return self


def bare(text: str) -> str:
    """For comparing what two texts say: without case, spacing and marks of emphasis."""
    return re.sub(r"[\s`*_\"'“”‘’。.]+", " ", text).strip().casefold() or text.strip()


def _stands_in(text: str, whole: str) -> bool:
    """As a word of its own, where the writing has spaces between words."""
    return re.search(rf"(?<!\w){re.escape(text)}(?!\w)", whole) is not None if text.isascii() else text in whole


def _demand(fine: bool, otherwise: str) -> None:
    if not fine:
        raise ValueError(otherwise)
