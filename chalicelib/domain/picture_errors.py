"""What can be wrong with a given picture."""

from chalicelib.domain.errors import SourceUnreadableError


class UnsupportedPictureError(SourceUnreadableError):
    """By its content the file is no picture of a kind that is read."""

    code = "unsupported_picture"


class PictureTooLargeError(SourceUnreadableError):
    """More bytes or more pixels than are read."""

    code = "picture_too_large"


class MaskUnusableError(SourceUnreadableError):
    """A mask of another size than its picture, or one that is nowhere transparent."""

    code = "mask_unusable"


class PictureUnreadableError(SourceUnreadableError):
    """A picture of a kind that is read, but cut off or broken."""

    code = "picture_unreadable"
