"""Files of tables over HTTP: register and upload them, find them, see what was found wrong with them."""

import base64

from chalicelib.bootstrap import FileFilter, NewFile
from chalicelib.domain.errors import InvalidCursorError, RecordNotFoundError
from chalicelib.entrypoints.http.call import Call
from chalicelib.entrypoints.http.models_data_sync import (
    FileBody,
    FileListQuery,
    FilePage,
    FileReportView,
    FileView,
    RegisteredFile,
)
from chalicelib.entrypoints.http.present_data_sync import file_view, registered_file
from chalicelib.entrypoints.http.routes import ApiRoutes

blueprint = ApiRoutes(__name__, tag="Data sync")

PATH = "/api/data-sync/files"


@blueprint.route(PATH, method="POST", answers={201: RegisteredFile})
def register_data_file(call: Call, body: FileBody) -> RegisteredFile:
    """Register a file of rows

    With `bytes` the answer says where to PUT the content; a small file may come as `content_base64` instead.
    """
    if "content_base64" not in body.model_fields_set:
        return registered_file(*call.platform.data_files.register_file(call.principal, _new_file(body, body.bytes)))
    content = base64.b64decode(body.content_base64)
    return registered_file(
        call.platform.data_files.add_file(call.principal, _new_file(body, len(content)), content), None
    )


@blueprint.route(PATH, answers={200: FilePage}, raises=(InvalidCursorError,))
def list_data_files(call: Call, query: FileListQuery) -> FilePage:
    """List files, newest first

    A page may hold fewer than `limit` and still have a next one.
    """
    cursors = call.cursors(query)
    names = ("platform", "account", "data_kind", "state", "created_after", "created_before")
    narrowed = FileFilter(**{name: getattr(query, name) for name in names})
    page = call.platform.data_files.list_files(
        call.principal, narrowed, limit=query.limit, cursor=cursors.decode(query.cursor)
    )
    return FilePage(items=[file_view(r) for r in page.items], next_cursor=cursors.encode(page.next_cursor))


@blueprint.route(f"{PATH}/{{file_id}}", answers={200: FileView}, raises=(RecordNotFoundError,))
def show_data_file(call: Call, file_id: str) -> FileView:
    """Show a file"""
    return file_view(call.platform.data_files.show_file(file_id, call.principal))


@blueprint.route(f"{PATH}/{{file_id}}/report", answers={200: FileReportView}, raises=(RecordNotFoundError,))
def show_data_file_report(call: Call, file_id: str) -> FileReportView:
    """Show the quality report of a file's last sync

    How it was read, which mapping gave its columns their names, and the rows that something is wrong with.
    """
    report = call.platform.data_files.show_report(file_id, call.principal)
    return FileReportView(file_id=file_id, report=report.body)


def _new_file(body: FileBody, size_bytes: int) -> NewFile:
    return NewFile(
        name=body.name,
        platform=body.platform,
        account=body.account,
        data_kind=body.data_kind,
        content_type=body.content_type,
        size_bytes=size_bytes,
        as_of=body.as_of,
    )
