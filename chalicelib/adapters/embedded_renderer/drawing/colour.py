"""Colours as three numbers, and what light does to them."""

from random import Random

Colour = tuple[int, int, int]

WHITE: Colour = (250, 250, 248)
BLACK: Colour = (24, 24, 28)
LIGHT: Colour = (255, 250, 235)
DARK: Colour = (16, 14, 34)


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """`share` of the second colour: 0 is the first alone, 1 the second alone."""
    share = min(1.0, max(0.0, share))
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue


def lighter(colour: Colour, share: float = 0.3) -> Colour:
    return mix(colour, LIGHT, share)


def darker(colour: Colour, share: float = 0.3) -> Colour:
    return mix(colour, DARK, share)


def luminance(colour: Colour) -> float:
    return (0.299 * colour[0] + 0.587 * colour[1] + 0.114 * colour[2]) / 255


def contrasting(colour: Colour) -> Colour:
    """Ink that can be read on the colour."""
    return BLACK if luminance(colour) > 0.45 else WHITE


def varied(colour: Colour, rng: Random, amount: float = 14) -> Colour:
    """A neighbour of the colour: nature has no two equal leaves."""
    shift = rng.uniform(-amount, amount)
    red, green, blue = (min(255, max(0, round(part + shift + rng.uniform(-amount, amount) / 3))) for part in colour)
    return red, green, blue
