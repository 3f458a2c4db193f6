"""What every language model promises, and how each provider's errors become ours."""

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import TYPE_CHECKING, Any, cast

import pytest
from botocore.config import Config
from botocore.stub import Stubber

from chalicelib.adapters.bedrock_language_model import BedrockLanguageModel
from chalicelib.adapters.openai_language_model import OpenAiLanguageModel
from chalicelib.adapters.retry_after import retry_after_seconds
from chalicelib.domain.errors import (
    ProviderNotConfiguredError,
    ProviderRejectedError,
    ProviderUnavailableError,
    TaskFailedError,
)
from chalicelib.domain.ports.generation import Completion, LanguageModel
from tests.contract.answering_server import Answer, AnsweringServer, answering_server
from tests.contract.aws_session import aws_session

if TYPE_CHECKING:
    from mypy_boto3_bedrock_runtime import BedrockRuntimeClient

MODEL = "anthropic.claude-test-v1:0"
SECRET = "sk-very-secret"


def bedrock_client(endpoint: str | None = None, *, read_timeout: float = 5) -> "BedrockRuntimeClient":
    client: Any = aws_session().create_client(
        "bedrock-runtime",
        region_name="us-east-1",
        endpoint_url=endpoint,
        config=Config(retries={"total_max_attempts": 1}, read_timeout=read_timeout, connect_timeout=2),
    )
    return cast("BedrockRuntimeClient", client)


def bedrock_at(url: str, *, read_timeout: float = 5) -> LanguageModel:
    return BedrockLanguageModel(bedrock_client(url, read_timeout=read_timeout), model_id=MODEL)


def openai_at(url: str, *, read_timeout: float = 5) -> LanguageModel:
    return OpenAiLanguageModel(
        base_url=f"{url}/v1", model="tiny", api_key=lambda: SECRET, read_timeout_seconds=read_timeout
    )


def converse_answer(text: str = "Hello", stop_reason: str = "end_turn") -> dict[str, Any]:
    return {
        "output": {"message": {"role": "assistant", "content": [{"text": text}]}},
        "stopReason": stop_reason,
        "usage": {"inputTokens": 11, "outputTokens": 7, "totalTokens": 18},
        "metrics": {"latencyMs": 5},
    }


def chat_answer(text: str = "Hello", finish_reason: str = "stop") -> dict[str, Any]:
    return {
        "model": "tiny-2026",
        "choices": [{"message": {"role": "assistant", "content": text}, "finish_reason": finish_reason}],
        "usage": {"prompt_tokens": 11, "completion_tokens": 7},
    }


ModelAt = Callable[..., LanguageModel]
BOTH = pytest.mark.parametrize(
    ("model_at", "answer"),
    [(bedrock_at, converse_answer), (openai_at, chat_answer)],
    ids=["bedrock", "openai"],
)


def complete(model: LanguageModel) -> Completion:
    return model.complete(system="You are an editor.", prompt="写一篇文章", max_tokens=500, temperature=0.4)


def failure_of(model: LanguageModel) -> TaskFailedError:
    with pytest.raises(TaskFailedError) as caught:
        complete(model)
    return caught.value


@BOTH
def test_a_completion_has_the_text_and_the_tokens_it_cost(model_at: ModelAt, answer: Callable[..., Any]) -> None:
    with answering_server(Answer.of(answer("好的"))) as server:
        completion = complete(model_at(server.url))

    assert (completion.text, completion.input_tokens, completion.output_tokens) == ("好的", 11, 7)
    assert completion.model in (MODEL, "tiny-2026")


@BOTH
def test_an_answer_cut_off_at_the_token_limit_is_refused(model_at: ModelAt, answer: Callable[..., Any]) -> None:
    reason = "max_tokens" if model_at is bedrock_at else "length"
    with answering_server(Answer.of(answer("Hal", reason))) as server:
        failure = failure_of(model_at(server.url))

    assert isinstance(failure, ProviderRejectedError)
    assert "token limit" in failure.message


@BOTH
def test_an_empty_answer_is_refused(model_at: ModelAt, answer: Callable[..., Any]) -> None:
    with answering_server(Answer.of(answer("  "))) as server:
        assert isinstance(failure_of(model_at(server.url)), ProviderRejectedError)


@BOTH
def test_a_server_error_is_worth_another_attempt(model_at: ModelAt, answer: Callable[..., Any]) -> None:
    with answering_server(Answer.of({"message": "oops"}, status=500)) as server:
        failure = failure_of(model_at(server.url))

    assert isinstance(failure, ProviderUnavailableError)
    assert failure.retryable
    assert failure.retry_after_seconds is None
    assert answer is not None


@BOTH
def test_a_throttled_call_says_when_to_come_back(model_at: ModelAt, answer: Callable[..., Any]) -> None:
    throttled = Answer.of({"message": "slow down"}, 429, Retry_After="17", x_amzn_ErrorType="ThrottlingException")
    with answering_server(throttled) as server:
        failure = failure_of(model_at(server.url))

    assert isinstance(failure, ProviderUnavailableError)
    assert failure.retry_after_seconds == 17
    assert answer is not None


@BOTH
def test_a_model_that_does_not_answer_in_time_is_unavailable(model_at: ModelAt, answer: Callable[..., Any]) -> None:
    with answering_server(Answer(never=True)) as server:
        failure = failure_of(model_at(server.url, read_timeout=0.2))

    assert isinstance(failure, ProviderUnavailableError)
    assert answer is not None


@BOTH
def test_a_server_that_is_not_there_is_unavailable(model_at: ModelAt, answer: Callable[..., Any]) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
        failure = failure_of(model_at(f"http://127.0.0.1:{port}"))

    assert isinstance(failure, ProviderUnavailableError)
    assert answer is not None


@BOTH
def test_a_denied_key_is_a_matter_of_configuration(model_at: ModelAt, answer: Callable[..., Any]) -> None:
    denied = Answer.of({"message": "no"}, 403, x_amzn_ErrorType="AccessDeniedException")
    with answering_server(denied) as server:
        failure = failure_of(model_at(server.url))

    assert isinstance(failure, ProviderNotConfiguredError)
    assert not failure.retryable
    assert answer is not None


@BOTH
def test_a_bad_request_is_final(model_at: ModelAt, answer: Callable[..., Any]) -> None:
    bad = Answer.of({"message": "too long"}, 400, x_amzn_ErrorType="ValidationException")
    with answering_server(bad) as server:
        failure = failure_of(model_at(server.url))

    assert isinstance(failure, ProviderRejectedError)
    assert "too long" not in failure.message
    assert "too long" in failure.operator_detail
    assert answer is not None


def test_bedrock_is_asked_over_the_converse_api() -> None:
    with answering_server(Answer.of(converse_answer())) as server:
        complete(bedrock_at(server.url))

    (asked,) = server.asked
    assert asked.path == "/model/anthropic.claude-test-v1%3A0/converse"
    assert asked.body["system"] == [{"text": "You are an editor."}]
    assert asked.body["messages"] == [{"role": "user", "content": [{"text": "写一篇文章"}]}]
    assert asked.body["inferenceConfig"] == {"maxTokens": 500, "temperature": 0.4}


@contextmanager
def stubbed_error(code: str, status: int = 400) -> Iterator[LanguageModel]:
    client = bedrock_client()
    with Stubber(client) as stubber:
        stubber.add_client_error("converse", service_error_code=code, http_status_code=status)
        yield BedrockLanguageModel(client, model_id=MODEL)


@pytest.mark.parametrize(
    "code",
    [
        "ThrottlingException",
        "ModelTimeoutException",
        "ServiceUnavailableException",
        "ModelNotReadyException",
        "InternalServerException",
        "ModelErrorException",
        "ServiceQuotaExceededException",
    ],
)
def test_passing_trouble_at_bedrock_is_retryable(code: str) -> None:
    with stubbed_error(code) as model:
        assert isinstance(failure_of(model), ProviderUnavailableError)


@pytest.mark.parametrize(
    "code",
    ["AccessDeniedException", "ResourceNotFoundException", "UnrecognizedClientException", "ExpiredTokenException"],
)
def test_a_bedrock_that_is_not_set_up_is_a_matter_of_configuration(code: str) -> None:
    with stubbed_error(code) as model:
        assert isinstance(failure_of(model), ProviderNotConfiguredError)


def test_a_bedrock_answer_in_parts_is_put_together() -> None:
    client, parts = bedrock_client(), converse_answer()
    parts["output"]["message"]["content"] = [{"text": "Hel"}, {"text": "lo"}]
    with Stubber(client) as stubber:
        stubber.add_response("converse", parts)
        assert complete(BedrockLanguageModel(client, model_id=MODEL)).text == "Hello"


def test_a_bedrock_answer_stopped_by_a_guardrail_is_refused() -> None:
    client = bedrock_client()
    with Stubber(client) as stubber:
        stubber.add_response("converse", converse_answer("Sorry", "guardrail_intervened"))
        assert isinstance(failure_of(BedrockLanguageModel(client, model_id=MODEL)), ProviderRejectedError)


def test_bedrock_without_a_model_id_is_not_configured() -> None:
    assert isinstance(failure_of(BedrockLanguageModel(bedrock_client(), model_id="")), ProviderNotConfiguredError)


def test_an_openai_server_gets_the_key_and_both_prompts() -> None:
    with answering_server(Answer.of(chat_answer())) as server:
        complete(openai_at(server.url))

    (asked,) = server.asked
    assert asked.path == "/v1/chat/completions"
    assert asked.headers["authorization"] == f"Bearer {SECRET}"
    assert [message["role"] for message in asked.body["messages"]] == ["system", "user"]
    assert (asked.body["model"], asked.body["max_tokens"]) == ("tiny", 500)


def test_an_openai_server_without_keys_gets_none() -> None:
    with answering_server(Answer.of(chat_answer())) as server:
        complete(OpenAiLanguageModel(base_url=f"{server.url}/v1/", model="tiny", api_key=str))

    assert "authorization" not in server.asked[0].headers


def test_retry_after_may_be_a_date() -> None:
    later = format_datetime(datetime.now(UTC) + timedelta(seconds=120), usegmt=True)
    with answering_server(Answer.of({}, 503, Retry_After=later)) as server:
        failure = failure_of(openai_at(server.url))

    assert isinstance(failure, ProviderUnavailableError)
    assert failure.retry_after_seconds == pytest.approx(120, abs=5)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [(None, None), ("", None), ("soon", None), ("-3", 0), ("2.5", 2.5), ("1e9", 3600), ("nan", None)],
)
def test_an_unreadable_retry_after_is_ignored(value: str | None, seconds: float | None) -> None:
    assert retry_after_seconds(value) == seconds


@pytest.mark.parametrize(
    "body",
    [b"<html>502</html>", b"[]", b"{}", b'{"choices": []}', b'{"choices": [{"message": null}]}', b'{"choices": 5}'],
)
def test_an_openai_answer_in_an_unknown_form_is_refused(body: bytes) -> None:
    with answering_server(Answer(200, body)) as server:
        assert isinstance(failure_of(openai_at(server.url)), ProviderRejectedError)


def test_missing_usage_is_no_error() -> None:
    answer = {key: value for key, value in chat_answer().items() if key != "usage"}
    with answering_server(Answer.of(answer)) as server:
        completion = complete(openai_at(server.url))

    assert (completion.input_tokens, completion.output_tokens) == (None, None)


@pytest.mark.parametrize(("base_url", "model"), [("", "tiny"), ("http://127.0.0.1:1", "")])
def test_an_openai_server_without_address_or_model_is_not_configured(base_url: str, model: str) -> None:
    unset = OpenAiLanguageModel(base_url=base_url, model=model, api_key=str)

    assert isinstance(failure_of(unset), ProviderNotConfiguredError)


def test_no_failure_shows_the_key() -> None:
    with answering_server(Answer.of({"error": "bad key"}, 401)) as server:
        failure = failure_of(openai_at(server.url))

    assert SECRET not in f"{failure.message} {failure.operator_detail} {failure.__cause__!r}"
    assert isinstance(failure, ProviderNotConfiguredError)


def test_the_server_of_these_tests_remembers_what_it_was_asked() -> None:
    with answering_server(Answer.of(chat_answer()), Answer.of(chat_answer())) as server:
        model = openai_at(server.url)
        complete(model)
        complete(model)

    assert isinstance(server, AnsweringServer)
    assert len(server.asked) == 2
