"""Image to image: a given picture really is changed, as far as its strength says."""

import pytest
from PIL import Image, ImageDraw, ImageOps

from chalicelib.domain.pictures import PictureWish
from tests.unit.embedded_renderer.looking import RENDERER, difference, outside_pictures, spots


def scene() -> Image.Image:
    """A white disc on a grey ground, dark below."""
    image = Image.new("RGB", (300, 300), (120, 120, 120))
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 200, 300, 300), fill=(40, 40, 40))
    draw.ellipse((40, 40, 140, 140), fill=(240, 240, 240))
    return image


def changed(prompt: str, strength: float, *, seed: int = 1) -> Image.Image:
    return RENDERER.transform(scene(), PictureWish(prompt, width=96, height=96, seed=seed), strength=strength)


def test_no_strength_gives_the_picture_back_in_the_wanted_size() -> None:
    expected = ImageOps.fit(scene(), (96, 96), Image.Resampling.LANCZOS)
    assert changed("oil painting, red", 0).tobytes() == expected.tobytes()


def test_more_strength_changes_more() -> None:
    base = changed("blue, oil painting", 0)
    steps = [difference(base, changed("blue, oil painting", strength)) for strength in (0.2, 0.5, 1.0)]
    assert steps == sorted(steps)
    assert steps[0] > 1


def test_the_composition_stays() -> None:
    grey = changed("blue and gold, watercolour", 1.0).convert("L").resize((6, 6)).tobytes()
    disc, above, below = grey[7], grey[10], grey[28]
    assert disc > above > below


@pytest.mark.parametrize(("prompt", "colour"), [("red and orange", "red"), ("蓝色", "blue"), ("绿色的油画", "green")])
def test_the_palette_moves_to_the_colours_asked_for(prompt: str, colour: str) -> None:
    assert sum(spot[2] for spot in spots(changed(prompt, 1.0), colour)) > 0.25


def test_things_are_added_only_if_the_prompt_says_so() -> None:
    assert not spots(changed("a red balloon", 0.0), "red")
    assert spots(changed("add a red balloon", 0.5), "red", at_least=0.02)
    assert spots(changed("加上一个红色的气球", 0.5), "red", at_least=0.02)


def test_the_same_wish_gives_the_same_bytes_and_another_seed_others() -> None:
    first = changed("snow, oil", 0.7).tobytes()
    assert changed("snow, oil", 0.7).tobytes() == first
    assert first != changed("snow, oil", 0.7, seed=2).tobytes()


def test_real_photographs_are_changed() -> None:
    folder = outside_pictures()
    if folder is None:
        pytest.skip("the shared pictures are not beside this project")
    for path in sorted(path for path in folder.iterdir() if path.suffix in (".png", ".jpg")):
        with Image.open(path) as picture:
            wish = PictureWish("sunset, oil painting", width=96, height=72, seed=1)
            before = RENDERER.transform(picture, wish, strength=0)
            assert difference(before, RENDERER.transform(picture, wish, strength=0.8)) > 8, path.name
