"""The quiz of one concept: definitions, blanks, true or false, and what the roadmap itself says."""

from chalicelib.domain.errors import SourceUnreadableError
from chalicelib.task_types.learning_roadmap.artifacts import Question, Quiz
from chalicelib.task_types.learning_roadmap.offline.asking import built
from chalicelib.task_types.learning_roadmap.offline.cloze import cloze_questions, definition_questions
from chalicelib.task_types.learning_roadmap.offline.material import Material
from chalicelib.task_types.learning_roadmap.offline.roadmap_questions import (
    place_question,
    roadmap_questions,
    topic_questions,
)
from chalicelib.task_types.learning_roadmap.offline.statements import made_false
from chalicelib.task_types.learning_roadmap.offline.terms import term_pool

MOST_QUESTIONS = 8
MOST_DEFINITIONS, MOST_BLANKS, MOST_TRUE_OR_FALSE = 2, 3, 3
ENOUGH = 3
"""With so many questions about the text itself, one about the roadmap will do."""


def quiz(material: Material) -> Quiz:
    """Raises SourceUnreadableError where nothing at all is known that could be asked."""
    brief = material.brief
    questions = _different([*_about_the_text(material), *topic_questions(material)])
    room = 1 if len(questions) >= ENOUGH else ENOUGH
    questions += list(roadmap_questions(material))[:room]
    if len(questions) < ENOUGH:
        questions = _different([*questions, *_more_claims(material)])[:ENOUGH]
    if len(questions) < ENOUGH and (about_its_place := place_question(material)):
        questions.append(about_its_place)
    if not questions:
        raise SourceUnreadableError(
            f"concept {brief.concept.id} has no text and no ties: there is nothing to ask about"
        )
    return Quiz(
        title=material.wording.quiz_title.format(title=brief.concept.title),
        language=brief.language,
        questions=questions[:MOST_QUESTIONS],
        grounding=material.grounding(),
    )


def _more_claims(material: Material) -> list[Question]:
    claims = (_claim(material, sentence.text, sentence.text) for sentence in material.statements)
    return [claim for claim in claims if claim is not None]


def _about_the_text(material: Material) -> list[Question]:
    pool = term_pool(material)
    defined = list(definition_questions(material, pool))[:MOST_DEFINITIONS]
    used = {d.sentence for d in material.definitions[: len(defined)]}
    blanks: list[Question] = []
    for sentence, question in cloze_questions(material, pool):
        if len(blanks) < MOST_BLANKS:
            blanks.append(question)
            used.add(sentence)
    return [*defined, *blanks, *_true_or_false(material, used)]


def _true_or_false(material: Material, used: set[str]) -> list[Question]:
    """False ones where one word decides; true ones between them, so that the answer is not always the same."""
    unused = [sentence.text for sentence in material.statements if sentence.text not in used]
    false_by_text = {text: wrong for text in unused if (wrong := made_false(text)) is not None}
    chosen = list(false_by_text)[: MOST_TRUE_OR_FALSE - 1]
    true = [text for text in unused if text not in chosen][: max(1, MOST_TRUE_OR_FALSE - len(chosen) if chosen else 1)]
    questions = (*(_claim(material, t, false_by_text[t]) for t in chosen), *(_claim(material, t, t) for t in true))
    found = [question for question in questions if question is not None]
    return sorted(found, key=lambda question: question.question)


def _claim(material: Material, sentence: str, claimed: str) -> Question | None:
    wording = material.wording
    right, told = (wording.true, wording.is_true) if claimed == sentence else (wording.false, wording.is_false)
    text = wording.true_or_false.format(sentence=claimed)
    return built("true_false", text, (wording.true, wording.false), right, told.format(sentence=sentence))


def _different(questions: list[Question]) -> list[Question]:
    """One question for each sentence: two about the same would answer each other."""
    seen: dict[str, Question] = {}
    for question in questions:
        told = question.question if question.kind == "topic" else question.explanation.partition("“")[2]
        seen.setdefault(told or question.question, question)
    return list(seen.values())
