"""Pictures as pixels: whatever comes is read into plain RGB, upright and without metadata; what goes is encoded."""

import struct
import warnings
import zlib
from collections.abc import Callable
from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

from chalicelib.domain.errors import ProviderRejectedError
from chalicelib.domain.picture_errors import MaskUnusableError, PictureTooLargeError, PictureUnreadableError
from chalicelib.domain.picture_files import MOST_PIXELS, PictureFormat, check_pixels, inspect_picture
from chalicelib.task_types.image_generation.schema import LARGEST_SIDE, SIDE_STEP, SMALLEST_SIDE

Raster = Image.Image
Finish = Callable[[Raster], Raster]
Image.MAX_IMAGE_PIXELS = MOST_PIXELS
_BROKEN = (OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError, struct.error, zlib.error)
"""What Pillow raises for files that are broken in one way or another."""
_SIXTEEN_BITS = ("I;16", "I;16B", "I;16L", "I;16N", "I")
JPEG_QUALITY, WEBP_QUALITY = 92, 90


def read_picture(data: bytes) -> Raster:
    """The first frame, upright, in RGB; transparent parts become white.

    Raises UnsupportedPictureError, PictureTooLargeError, PictureUnreadableError.
    """
    return _read(data, _plain)


def read_mask(data: bytes, picture: Raster) -> Raster:
    """White where the picture may change, which is where the mask is transparent; grey where it may change in part.

    Raises MaskUnusableError, and what reading a picture raises.
    """
    changeable = _read(data, _transparency)
    if changeable.size != picture.size:
        raise MaskUnusableError("the mask is of another size than the picture")
    if changeable.getbbox() is None:
        raise MaskUnusableError("the mask is nowhere transparent: nothing may change")
    return changeable


def within(mask: Raster, changed: Raster, picture: Raster) -> Raster:
    """The changed picture inside the mask, the given one outside; all of one size."""
    return Image.composite(changed, picture, mask)


def _read(data: bytes, finish: Finish) -> Raster:
    inspect_picture(data)
    try:
        return _opened(data, ("PNG", "JPEG", "WEBP"), finish)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError) as error:
        raise PictureTooLargeError("the picture has too many pixels") from error
    except (UnidentifiedImageError, *_BROKEN) as error:
        raise PictureUnreadableError("the picture is broken: not all of it can be read") from error


def natural_size(width: int, height: int) -> tuple[int, int]:
    """The picture's own size as near as the limits and steps of sides allow."""
    scale = min(1.0, LARGEST_SIDE / max(width, height))
    return _side(width * scale), _side(height * scale)


def fitted(picture: Raster, width: int, height: int) -> Raster:
    """Cut at the edges, never stretched."""
    if picture.size == (width, height):
        return picture
    return ImageOps.fit(picture, (width, height), Image.Resampling.LANCZOS)


def png_of(picture: Raster) -> bytes:
    return _saved(picture, "PNG", compress_level=1)


def drawn_picture(drawn: bytes, width: int, height: int) -> Raster:
    """What a provider drew, in the size that was asked for. Raises ProviderRejectedError where it is no picture."""
    try:
        return fitted(_opened(drawn, ("PNG", "JPEG", "WEBP", "PPM"), _plain), width, height)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, UnidentifiedImageError, *_BROKEN) as error:
        raise ProviderRejectedError("the provider's answer is no picture") from error


def encoded(picture: Raster, format: PictureFormat) -> bytes:  # noqa: A002 - the API's word
    """Without metadata."""
    if format == "jpeg":
        return _saved(picture, "JPEG", quality=JPEG_QUALITY, subsampling=0)
    if format == "webp":
        return _saved(picture, "WEBP", quality=WEBP_QUALITY, method=4)
    return _saved(picture, "PNG", compress_level=6)


def _opened(data: bytes, formats: tuple[str, ...], finish: Finish) -> Raster:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # remarks about odd metadata, which is thrown away
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        with Image.open(BytesIO(data), formats=formats) as file:
            check_pixels(*file.size)
            if getattr(file, "n_frames", 1) > 1:
                file.seek(0)
            file.load()
            return finish(ImageOps.exif_transpose(file))


def _plain(picture: Raster) -> Raster:
    """A fresh picture: nothing but pixels comes with it."""
    if picture.mode in _SIXTEEN_BITS:
        picture = picture.point(lambda value: value / 256).convert("L")
    if picture.mode in ("RGBA", "LA", "PA", "La", "RGBa") or "transparency" in picture.info:
        ground = Image.new("RGBA", picture.size, "white")
        ground.alpha_composite(picture.convert("RGBA"))
        picture = ground
    plain = picture.convert("RGB")
    plain.info.clear()
    return plain


def _transparency(picture: Raster) -> Raster:
    return ImageOps.invert(picture.convert("RGBA").getchannel("A"))


def _side(length: float) -> int:
    return min(max(int(length / SIDE_STEP + 0.5) * SIDE_STEP, SMALLEST_SIDE), LARGEST_SIDE)


def _saved(picture: Raster, format: str, **options: int) -> bytes:  # noqa: A002 - Pillow's word
    file = BytesIO()
    picture.save(file, format, **options)
    return file.getvalue()
