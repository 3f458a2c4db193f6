"""The embedded renderer: pictures from words without a model, the same ones for the same wish."""

import hashlib
import math
from random import Random

from PIL import Image

from chalicelib.adapters.embedded_renderer.reading.account import account_of
from chalicelib.adapters.embedded_renderer.reading.reader import read_prompt
from chalicelib.adapters.embedded_renderer.scene.composer import compose
from chalicelib.adapters.embedded_renderer.styles.catalogue import guided, in_styles
from chalicelib.adapters.embedded_renderer.transforming.transformer import transformed
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.pictures import PictureWish

FINE = 2.0
CANVAS_PIXELS = 6_500_000
"""Pictures are drawn larger and reduced, as far as this many pixels go: 2048×2048 stays within memory and time."""


class EmbeddedRenderer:
    """Reads colours, objects, counts, positions, sizes, moods and styles from a prompt and draws them."""

    def render(self, wish: PictureWish) -> Image.Image:
        reading = read_prompt(wish.prompt, wish.negative_prompt)
        scale = min(FINE, max(1.0, math.sqrt(CANVAS_PIXELS / (wish.width * wish.height))))
        canvas = compose(reading, (round(wish.width * scale), round(wish.height * scale)), _seed(wish))
        reduced = canvas.resize((wish.width, wish.height), Image.Resampling.LANCZOS)
        styled = in_styles(reduced, reading.styles, Random(_seed(wish)), steps=wish.steps)
        return guided(styled, wish.guidance)

    def transform(self, picture: Image.Image, wish: PictureWish, *, strength: float) -> Image.Image:
        """Strength 0 gives the picture back in the wanted size; 1 changes all but its composition."""
        return transformed(picture, wish, read_prompt(wish.prompt, wish.negative_prompt), strength)

    def understood(self, prompt: str) -> JsonObject:
        return account_of(read_prompt(prompt))


def _seed(wish: PictureWish) -> int:
    """The prompt belongs to the seed: two prompts with one seed do not get the same clouds."""
    return int.from_bytes(
        hashlib.sha256(f"{wish.seed}\n{wish.prompt}".encode("utf-8", "surrogatepass")).digest()[:8], "big"
    )
