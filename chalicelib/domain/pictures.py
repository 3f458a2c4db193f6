"""What somebody wishes to see: the request every provider of pictures understands."""

from dataclasses import dataclass

DEFAULT_STEPS = 30
DEFAULT_GUIDANCE = 4.0


@dataclass(frozen=True, slots=True)
class PictureWish:
    """One picture asked for in words; the same wish with the same seed means the same picture.

    `steps` and `guidance` mean to every provider what they mean to a diffusion model: how long
    to refine the picture, and how closely to keep to the words.
    """

    prompt: str
    negative_prompt: str = ""
    width: int = 1024
    height: int = 1024
    seed: int = 0
    steps: int = DEFAULT_STEPS
    guidance: float = DEFAULT_GUIDANCE
