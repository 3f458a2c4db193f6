"""Uploads over HTTP: a ticket for bringing a file straight to the bucket."""

from chalicelib.entrypoints.http.call import Call
from chalicelib.entrypoints.http.models_service import UploadBody, UploadView
from chalicelib.entrypoints.http.routes import ApiRoutes

blueprint = ApiRoutes(__name__, tag="Uploads")


@blueprint.route("/v1/uploads", method="POST", answers={201: UploadView})
def start_upload(call: Call, body: UploadBody) -> UploadView:
    """Get a place to upload a file to

    Then PUT exactly so many bytes to `upload_url` with exactly the given headers and without the API key.
    """
    ticket = call.platform.uploads.start_upload(call.principal, content_type=body.content_type, size_bytes=body.bytes)
    return UploadView(
        upload_id=ticket.upload_id,
        upload_url=ticket.upload_url,
        headers=ticket.headers,
        expires_at=ticket.expires_at,
    )
