"""Why a document cannot be read; final, because no further attempt reads it better."""

from chalicelib.domain.errors import SourceUnreadableError


class UnreadableDocumentError(SourceUnreadableError):
    code = "document_unreadable"


class EmptyDocumentError(UnreadableDocumentError):
    code = "document_empty"


class BrokenDocumentError(UnreadableDocumentError):
    code = "document_broken"


class EncryptedDocumentError(UnreadableDocumentError):
    code = "document_encrypted"


class NoTextLayerError(UnreadableDocumentError):
    """Pictures of pages: what they say would have to be recognised first."""

    code = "document_no_text_layer"


class UnsupportedDocumentError(UnreadableDocumentError):
    code = "document_type_unsupported"


class DocumentTooLargeError(UnreadableDocumentError):
    code = "document_too_large"
