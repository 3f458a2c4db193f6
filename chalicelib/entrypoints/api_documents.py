"""Documents over HTTP: files that analyses read, brought straight to the bucket."""

from pathlib import PurePath

from chalicelib.bootstrap import NewDocument
from chalicelib.domain.errors import InvalidCursorError, RecordNotFoundError
from chalicelib.entrypoints.http.call import Call
from chalicelib.entrypoints.http.models import PageQuery
from chalicelib.entrypoints.http.models_litigation import (
    DocumentBody,
    DocumentDeleted,
    DocumentPage,
    DocumentView,
    NewDocumentView,
)
from chalicelib.entrypoints.http.present_litigation import document_view, new_document_view
from chalicelib.entrypoints.http.routes import ApiRoutes

blueprint = ApiRoutes(__name__, tag="Documents")

CONTENT_TYPES = {
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


@blueprint.route("/v1/documents", method="POST", answers={201: NewDocumentView})
def add_document(call: Call, body: DocumentBody) -> NewDocumentView:
    """Get a place to upload a document to

    Then PUT exactly so many bytes to `upload_url` with exactly the given headers and without the API key.
    """
    ending = PurePath(body.file_name).suffix.lower()
    content_type = body.content_type or CONTENT_TYPES.get(ending, "application/octet-stream")
    new = NewDocument(body.file_name, content_type, body.bytes)
    return new_document_view(*call.platform.documents.add_document(call.principal, new))


@blueprint.route("/v1/documents", answers={200: DocumentPage}, raises=(InvalidCursorError,))
def list_documents(call: Call, query: PageQuery) -> DocumentPage:
    """List one's own documents, newest first"""
    cursors = call.cursors(query)
    page = call.platform.documents.list_documents(
        call.principal, limit=query.limit, cursor=cursors.decode(query.cursor)
    )
    return DocumentPage(items=[document_view(r) for r in page.items], next_cursor=cursors.encode(page.next_cursor))


@blueprint.route("/v1/documents/{document_id}", answers={200: DocumentView}, raises=(RecordNotFoundError,))
def show_document(call: Call, document_id: str) -> DocumentView:
    """Show a document, and whether it has been uploaded"""
    return document_view(call.platform.documents.show_document(document_id, call.principal))


@blueprint.route(
    "/v1/documents/{document_id}", method="DELETE", answers={200: DocumentDeleted}, raises=(RecordNotFoundError,)
)
def delete_document(call: Call, document_id: str) -> DocumentDeleted:
    """Delete a document and its file

    What was taken from it into reports stays there.
    """
    call.platform.documents.delete_document(document_id, call.principal)
    return DocumentDeleted(document_id=document_id, deleted=True)
