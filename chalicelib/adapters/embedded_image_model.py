"""The embedded renderer as a provider of pictures: offline, and no model."""

from io import BytesIO

from PIL import Image

from chalicelib.adapters.embedded_renderer.renderer import EmbeddedRenderer
from chalicelib.domain.pictures import PictureWish
from chalicelib.domain.ports.images import OFFLINE, DrawnPicture


class EmbeddedImageModel:
    def __init__(self) -> None:
        self._renderer = EmbeddedRenderer()

    def draw(self, wish: PictureWish) -> DrawnPicture:
        return self._told(self._renderer.render(wish), wish)

    def redraw(self, picture: bytes, wish: PictureWish, *, strength: float) -> DrawnPicture:
        with Image.open(BytesIO(picture)) as source:
            return self._told(self._renderer.transform(source.convert("RGB"), wish, strength=strength), wish)

    def _told(self, image: Image.Image, wish: PictureWish) -> DrawnPicture:
        """As PPM, which costs nothing to write and to read again."""
        file = BytesIO()
        image.convert("RGB").save(file, "PPM")
        return DrawnPicture(file.getvalue(), OFFLINE, self._renderer.understood(wish.prompt))
