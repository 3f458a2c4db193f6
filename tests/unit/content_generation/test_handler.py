"""One run from the stored request to result and records."""

from datetime import UTC, datetime

import pytest

from chalicelib.domain.errors import (
    ProviderNotConfiguredError,
    ProviderRejectedError,
    SourceUnreadableError,
    StaleTaskError,
    ValidationFailedError,
)
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.ports.generation import ProviderHealth
from chalicelib.task_types.content_generation.definition import DEFINITION
from chalicelib.task_types.content_generation.delivery import submitted_at
from chalicelib.task_types.content_generation.handler import run
from chalicelib.task_types.content_generation.schema import ContentResult
from tests.unit.content_generation.samples import (
    ARTICLE,
    BRIDGE,
    CAVE,
    TASK_ID,
    RecordingContext,
    ScriptedModel,
    ScriptedToolbox,
    job,
)

MODEL_ANSWER = (
    '{"title": "T", "summary": "S", "language": "zh", "key_points": [], "tags": [], '
    '"sections": [{"heading": "H", "paragraphs": ["P"]}]}'
)


class ScriptedCreator:
    def __init__(self, answer: JsonObject) -> None:
        self.answer = answer
        self.briefs: list[JsonObject] = []

    def create(self, brief: JsonObject) -> JsonObject:
        self.briefs.append(brief)
        return self.answer

    def probe(self) -> ProviderHealth:
        return ProviderHealth(True, "scripted")


def test_the_offline_writer_needs_no_tool_and_says_who_wrote() -> None:
    outcome = run(job(reference_text=CAVE), RecordingContext())

    result = ContentResult.model_validate(outcome.result)
    assert (result.provider, result.model, result.usage) == ("offline", None, None)
    assert result.grounding["mode"] == "extractive"
    assert result.article.language == "zh"
    assert result.article.word_count > 50


def test_progress_names_four_steps() -> None:
    context = RecordingContext()

    run(job(reference_text=CAVE), context)

    assert context.steps == [(0, 4, "reading"), (1, 4, "planning"), (2, 4, "writing"), (3, 4, "finishing")]


def test_a_content_and_its_pool_entry_come_with_the_result() -> None:
    outcome = run(job(reference_text=CAVE), RecordingContext())

    content, entry = outcome.records
    assert (content.kind, content.id, content.state, content.group) == ("content", f"c_{TASK_ID}", "draft", "49")
    assert (entry.kind, entry.id, entry.state, entry.group) == ("pool_entry", f"p_{TASK_ID}", "pending", "49")
    assert content.body["article"] == outcome.result["article"]
    assert content.body["pool_entry_id"] == outcome.result["pool_entry_id"] == entry.id
    assert entry.body["content_id"] == outcome.result["content_id"] == content.id
    assert {record.owner_id for record in outcome.records} == {"ann"}


def test_a_second_run_gives_the_same_records() -> None:
    first = run(job(reference_text=CAVE), RecordingContext())
    second = run(job(reference_text=CAVE), RecordingContext())

    assert first == second


def test_records_carry_the_moment_of_submission() -> None:
    assert submitted_at(TASK_ID) == datetime(2025, 11, 23, 5, 31, 16, 119000, tzinfo=UTC)


@pytest.mark.parametrize("provider", ["bedrock", "openai"])
def test_a_model_writes_when_the_request_asks_for_it(provider: str) -> None:
    toolbox = ScriptedToolbox(model=ScriptedModel(MODEL_ANSWER))

    outcome = run(job(reference_text=CAVE, provider=provider), RecordingContext(toolbox))

    assert toolbox.asked_for == [provider]
    assert outcome.result["provider"] == provider
    assert outcome.result["model"] == "scripted-1"
    assert outcome.result["usage"] == {"input_tokens": 10, "output_tokens": 10}


def test_the_stage_decides_when_the_request_does_not() -> None:
    toolbox = ScriptedToolbox(default_provider="openai", model=ScriptedModel(MODEL_ANSWER))

    assert run(job(reference_text=CAVE), RecordingContext(toolbox)).result["provider"] == "openai"


def test_an_unknown_default_provider_is_a_matter_of_configuration() -> None:
    with pytest.raises(ProviderNotConfiguredError):
        run(job(), RecordingContext(ScriptedToolbox(default_provider="oracle")))


def test_the_creator_command_gets_the_brief_and_its_article_counts() -> None:
    creator = ScriptedCreator({"article": ARTICLE, "model": "creator-2", "usage": None})

    outcome = run(job(reference_text=BRIDGE, provider="creator"), RecordingContext(ScriptedToolbox(creator=creator)))

    assert creator.briefs[0]["topic"] == "溪石洞"
    assert creator.briefs[0]["account"]["name"] == "科技前沿观察"
    assert outcome.result["article"]["title"] == ARTICLE["title"]
    assert (outcome.result["model"], outcome.result["grounding"]["mode"]) == ("creator-2", "creator")


def test_a_creator_article_may_stand_at_the_top() -> None:
    toolbox = ScriptedToolbox(creator=ScriptedCreator(ARTICLE))

    assert run(job(provider="creator"), RecordingContext(toolbox)).result["article"]["tags"] == ["bridge"]


@pytest.mark.parametrize("answer", [{}, {"article": "text"}, {"article": {**ARTICLE, "sections": []}}])
def test_a_creator_answer_that_is_no_article_is_final(answer: JsonObject) -> None:
    toolbox = ScriptedToolbox(creator=ScriptedCreator(answer))

    with pytest.raises(ProviderRejectedError):
        run(job(provider="creator"), RecordingContext(toolbox))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_an_uploaded_source_is_read_in_the_usual_encodings(encoding: str) -> None:
    toolbox = ScriptedToolbox(uploads={"u1": CAVE.encode(encoding)})

    outcome = run(job(source_upload_id="u1"), RecordingContext(toolbox))

    assert outcome.result["grounding"]["source_sentences"] == 8


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\x00\x00", b"\xff\xfe\xff\xff\xff", b"PK\x03\x04\x00\x01"])
def test_an_upload_that_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(SourceUnreadableError, match="not a text file"):
        run(job(source_upload_id="u1"), RecordingContext(ScriptedToolbox(uploads={"u1": data})))


def test_an_upload_that_is_too_long_is_refused() -> None:
    with pytest.raises(SourceUnreadableError, match="200,000"):
        run(job(source_upload_id="u1"), RecordingContext(ScriptedToolbox(uploads={"u1": b"a " * 100_001})))


def test_a_missing_upload_is_refused() -> None:
    with pytest.raises(SourceUnreadableError):
        run(job(source_upload_id="gone"), RecordingContext())


def test_a_cancelled_task_stops_at_the_next_step() -> None:
    class Cancelled(RecordingContext):
        def progress(self, done: int, total: int, step: str) -> None:
            super().progress(done, total, step)
            if step == "writing":
                raise StaleTaskError("cancelled")

    with pytest.raises(StaleTaskError):
        run(job(reference_text=CAVE), Cancelled())


def test_a_damaged_stored_request_is_refused() -> None:
    with pytest.raises(ValidationFailedError):
        run({"topic": "x"}, RecordingContext())


def test_the_definition_is_found_under_its_folder_name() -> None:
    assert (DEFINITION.name, DEFINITION.lane_family) == ("content_generation", "generation")
    assert DEFINITION.soft_deadline_seconds < DEFINITION.hard_deadline_seconds
