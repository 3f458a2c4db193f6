"""One run from the request to pictures in the store."""

import base64
import hashlib
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from chalicelib.domain.errors import (
    ProviderNotConfiguredError,
    ProviderRejectedError,
    UnknownUploadError,
    ValidationFailedError,
)
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.picture_errors import (
    MaskUnusableError,
    PictureTooLargeError,
    PictureUnreadableError,
    UnsupportedPictureError,
)
from chalicelib.domain.picture_files import inspect_picture
from chalicelib.domain.pictures import PictureWish
from chalicelib.domain.ports.images import DrawnPicture, ImageModel, ImagePolicy, ImageTools
from chalicelib.domain.task_type import Continue, Outcome
from chalicelib.task_types.image_generation.handler import run
from chalicelib.task_types.image_generation.schema import ImageResult
from chalicelib.task_types.image_generation.submission import prepare
from tests.unit.content_generation.samples import ScriptedToolbox
from tests.unit.image_generation.picture_samples import bomb, mask, sample, saved

UPLOAD = "01arz3ndektsv4rrffq69g5fav"


class Desk:
    owner_id = "ann"

    def __init__(self, images: ImagePolicy | None = None) -> None:
        self.images = images or ImagePolicy(model_by_provider={"offline": "offline", "bedrock": "nova"})

    def record(self, kind: str, record_id: str, *, fresh: bool = False) -> Any:
        raise AssertionError((kind, record_id, fresh))

    def upload_exists(self, upload_id: str) -> bool:
        return upload_id == UPLOAD

    def file_exists(self, location: str) -> bool:
        raise AssertionError(location)

    def provider_configured(self, provider: str) -> bool:
        raise AssertionError(provider)


@dataclass
class PlainModel:
    """Draws one colour, by the seed, in a size of its own."""

    wishes: list[PictureWish] = field(default_factory=list)
    strengths: list[float] = field(default_factory=list)
    answer: bytes | None = None

    def draw(self, wish: PictureWish) -> DrawnPicture:
        self.wishes.append(wish)
        picture = sample((160, 160)).point(lambda value: (value + wish.seed) % 256)
        return DrawnPicture(self.answer or saved(picture), "plain-1", {"seen": len(wish.prompt)})

    def redraw(self, picture: bytes, wish: PictureWish, *, strength: float) -> DrawnPicture:
        facts = inspect_picture(picture)
        assert (facts.format, facts.width, facts.height) == ("png", wish.width, wish.height)
        self.strengths.append(strength)
        return self.draw(wish)


@dataclass
class Tools:
    drawing: PlainModel = field(default_factory=PlainModel)
    files: dict[str, bytes] = field(default_factory=dict)

    def model(self, provider: str) -> ImageModel:
        assert provider in ("offline", "bedrock")
        return self.drawing

    def keep(self, ref: str, data: bytes, *, content_type: str, file_name: str) -> None:
        assert content_type.startswith("image/")
        assert file_name.isascii()
        self.files[ref] = data


class ImageToolbox(ScriptedToolbox):
    tools: Tools

    def image_tools(self) -> ImageTools:
        return self.tools


@dataclass
class Context:
    tools: Tools = field(default_factory=Tools)
    uploads: dict[str, bytes] = field(default_factory=dict)
    checkpoint: JsonObject | None = None
    stops: bool = False
    task_id: str = "01KQ6Z3V7N8W9X0Y1Z2A3B4C5D"
    owner_id: str = "ann"
    lane: str = "image-normal"
    steps: list[tuple[int, int, str]] = field(default_factory=list)

    @property
    def toolbox(self) -> ImageToolbox:
        toolbox = ImageToolbox(uploads=self.uploads)
        toolbox.tools = self.tools
        return toolbox

    def result_of(self, task_id: str) -> JsonObject:
        raise AssertionError(task_id)

    def progress(self, done: int, total: int, step: str) -> None:
        self.steps.append((done, total, step))

    def should_stop(self) -> bool:
        return self.stops


def asked(**request: Any) -> JsonObject:
    return prepare({"prompt": "three red balloons", "width": 64, "height": 64, **request}, Desk())


def drawn(context: Context, **request: Any) -> ImageResult:
    outcome = run(asked(**request), context)
    assert isinstance(outcome, Outcome)
    return ImageResult.model_validate(outcome.result)


def refused(**request: Any) -> list[tuple[str, str]]:
    with pytest.raises(ValidationFailedError) as caught:
        prepare({"prompt": "x", **request}, Desk())
    return [(problem.pointer, problem.code) for problem in caught.value.problems]


def in_base64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def test_pictures_are_kept_as_the_result_says() -> None:
    context = Context()
    result = drawn(context, n=3, seed=7)
    assert [image.seed for image in result.images] == [7, 8, 9]
    assert (result.provider, result.model, result.understood, result.strength) == (
        "offline",
        "plain-1",
        {"seen": 18},
        None,
    )
    for image in result.images:
        data = context.tools.files[image.key]
        assert (len(data), hashlib.sha256(data).hexdigest()) == (image.bytes, image.sha256)
        facts = inspect_picture(data)
        assert (facts.format, facts.width, facts.height) == ("png", 64, 64)
    assert len(set(context.tools.files)) == 3


def test_the_second_of_several_is_the_first_of_the_next_seed() -> None:
    context = Context()
    assert drawn(context, n=2, seed=7).images[1].sha256 == drawn(context, seed=8).images[0].sha256


def test_without_a_seed_another_attempt_draws_the_same_and_another_task_another_picture() -> None:
    first, again, other = drawn(Context()), drawn(Context()), drawn(Context(task_id="01KQ6Z3V7N8W9X0Y1Z2A3B4C5E"))
    assert first.seed == again.seed != other.seed


@pytest.mark.parametrize("format", ["png", "jpeg", "webp"])
def test_the_format_is_the_one_that_was_asked_for(format: str) -> None:  # noqa: A002
    context = Context()
    image = drawn(context, format=format).images[0]
    assert inspect_picture(context.tools.files[image.key]).format == format
    assert image.key.endswith(f".{format}")


def test_the_result_holds_the_hash_of_the_prompt_and_not_the_prompt() -> None:
    result = drawn(Context())
    assert result.prompt_hash == hashlib.sha256(b"three red balloons\n").hexdigest()
    assert "balloons" not in result.model_dump_json()


def test_a_given_picture_is_cut_to_the_wished_size_and_changed_by_the_strength() -> None:
    context = Context()
    result = drawn(context, image=in_base64(saved(sample((300, 200), "CMYK"), "JPEG")), strength=0.3)
    assert (result.strength, context.tools.drawing.strengths) == (0.3, [0.3])
    assert context.steps[0] == (0, 1, "reading")


def test_a_given_picture_keeps_its_own_size_where_none_is_asked_for() -> None:
    context = Context(uploads={UPLOAD: saved(sample((300, 200)), "WEBP")})
    image = drawn(context, image_upload_id=UPLOAD, width=None, height=None).images[0]
    assert (image.width, image.height) == (304, 200)


def test_outside_the_mask_the_picture_stays_as_it_was() -> None:
    context = Context()
    given = sample((64, 64))
    fields = {"image": in_base64(saved(given)), "mask": in_base64(saved(mask((64, 64)))), "seed": 40}
    image = drawn(context, **fields).images[0]
    changed = Image.open(BytesIO(context.tools.files[image.key]))
    left, right = (0, 0, 32, 64), (32, 0, 64, 64)
    assert changed.crop(right).tobytes() == given.crop(right).tobytes()
    assert changed.getpixel((10, 10)) == (240, 70, 70), "the left is what was drawn"
    assert changed.crop(left).tobytes() != given.crop(left).tobytes()


def test_a_mask_is_scaled_and_cut_with_its_picture() -> None:
    context = Context(uploads={UPLOAD: saved(sample((300, 200)), "WEBP", lossless=True)})
    fields = {"image_upload_id": UPLOAD, "mask": in_base64(saved(mask((300, 200)), "WEBP", lossless=True)), "seed": 40}
    changed = Image.open(BytesIO(context.tools.files[drawn(context, **fields).images[0].key]))
    assert changed.getpixel((60, 32)) == (30, 30, 200)
    assert changed.getpixel((4, 32)) == (240, 70, 70)


def test_a_mask_that_is_of_no_use_is_refused() -> None:
    given = in_base64(saved(sample((64, 64))))
    with pytest.raises(MaskUnusableError, match="32 x 64"):
        asked(image=given, mask=in_base64(saved(mask((32, 64)))))
    with pytest.raises(MaskUnusableError, match="JPEG"):
        asked(image=given, mask=in_base64(saved(sample((64, 64)), "JPEG")))
    with pytest.raises(MaskUnusableError, match="nowhere transparent"):
        drawn(Context(), image=given, mask=in_base64(saved(sample((64, 64)))))
    uploaded = Context(uploads={UPLOAD: saved(sample((300, 200)))})
    with pytest.raises(MaskUnusableError, match="another size"):
        drawn(uploaded, image_upload_id=UPLOAD, mask=in_base64(saved(mask((64, 64)))))


def test_an_upload_that_is_no_picture_fails_the_task_with_the_reason() -> None:
    with pytest.raises(UnsupportedPictureError):
        drawn(Context(uploads={UPLOAD: b"%PDF-1.7"}), image_upload_id=UPLOAD)
    with pytest.raises(PictureUnreadableError):
        drawn(Context(uploads={UPLOAD: saved(sample((300, 200)))[:400]}), image_upload_id=UPLOAD)
    with pytest.raises(PictureTooLargeError):
        drawn(Context(uploads={UPLOAD: bomb()}), image_upload_id=UPLOAD)


def test_a_worker_without_time_leaves_what_it_has_and_the_next_one_draws_the_rest() -> None:
    tools = Tools()
    whole = drawn(Context(), n=3, seed=5)
    first = run(asked(n=3, seed=5), Context(tools, stops=True))
    assert isinstance(first, Continue)
    assert len(first.checkpoint["images"]) == 1
    second = run(asked(n=3, seed=5), Context(tools, checkpoint=first.checkpoint, stops=True))
    assert isinstance(second, Continue)
    last = run(asked(n=3, seed=5), Context(tools, checkpoint=second.checkpoint, stops=True))
    assert isinstance(last, Outcome)
    assert ImageResult.model_validate(last.result) == whole
    assert len(tools.drawing.wishes) == 3


def test_an_answer_that_is_no_picture_is_refused() -> None:
    with pytest.raises(ProviderRejectedError):
        drawn(Context(Tools(PlainModel(answer=b"<html>"))))


def test_what_a_provider_says_is_logged_without_the_prompt() -> None:
    class Talkative(PlainModel):
        def draw(self, wish: PictureWish) -> DrawnPicture:
            raise ProviderRejectedError("no", operator_detail=f'{{"error": "{wish.prompt} is not allowed"}}')

    with pytest.raises(ProviderRejectedError) as caught:
        drawn(Context(Tools(Talkative())))
    assert "balloons" not in caught.value.operator_detail


def test_what_is_left_open_the_stage_decides_at_once() -> None:
    policy = ImagePolicy("bedrock", {"bedrock": "nova"}, default_side=512, default_steps=12)
    prepared = prepare({"prompt": "  a cat \n"}, Desk(policy))
    wanted = {"prompt": "a cat", "provider": "bedrock", "width": 512, "height": 512, "steps": 12}
    assert wanted.items() <= prepared.items()


@pytest.mark.parametrize(
    ("request_fields", "problem"),
    [
        ({"prompt": "   "}, ("/request/prompt", "string_too_short")),
        ({"prompt": "x" * 4001}, ("/request/prompt", "string_too_long")),
        ({"prompt": "a\x00b"}, ("/request/prompt", "control_character")),
        ({"prompt": "a\x1b[31m"}, ("/request/prompt", "control_character")),
        ({"width": 56}, ("/request/width", "greater_than_equal")),
        ({"width": 2056}, ("/request/width", "less_than_equal")),
        ({"height": 300.5}, ("/request/height", "int_type")),
        ({"height": 301}, ("/request/height", "multiple_of")),
        ({"width": "512"}, ("/request/width", "int_type")),
        ({"steps": 0}, ("/request/steps", "greater_than_equal")),
        ({"n": 5}, ("/request/n", "less_than_equal")),
        ({"seed": -1}, ("/request/seed", "greater_than_equal")),
        ({"format": "gif"}, ("/request/format", "literal_error")),
        ({"strength": 0.5}, ("/request", "strength_without_picture")),
        ({"mask": "AAAA"}, ("/request", "mask_without_picture")),
        ({"image_upload_id": UPLOAD, "mask": "not base64!"}, ("/request/mask", "not_base64")),
        ({"image": "AAAA", "image_upload_id": "x"}, ("/request", "one_picture")),
        ({"image": "not base64!"}, ("/request/image", "not_base64")),
        ({"colour": "red"}, ("/request/colour", "extra_forbidden")),
    ],
)
def test_a_bad_request_names_what_is_wrong(request_fields: dict[str, Any], problem: tuple[str, str]) -> None:
    assert refused(**request_fields) == [problem]


def test_a_prompt_may_have_lines_and_exactly_four_thousand_characters() -> None:
    assert asked(prompt="一" * 4000)["prompt"] == "一" * 4000
    assert asked(prompt="a\n\tb")["prompt"] == "a\n\tb"


def test_a_stage_may_allow_less_than_the_schema() -> None:
    policy = ImagePolicy(largest_side=512, most_pictures=2)
    with pytest.raises(ValidationFailedError) as caught:
        prepare({"prompt": "x", "width": 1024, "n": 3}, Desk(policy))
    assert [problem.pointer for problem in caught.value.problems] == ["/request/width", "/request/n"]


def test_what_the_stage_lacks_is_refused() -> None:
    with pytest.raises(ProviderNotConfiguredError):
        asked(provider="sagemaker")
    with pytest.raises(UnknownUploadError):
        asked(image_upload_id="another")
    with pytest.raises(UnsupportedPictureError):
        asked(image=in_base64(b"GIF89a"))
