"""Files are judged by their content before they are read, and read into plain RGB or refused with a reason (P43)."""

import pytest
from PIL import Image

from chalicelib.domain.picture_errors import PictureTooLargeError, PictureUnreadableError, UnsupportedPictureError
from chalicelib.domain.picture_files import MOST_PICTURE_BYTES, PictureFormat, inspect_picture
from chalicelib.task_types.image_generation.pixels import drawn_picture, encoded, natural_size, read_picture
from tests.unit.image_generation.picture_samples import (
    animated,
    bomb,
    lying_bomb,
    lying_on_its_side,
    sample,
    saved,
    sixteen_bit,
)

FORMATS: tuple[PictureFormat, ...] = ("png", "jpeg", "webp")
KINDS: list[tuple[str, dict[str, object]]] = [
    ("PNG", {}),
    ("JPEG", {}),
    ("JPEG", {"progressive": True}),
    ("WEBP", {}),
    ("WEBP", {"lossless": True}),
]


def pixel(picture: Image.Image, x: int, y: int) -> tuple[int, int, int]:
    found = picture.getpixel((x, y))
    assert isinstance(found, tuple)
    return int(found[0]), int(found[1]), int(found[2])


@pytest.mark.parametrize(("kind", "options"), KINDS)
def test_type_and_size_are_told_from_the_first_bytes(kind: str, options: dict[str, object]) -> None:
    facts = inspect_picture(saved(sample((97, 63)), kind, **options))
    assert (facts.format, facts.width, facts.height) == (kind.lower(), 97, 63)


def test_an_animated_webp_with_its_own_header_is_measured_too() -> None:
    facts = inspect_picture(animated())
    assert (facts.width, facts.height) == (96, 64)


@pytest.mark.parametrize(("kind", "options"), KINDS)
@pytest.mark.parametrize("part", [0.05, 0.5, 0.98])
def test_a_file_that_is_cut_off_is_refused(kind: str, options: dict[str, object], part: float) -> None:
    whole = saved(sample((300, 200)), kind, **options)
    with pytest.raises((PictureUnreadableError, UnsupportedPictureError)):
        inspect_picture(whole[: int(len(whole) * part)])


@pytest.mark.parametrize("kind", ["GIF", "BMP", "TIFF", "PDF", "ICO"])
def test_other_kinds_of_pictures_are_refused_whatever_they_are_called(kind: str) -> None:
    with pytest.raises(UnsupportedPictureError):
        inspect_picture(saved(sample(), kind))


@pytest.mark.parametrize("data", [b"", b"\x89PNG", b"<svg onload='x'/>", b"\0" * 5000, "图片".encode() * 100])
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(UnsupportedPictureError):
        inspect_picture(data)


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    assert len(bomb()) < 5_000
    with pytest.raises(PictureTooLargeError, match="30000 x 30000"):
        inspect_picture(bomb())


def test_a_file_with_too_many_bytes_is_refused() -> None:
    with pytest.raises(PictureTooLargeError, match="bytes"):
        inspect_picture(b"\x89PNG\r\n\x1a\n" + b"\0" * MOST_PICTURE_BYTES)


def test_a_bomb_that_lies_about_its_size_gives_no_more_than_it_said() -> None:
    assert read_picture(lying_bomb()).size == (10, 10)


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "LA", "1", "P"])
def test_every_mode_of_a_png_becomes_rgb(mode: str) -> None:
    picture = read_picture(saved(sample(mode="RGB").convert(mode)))
    assert (picture.mode, picture.size) == ("RGB", (96, 64))


def test_a_cmyk_jpeg_keeps_its_colours() -> None:
    red = pixel(read_picture(saved(sample(mode="CMYK"), "JPEG", quality=95)), 5, 30)
    assert red[0] > 150
    assert red[2] < 90


def test_sixteen_bits_become_eight_without_losing_the_light() -> None:
    picture = read_picture(sixteen_bit())
    left, middle, right = (pixel(picture, x, 10)[0] for x in (1, 32, 62))
    assert left < 20
    assert 110 < middle < 145
    assert right > 235


def test_transparent_parts_become_white() -> None:
    ghost = Image.new("RGBA", (64, 64), (255, 0, 0, 0))
    assert pixel(read_picture(saved(ghost)), 30, 30) == (255, 255, 255)


def test_a_transparent_palette_becomes_white_too() -> None:
    picture = Image.new("P", (64, 64), 0)
    picture.putpalette([10, 20, 30, 200, 100, 50])
    assert pixel(read_picture(saved(picture, transparency=0)), 30, 30) == (255, 255, 255)


def test_a_picture_lying_on_its_side_is_set_upright_and_forgets_where_it_was_made() -> None:
    given = lying_on_its_side()
    assert b"SecretCamera" in given
    picture = read_picture(given)
    assert picture.size == (64, 96)
    assert pixel(picture, 30, 5)[0] > 150, "red is above"
    for kind in FORMATS:
        again = encoded(drawn_picture(saved(picture), 64, 96), kind)
        assert b"SecretCamera" not in again
        assert b"Exif" not in again


def test_of_an_animation_the_first_frame_is_taken() -> None:
    assert pixel(read_picture(animated()), 5, 30)[0] > 150
    assert pixel(read_picture(animated("PNG")), 5, 30)[0] > 150


def test_a_file_broken_inside_is_refused() -> None:
    whole = bytearray(saved(sample((300, 200)), "PNG"))
    whole[60:90] = b"\0" * 30
    with pytest.raises(PictureUnreadableError):
        read_picture(bytes(whole))


@pytest.mark.parametrize(
    ("given", "natural"),
    [((100, 60), (104, 64)), ((4000, 3000), (2048, 1536)), ((10, 10), (64, 64)), ((9000, 30), (2048, 64))],
)
def test_the_natural_size_stays_within_the_limits(given: tuple[int, int], natural: tuple[int, int]) -> None:
    assert natural_size(*given) == natural
