"""The platform's own client in front of the real container, by way of SageMaker's two protocols."""

from collections.abc import Callable, Iterator
from io import BytesIO

import pytest
from moto import mock_aws
from PIL import Image

from chalicelib.adapters.aws_clients import AwsClients
from chalicelib.adapters.system_clock import SystemClock
from chalicelib.bootstrap.image_models import image_models
from chalicelib.domain.errors import ProviderNotConfiguredError, ProviderRejectedError
from chalicelib.domain.pictures import PictureWish
from chalicelib.domain.ports.images import ImageModel
from chalicelib.settings import Settings
from tests.image_model.container import Container
from tests.image_model.local_endpoint import NAME, LocalEndpoint, running_endpoint
from tests.unit.image_generation.picture_samples import sample, saved

BUCKET = "contenthub-local-data-000000000000-us-east-1"
WISH = PictureWish("三只红色的气球", "clouds", width=72, height=64, seed=7, steps=2, guidance=4.0)
TOO_SMALL = PictureWish("三只红色的气球", width=16, height=16)
Provider = Callable[..., ImageModel]


@pytest.fixture(autouse=True)
def account(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    for name in ("AWS_ENDPOINT_URL", "AWS_PROFILE", "AWS_SESSION_TOKEN"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def provider(monkeypatch: pytest.MonkeyPatch) -> Provider:
    """Wired as the platform wires it."""

    def at(endpoint: LocalEndpoint, name: str = NAME) -> ImageModel:
        monkeypatch.setenv("AWS_ENDPOINT_URL_SAGEMAKER_RUNTIME", endpoint.url)
        mode = "async" if endpoint.output_path else "realtime"
        environment = {"CONTENTHUB_STAGE": "local", "DATA_BUCKET": BUCKET, "IMAGE_PROVIDER": "sagemaker"}
        environment |= {"SAGEMAKER_IMAGE_ENDPOINT": name, "SAGEMAKER_IMAGE_MODE": mode}
        return image_models(Settings.model_validate(environment), AwsClients(), SystemClock(), str)["sagemaker"]()

    return at


@pytest.fixture
def realtime(container: Container) -> Iterator[LocalEndpoint]:
    with running_endpoint(LocalEndpoint(container)) as endpoint:
        yield endpoint


@pytest.fixture
def asynchronous(container: Container) -> Iterator[LocalEndpoint]:
    """S3 is moto's, as in the project's other tests."""
    with mock_aws():
        s3 = AwsClients().s3()
        s3.create_bucket(Bucket=BUCKET)
        with running_endpoint(LocalEndpoint(container, s3, f"s3://{BUCKET}/image-inference/answers")) as endpoint:
            yield endpoint


@pytest.fixture(params=["realtime", "asynchronous"])
def endpoint(request: pytest.FixtureRequest) -> LocalEndpoint:
    running: LocalEndpoint = request.getfixturevalue(request.param)
    return running


def size_of(picture: bytes) -> tuple[int, int]:
    with Image.open(BytesIO(picture)) as opened:
        return opened.size


def test_a_wish_becomes_a_picture_and_the_same_wish_the_same_picture(
    endpoint: LocalEndpoint, provider: Provider
) -> None:
    model = provider(endpoint)
    first, again = model.draw(WISH), model.draw(WISH)
    assert (first.model, size_of(first.data)) == ("Qwen/Qwen-Image", (80, 64))
    assert first.data == again.data


def test_a_given_picture_is_changed(endpoint: LocalEndpoint, provider: Provider) -> None:
    model, given = provider(endpoint), saved(sample((72, 64)))
    slightly, wholly = (model.redraw(given, WISH, strength=strength).data for strength in (0.1, 1))
    assert size_of(slightly) == size_of(wholly) == (80, 64)
    assert slightly != wholly


def test_what_the_container_refuses_is_final(endpoint: LocalEndpoint, provider: Provider) -> None:
    with pytest.raises(ProviderRejectedError) as caught:
        provider(endpoint).draw(TOO_SMALL)
    assert "width: must be 64 to 2048" in caught.value.operator_detail


def test_both_ways_give_the_same_picture(
    realtime: LocalEndpoint, asynchronous: LocalEndpoint, provider: Provider
) -> None:
    assert provider(realtime).draw(WISH).data == provider(asynchronous).draw(WISH).data


def test_an_asynchronous_request_and_its_answer_lie_under_the_prefix_that_is_cleared(
    asynchronous: LocalEndpoint, provider: Provider
) -> None:
    provider(asynchronous).draw(WISH)
    assert asynchronous.s3 is not None
    keys = [entry["Key"] for entry in asynchronous.s3.list_objects_v2(Bucket=BUCKET)["Contents"]]
    assert len(keys) == 2
    assert all(key.startswith("image-inference/") for key in keys)


def test_another_endpoint_is_a_matter_of_configuration(endpoint: LocalEndpoint, provider: Provider) -> None:
    with pytest.raises(ProviderNotConfiguredError):
        provider(endpoint, "no-such-endpoint").draw(WISH)
