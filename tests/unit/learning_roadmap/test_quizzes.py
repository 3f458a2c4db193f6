"""Quizzes: none that is not valid can be expressed, and what the offline writer asks can be answered from the text."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from chalicelib.domain.errors import SourceUnreadableError
from chalicelib.task_types.learning_roadmap.artifacts import KINDS, Question, Quiz
from chalicelib.task_types.learning_roadmap.briefs import Briefs
from chalicelib.task_types.learning_roadmap.offline.statements import made_false, stands_alone
from chalicelib.task_types.learning_roadmap.offline.writer import write
from tests.examples import examples
from tests.unit.learning_roadmap.samples import CHINESE, ENGLISH, brief, framework, outside_curriculum

GOOD: dict[str, Any] = {
    "kind": "choice",
    "question": "What floats?",
    "options": [{"id": "A", "text": "A boat"}, {"id": "B", "text": "An anvil"}],
    "answers": ["A"],
    "explanation": "Boats displace water.",
}
PIECES = st.sampled_from(
    [
        "A list is a mutable collection. ", "Lists can hold `None`. ", "# Head\n\n", "```\ncode. Is\n```\n", "[a][b] ",
        "`x` ", "\n- item one is here.\n", "列表是一种有序集合。", "它不能改变。", "It cannot be `True`. ",
        "Topics covered: a, b, c\n", "<br>", "**bold", "| a | b |\n", "1600 ", "“quoted. ", "\n[b]: http://x.org\n",
        "~~~~a/note\nRead. This\n~~~~\n",
    ]
)  # fmt: skip


@pytest.mark.parametrize(
    "change",
    [
        {"answers": []},
        {"answers": ["A", "B"]},
        {"answers": ["C"]},
        {"answers": ["A", "A"], "several_answers": True},
        {"answers": ["A", "B"], "several_answers": True},
        {"options": GOOD["options"][:1]},
        {"options": [*GOOD["options"], {"id": "A", "text": "A cork"}]},
        {"options": [*GOOD["options"], {"id": "C", "text": "a `boat` "}]},
        {"explanation": " "},
        {"kind": "cloze"},
        {"kind": "cloze", "question": "What floats is ____, as a boat does."},
        {"kind": "true_false", "options": [*GOOD["options"], {"id": "C", "text": "A cork"}]},
        {"hint": "it is light"},
    ],
)
def test_a_question_that_cannot_be_answered_cannot_be_made(change: dict[str, Any]) -> None:
    assert Question.model_validate(GOOD).answers == ["A"]
    with pytest.raises(ValidationError):
        Question.model_validate({**GOOD, **change})


def test_several_right_answers_have_to_be_stated() -> None:
    options = [*GOOD["options"], {"id": "C", "text": "A cork"}]
    several = {**GOOD, "options": options, "answers": ["A", "C"], "several_answers": True}
    assert Question.model_validate(several).answers == ["A", "C"]


def test_no_question_comes_twice() -> None:
    quiz = {"title": "Q", "language": "en", "questions": [GOOD], "grounding": {"mode": "model", "note": "n"}}
    assert len(Quiz.model_validate(quiz).questions) == 1
    with pytest.raises(ValidationError):
        Quiz.model_validate({**quiz, "questions": [GOOD, GOOD]})


@settings(max_examples=examples(120), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=14), st.lists(PIECES, max_size=6))
def test_whatever_the_text_is_the_artifacts_are_valid(pieces: list[str], others: list[str]) -> None:
    made = framework(
        {
            "title": "T",
            "concepts": [
                {"id": "a", "title": "Lists", "description": "".join(pieces)},
                {"id": "b", "title": "Sets", "description": "".join(others), "prerequisites": ["a"]},
                {"id": "c", "title": "None"},
            ],
        }
    )
    briefs = Briefs(made, "beginner")
    for concept in made.concepts:
        for kind in KINDS:
            assert write(kind, briefs.brief(concept, kind)) == write(kind, briefs.brief(concept, kind))


def test_questions_quote_the_sentence_that_answers_them() -> None:
    quiz = write("quiz", brief(CHINESE, "photosynthesis", "quiz"))
    text = next(c["description"] for c in CHINESE["concepts"] if c["id"] == "photosynthesis")
    quoted = [q["explanation"].split("“")[1].rstrip("”") for q in quiz["questions"] if q["kind"] != "roadmap"]
    assert len(quoted) >= 3
    assert all(sentence in text for sentence in quoted)


def test_a_definition_is_asked_for_among_terms_of_the_same_kind() -> None:
    quiz = write("quiz", brief(CHINESE, "respiration", "quiz"))
    question = quiz["questions"][0]
    assert question["question"].endswith("____是细胞分解有机物并释放能量的过程。")
    right = {option["text"] for option in question["options"] if option["id"] in question["answers"]}
    assert right == {"呼吸作用"}
    assert {"光合作用", "蒸腾作用"} <= {option["text"] for option in question["options"]}


def test_prerequisites_are_never_offered_as_wrong() -> None:
    for concept in CHINESE["concepts"]:
        for question in write("quiz", brief(CHINESE, concept["id"], "quiz"))["questions"]:
            if "先掌握" in question["question"]:
                titles = {c["title"] for c in CHINESE["concepts"] if c["id"] in concept["prerequisites"]}
                wrong = {o["text"] for o in question["options"] if o["id"] not in question["answers"]}
                assert not wrong & titles


def test_nothing_to_ask_about_is_said_and_not_filled_up() -> None:
    alone = {"concepts": [{"id": "a", "title": "A"}]}
    with pytest.raises(SourceUnreadableError, match="nothing to ask about"):
        write("quiz", brief(alone, "a", "quiz"))
    assert write("tutorial", brief(alone, "a", "tutorial"))["grounding"]["mode"] == "curriculum_entry"


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("Parameter names should not contain spaces.", "Parameter names should contain spaces."),
        ("A tuple is an immutable collection of items.", "A tuple is a mutable collection of items."),
        ("Lists can be copied in whole or in part.", "Lists cannot be copied in whole or in part."),
        ("无氧呼吸不需要氧气。", "无氧呼吸需要氧气。"),
        ("光反应必须在光照下进行。", "光反应不必在光照下进行。"),
        ("The operators `is` and `is not` test for identity.", None),
        ("It works, so it can be used.", None),
        ("They help where speed must be high.", None),
    ],
)
def test_one_word_makes_a_statement_false_or_none_does(true: str, false: str | None) -> None:
    assert made_false(true) == false


@pytest.mark.parametrize(
    "text",
    [
        "This means that it is fast enough for most uses.",
        "For more about lists, please see the list concept.",
        "A function returns a value, as in the following example:",
        "x = 1",
        "The roll of a die: a random integer from 1 to 6.",
        "它们都是有序的集合类型之一。",
        "我们将在后面的章节中详细介绍列表。",
    ],
)
def test_sentences_that_lean_on_others_are_not_asked_about(text: str) -> None:
    assert not stands_alone(text)


@pytest.mark.slow
@pytest.mark.parametrize(("name", "count"), [("exercism_python", 32), ("ossu_computer_science", 63)])
def test_the_large_curricula_come_out_complete(name: str, count: int) -> None:
    made = framework(outside_curriculum(name))
    briefs = Briefs(made, "beginner")
    assert len(made.concepts) == count
    for concept in made.concepts:
        artifacts = {kind: write(kind, briefs.brief(concept, kind)) for kind in KINDS}
        assert len(artifacts["quiz"]["questions"]) >= 2
        for section in artifacts["tutorial"]["sections"]:
            assert "][" not in section["markdown"].replace("`", "").split("```")[0]


def test_an_english_summary_names_the_place_and_the_text() -> None:
    tutorial = write("tutorial", brief(ENGLISH, "hull", "tutorial"))
    sections = {section["heading"]: section["markdown"] for section in tutorial["sections"]}
    assert "Concept 1 of 3" in sections["Where it stands in the roadmap"]
    assert "```python\nprint('afloat')\n```" in sections["Explanation"]
    assert "[buoyancy](https://en.wikipedia.org/wiki/Buoyancy)" in sections["Explanation"]
    assert "[b]:" not in sections["Explanation"]
    assert tutorial["key_terms"][0]["term"] == "hull"


def test_resources_are_links_that_are_there_and_no_placeholders() -> None:
    resources = write("resources", brief(CHINESE, "photosynthesis", "resources"))
    assert [(item["title"], item["kind"]) for item in resources["items"]] == [
        ("光合作用 (zh.wikipedia.org)", "encyclopedia")
    ]
    assert [named["id"] for named in resources["prerequisites"]] == ["cell", "pigment"]
