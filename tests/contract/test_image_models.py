"""What every provider of pictures promises: what it is asked, what it gives, and how its errors become ours."""

import base64
import json
import socket
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any, cast

import pytest
from botocore.config import Config
from botocore.response import StreamingBody
from botocore.stub import Stubber
from multipart import MultipartParser, parse_options_header
from PIL import Image

from chalicelib.adapters.bedrock_image_model import BedrockImageModel
from chalicelib.adapters.embedded_image_model import EmbeddedImageModel
from chalicelib.adapters.openai_image_model import OpenAiImageModel
from chalicelib.adapters.picture_sizes import nearest_ratio, nearest_size, nova_size
from chalicelib.adapters.sagemaker_image_model import SageMakerImageModel
from chalicelib.adapters.sagemaker_inference import AsyncInference
from chalicelib.domain.errors import (
    ProviderNotConfiguredError,
    ProviderRejectedError,
    ProviderUnavailableError,
    TaskFailedError,
)
from chalicelib.domain.pictures import PictureWish
from chalicelib.domain.ports.images import ImageModel
from tests.contract.answering_server import Answer, answering_server
from tests.contract.aws_session import aws_session
from tests.fakes.clock import ManualClock
from tests.unit.image_generation.picture_samples import sample, saved

if TYPE_CHECKING:
    from mypy_boto3_bedrock_runtime import BedrockRuntimeClient
    from mypy_boto3_s3 import S3Client
    from mypy_boto3_sagemaker_runtime import SageMakerRuntimeClient

NOVA, SD35, CORE = "amazon.nova-canvas-v1:0", "stability.sd3-5-large-v1:0", "stability.stable-image-core-v1:1"
ENDPOINT, BUCKET = "qwen-image", "contenthub-local-data-000000000000-us-east-1"
WISH = PictureWish("三只红色的气球", "clouds", width=512, height=256, seed=7, steps=20, guidance=4.5)
PICTURE = saved(sample((512, 256)))
DRAWN = base64.b64encode(PICTURE).decode()


def client_of(service: str, endpoint: str | None = None, *, read_timeout: float = 5) -> Any:
    config = Config(retries={"total_max_attempts": 1}, read_timeout=read_timeout, connect_timeout=2)
    return aws_session().create_client(service, region_name="us-east-1", endpoint_url=endpoint, config=config)


def nova_at(url: str, *, read_timeout: float = 5, model_id: str = NOVA) -> ImageModel:
    client = cast("BedrockRuntimeClient", client_of("bedrock-runtime", url, read_timeout=read_timeout))
    return BedrockImageModel(client, model_id=model_id)


def stability_at(url: str, *, read_timeout: float = 5) -> ImageModel:
    return nova_at(url, read_timeout=read_timeout, model_id=SD35)


def openai_at(url: str, *, read_timeout: float = 5, model: str = "qwen-image") -> ImageModel:
    return OpenAiImageModel(
        base_url=f"{url}/v1", model=model, api_key=lambda: "sk-x", read_timeout_seconds=read_timeout
    )


def sagemaker_at(url: str, *, read_timeout: float = 5) -> ImageModel:
    client = cast("SageMakerRuntimeClient", client_of("sagemaker-runtime", url, read_timeout=read_timeout))
    return SageMakerImageModel(client, endpoint=ENDPOINT)


ModelAt = Callable[..., ImageModel]
ALL: dict[str, tuple[ModelAt, Any, str]] = {
    "nova": (nova_at, {"images": [DRAWN]}, NOVA),
    "stability": (stability_at, {"images": [DRAWN], "seeds": [7], "finish_reasons": [None]}, SD35),
    "openai": (openai_at, {"created": 1, "data": [{"b64_json": DRAWN}]}, "qwen-image"),
    "sagemaker": (sagemaker_at, {"images": [DRAWN], "model": "Qwen/Qwen-Image"}, "Qwen/Qwen-Image"),
}
EACH = pytest.mark.parametrize(("model_at", "answer", "name"), ALL.values(), ids=ALL)
MODELS = pytest.mark.parametrize("model_at", [model_at for model_at, _, _ in ALL.values()], ids=ALL)


def failure_of(model: ImageModel) -> TaskFailedError:
    with pytest.raises(TaskFailedError) as caught:
        model.draw(WISH)
    return caught.value


@EACH
def test_a_picture_is_drawn_and_its_model_named(model_at: ModelAt, answer: Any, name: str) -> None:
    with answering_server(Answer.of(answer)) as server:
        drawn = model_at(server.url).draw(WISH)
    assert (drawn.data, drawn.model) == (PICTURE, name)


@pytest.mark.parametrize("name", ["nova", "stability", "sagemaker"])
def test_a_given_picture_goes_along(name: str) -> None:
    model_at, answer, _ = ALL[name]
    with answering_server(Answer.of(answer)) as server:
        assert model_at(server.url).redraw(PICTURE, WISH, strength=0.25).data == PICTURE
    assert DRAWN in json.dumps(server.asked[0].body)


@MODELS
@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b'{"images": ["%%%"]}', b'{"data": [{}]}', b"<html>"])
def test_an_answer_without_a_picture_is_refused(model_at: ModelAt, body: bytes) -> None:
    with answering_server(Answer(200, body)) as server:
        assert isinstance(failure_of(model_at(server.url)), ProviderRejectedError)


@MODELS
@pytest.mark.parametrize("status", [500, 503])
def test_a_server_error_is_worth_another_attempt(model_at: ModelAt, status: int) -> None:
    with answering_server(Answer.of({"message": "oops"}, status)) as server:
        assert isinstance(failure_of(model_at(server.url)), ProviderUnavailableError)


@MODELS
def test_a_throttled_call_is_worth_another_attempt(model_at: ModelAt) -> None:
    throttled = Answer.of({"message": "slow down"}, 429, x_amzn_ErrorType="ThrottlingException")
    with answering_server(throttled) as server:
        assert isinstance(failure_of(model_at(server.url)), ProviderUnavailableError)


@MODELS
def test_a_model_that_does_not_answer_in_time_is_unavailable(model_at: ModelAt) -> None:
    with answering_server(Answer(never=True)) as server:
        assert isinstance(failure_of(model_at(server.url, read_timeout=0.2)), ProviderUnavailableError)


@MODELS
def test_a_server_that_is_not_there_is_unavailable(model_at: ModelAt) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{unused.getsockname()[1]}"
        assert isinstance(failure_of(model_at(url)), ProviderUnavailableError)


@MODELS
def test_a_denied_caller_is_a_matter_of_configuration(model_at: ModelAt) -> None:
    denied = Answer.of({"message": "no"}, 403, x_amzn_ErrorType="AccessDeniedException")
    with answering_server(denied) as server:
        assert isinstance(failure_of(model_at(server.url)), ProviderNotConfiguredError)


@MODELS
def test_a_bad_request_is_final(model_at: ModelAt) -> None:
    bad = Answer.of({"message": "too long"}, 400, x_amzn_ErrorType="ValidationException")
    with answering_server(bad) as server:
        failure = failure_of(model_at(server.url))
    assert isinstance(failure, ProviderRejectedError)
    assert "too long" in failure.operator_detail
    assert "too long" not in failure.message


@pytest.mark.parametrize(
    "model",
    [
        BedrockImageModel(cast("BedrockRuntimeClient", client_of("bedrock-runtime")), model_id=""),
        OpenAiImageModel(base_url="", model="x", api_key=str),
        OpenAiImageModel(base_url="http://127.0.0.1:1", model="", api_key=str),
        SageMakerImageModel(cast("SageMakerRuntimeClient", client_of("sagemaker-runtime")), endpoint=""),
    ],
)
def test_what_is_not_set_up_says_so(model: ImageModel) -> None:
    assert isinstance(failure_of(model), ProviderNotConfiguredError)


def asked_of(model_at: ModelAt, answer: Any, act: Callable[[ImageModel], object]) -> Any:
    with answering_server(Answer.of(answer)) as server:
        act(model_at(server.url))
    return server.asked[0]


def test_nova_canvas_is_asked_in_its_own_words() -> None:
    asked = asked_of(nova_at, ALL["nova"][1], lambda model: model.draw(WISH))
    assert asked.path == "/model/amazon.nova-canvas-v1%3A0/invoke"
    assert asked.body == {
        "taskType": "TEXT_IMAGE",
        "textToImageParams": {"text": "三只红色的气球", "negativeText": "clouds"},
        "imageGenerationConfig": {
            "width": 640,
            "height": 320,
            "quality": "standard",
            "cfgScale": 4.5,
            "seed": 7,
            "numberOfImages": 1,
        },
    }


def test_nova_canvas_varies_a_picture_the_less_the_lower_the_strength() -> None:
    def similarity(strength: float) -> float:
        asked = asked_of(nova_at, ALL["nova"][1], lambda model: model.redraw(PICTURE, WISH, strength=strength))
        assert asked.body["taskType"] == "IMAGE_VARIATION"
        assert asked.body["imageVariationParams"]["images"] == [DRAWN]
        return float(asked.body["imageVariationParams"]["similarityStrength"])

    assert [similarity(strength) for strength in (0, 0.5, 1)] == [1.0, 0.6, 0.2]


def test_nova_canvas_is_not_asked_for_half_a_prompt() -> None:
    with answering_server() as server, pytest.raises(ProviderRejectedError, match="1,024"):
        nova_at(server.url).draw(PictureWish("x" * 1025))
    assert not server.asked


def test_nova_canvas_that_refuses_for_its_content_is_final() -> None:
    with answering_server(Answer.of({"images": [], "error": "blocked by filters"})) as server:
        assert isinstance(failure_of(nova_at(server.url)), ProviderRejectedError)


def test_stability_is_asked_for_the_nearest_form_and_never_for_a_random_seed() -> None:
    wish = PictureWish("a cat", width=1920, height=1080, seed=0)
    asked = asked_of(stability_at, ALL["stability"][1], lambda model: model.draw(wish))
    assert asked.body == {
        "prompt": "a cat",
        "mode": "text-to-image",
        "aspect_ratio": "16:9",
        "seed": 4294967294,
        "output_format": "png",
    }


def test_stability_changes_a_picture() -> None:
    asked = asked_of(stability_at, ALL["stability"][1], lambda model: model.redraw(PICTURE, WISH, strength=0.4))
    assert (asked.body["mode"], asked.body["strength"], asked.body["image"]) == ("image-to-image", 0.4, DRAWN)
    assert "aspect_ratio" not in asked.body


@pytest.mark.parametrize(
    ("reason", "error"),
    [("Filter reason: prompt", ProviderRejectedError), ("Inference error", ProviderUnavailableError)],
)
def test_what_stability_says_at_the_end_counts(reason: str, error: type[TaskFailedError]) -> None:
    with answering_server(Answer.of({"finish_reasons": [reason]})) as server:
        assert isinstance(failure_of(stability_at(server.url)), error)


def test_stable_image_core_takes_no_picture() -> None:
    with answering_server() as server, pytest.raises(ProviderRejectedError):
        nova_at(server.url, model_id=CORE).redraw(PICTURE, WISH, strength=0.5)
    assert not server.asked


def test_an_openai_server_of_another_maker_gets_what_diffusion_models_take() -> None:
    asked = asked_of(openai_at, ALL["openai"][1], lambda model: model.draw(WISH))
    assert (asked.path, asked.headers["authorization"]) == ("/v1/images/generations", "Bearer sk-x")
    assert asked.body == {
        "model": "qwen-image",
        "prompt": "三只红色的气球",
        "n": 1,
        "response_format": "b64_json",
        "size": "512x256",
        "seed": 7,
        "num_inference_steps": 20,
        "guidance_scale": 4.5,
        "negative_prompt": "clouds",
    }


@pytest.mark.parametrize(
    ("model", "body"),
    [
        ("gpt-image-1", {"size": "1536x1024"}),
        ("dall-e-3", {"size": "1792x1024", "response_format": "b64_json"}),
        ("dall-e-2", {"size": "512x512", "response_format": "b64_json"}),
    ],
)
def test_openais_own_models_get_only_what_they_know(model: str, body: dict[str, str]) -> None:
    with answering_server(Answer.of(ALL["openai"][1])) as server:
        openai_at(server.url, model=model).draw(WISH)
    assert server.asked[0].body == {"model": model, "prompt": WISH.prompt, "n": 1, **body}


def test_an_openai_server_may_answer_with_a_link() -> None:
    with answering_server() as server:
        link = {"data": [{"url": f"{server.url}/file.png", "revised_prompt": "three red balloons"}]}
        server.answers += [Answer.of(link), Answer(200, PICTURE)]
        drawn = openai_at(server.url).draw(WISH)
    assert (drawn.data, drawn.understood) == (PICTURE, {"revised_prompt": "three red balloons"})
    assert "authorization" not in server.asked[1].headers, "the key is for the server only"


def test_an_openai_server_gets_a_given_picture_as_a_form() -> None:
    with answering_server(Answer.of(ALL["openai"][1])) as server:
        openai_at(server.url).redraw(PICTURE, WISH, strength=0.25)
    asked = server.asked[0]
    _, options = parse_options_header(asked.headers["content-type"])
    parts = {part.name: part for part in MultipartParser(BytesIO(asked.body), options["boundary"])}
    assert asked.path == "/v1/images/edits"
    assert (parts["prompt"].value, parts["strength"].value) == ("三只红色的气球", "0.25")
    assert (parts["image"].raw, parts["image"].content_type) == (PICTURE, "image/png")


def test_sagemaker_is_asked_as_its_container_understands() -> None:
    asked = asked_of(sagemaker_at, ALL["sagemaker"][1], lambda model: model.redraw(PICTURE, WISH, strength=0.25))
    assert asked.path == "/endpoints/qwen-image/invocations"
    assert asked.body == {
        "prompt": "三只红色的气球",
        "negative_prompt": "clouds",
        "width": 512,
        "height": 256,
        "num_inference_steps": 20,
        "guidance": 4.5,
        "seed": 7,
        "image": DRAWN,
        "strength": 0.25,
    }


@pytest.mark.parametrize(("original", "error"), [(400, ProviderRejectedError), (500, ProviderUnavailableError)])
def test_an_error_of_the_container_counts_as_what_it_was(original: int, error: type[TaskFailedError]) -> None:
    client: Any = client_of("sagemaker-runtime")
    with Stubber(client) as stubber:
        stubber.add_client_error(
            "invoke_endpoint",
            "ModelError",
            "the container said no",
            424,
            modeled_fields={"OriginalStatusCode": original, "OriginalMessage": "no", "LogStreamArn": "x"},
        )
        assert isinstance(failure_of(SageMakerImageModel(client, endpoint=ENDPOINT)), error)


def test_an_endpoint_that_does_not_exist_is_a_matter_of_configuration() -> None:
    client: Any = client_of("sagemaker-runtime")
    with Stubber(client) as stubber:
        stubber.add_client_error(
            "invoke_endpoint", "ValidationError", "Endpoint qwen-image of account 1 not found.", 400
        )
        assert isinstance(failure_of(SageMakerImageModel(client, endpoint=ENDPOINT)), ProviderNotConfiguredError)


OUTPUT, FAILURE = "s3://async-output/done/1.out", "s3://async-output/failed/1.out"


@pytest.fixture
def waiting() -> Iterator[tuple[SageMakerImageModel, Stubber, ManualClock]]:
    """An asynchronous endpoint whose bucket answers what a test tells it."""
    runtime, s3, clock = client_of("sagemaker-runtime"), client_of("s3"), ManualClock()
    with Stubber(runtime) as endpoint, Stubber(s3) as bucket:
        bucket.add_response("put_object", {})
        endpoint.add_response(
            "invoke_endpoint_async", {"InferenceId": "1", "OutputLocation": OUTPUT, "FailureLocation": FAILURE}
        )
        inference = AsyncInference(runtime, cast("S3Client", s3), BUCKET, clock, longest_wait_seconds=60)
        yield SageMakerImageModel(runtime, endpoint=ENDPOINT, inference=inference), bucket, clock


def missing(bucket: Stubber, times: int = 1) -> None:
    for _ in range(times):
        bucket.add_client_error("get_object", "NoSuchKey", http_status_code=404)


def stored(bucket: Stubber, body: bytes, key: str) -> None:
    answer = {"Body": StreamingBody(BytesIO(body), len(body))}
    bucket.add_response("get_object", answer, {"Bucket": "async-output", "Key": key})


def test_an_asynchronous_answer_is_waited_for(waiting: tuple[SageMakerImageModel, Stubber, ManualClock]) -> None:
    model, bucket, clock = waiting
    missing(bucket, 6)
    stored(bucket, json.dumps({"images": [DRAWN], "model": "Qwen/Qwen-Image"}).encode(), "done/1.out")
    assert model.draw(WISH).data == PICTURE
    assert clock.naps == [0.5, 0.75, 1.125]


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        (b'{"error": "CUDA says no", "retryable": true}', ProviderUnavailableError),
        (b"CUDA says no", ProviderUnavailableError),
        (b'["CUDA says no"]', ProviderUnavailableError),
        (b'{"error": "CUDA says no", "retryable": false}', ProviderRejectedError),
    ],
)
def test_an_asynchronous_failure_is_final_where_the_container_says_so(
    waiting: tuple[SageMakerImageModel, Stubber, ManualClock], told: bytes, kind: type[TaskFailedError]
) -> None:
    model, bucket, _ = waiting
    missing(bucket)
    stored(bucket, told, "failed/1.out")
    failure = failure_of(model)
    assert isinstance(failure, kind)
    assert "CUDA says no" in failure.operator_detail


def test_an_asynchronous_answer_that_does_not_come_is_unavailable(
    waiting: tuple[SageMakerImageModel, Stubber, ManualClock],
) -> None:
    model, bucket, clock = waiting
    missing(bucket, 60)
    assert isinstance(failure_of(model), ProviderUnavailableError)
    assert 60 <= sum(clock.naps) <= 66


def test_the_embedded_renderer_draws_the_same_for_the_same_wish_and_says_what_it_read() -> None:
    model, wish = EmbeddedImageModel(), PictureWish("two red apples on a blue table", width=64, height=64, seed=5)
    first, second = model.draw(wish), model.draw(wish)
    assert (first.data, first.model) == (second.data, "offline")
    assert first.understood
    changed = model.redraw(saved(sample((64, 64))), wish, strength=0.5)
    with Image.open(BytesIO(changed.data)) as picture:
        assert picture.size == (64, 64)
    assert changed.data != first.data


@pytest.mark.parametrize(
    ("wished", "drawn"),
    [((1024, 1024), (1024, 1024)), ((64, 64), (320, 320)), ((2048, 64), (2048, 512)), ((2048, 2048), (2048, 2048))],
)
def test_nova_sizes_are_steps_of_16_within_its_limits(wished: tuple[int, int], drawn: tuple[int, int]) -> None:
    assert nova_size(*wished) == drawn


@pytest.mark.parametrize("width", range(64, 2049, 248))
@pytest.mark.parametrize("height", range(64, 2049, 248))
def test_every_size_has_one_that_nova_can_draw(width: int, height: int) -> None:
    wide, high = nova_size(width, height)
    assert wide % 16 == high % 16 == 0
    assert min(wide, high) >= 320
    assert wide * high <= 4_194_304
    assert max(wide / high, high / wide) <= 4


def test_the_nearest_form_is_chosen_both_ways() -> None:
    assert nearest_ratio(100, 300, ["1:1", "9:21", "16:9"]) == "9:21"
    assert nearest_size(300, 300, ["256x256", "512x512", "1792x1024"]) == "512x512"
