"""Datasets over HTTP: which there are, their rows, and a csv file of them."""

from chalicelib.domain.errors import InvalidCursorError, RecordNotFoundError
from chalicelib.entrypoints.http.call import Call
from chalicelib.entrypoints.http.cursors import Cursors
from chalicelib.entrypoints.http.models import PageQuery
from chalicelib.entrypoints.http.models_data_sync import (
    DatasetPage,
    DatasetView,
    ExportQuery,
    RowPageView,
    RowsQuery,
)
from chalicelib.entrypoints.http.operation import Answer
from chalicelib.entrypoints.http.present_data_sync import dataset_view, row_view
from chalicelib.entrypoints.http.routes import ApiRoutes

blueprint = ApiRoutes(__name__, tag="Datasets")

PATH = "/v1/datasets"
IN_DATASET = (RecordNotFoundError, InvalidCursorError)


@blueprint.route(PATH, answers={200: DatasetPage}, raises=(InvalidCursorError,))
def list_datasets(call: Call, query: PageQuery) -> DatasetPage:
    """List datasets, newest first"""
    cursors = call.cursors(query)
    page = call.platform.datasets.list_datasets(call.principal, limit=query.limit, cursor=cursors.decode(query.cursor))
    return DatasetPage(items=[dataset_view(r) for r in page.items], next_cursor=cursors.encode(page.next_cursor))


@blueprint.route(f"{PATH}/{{dataset_id}}", answers={200: DatasetView}, raises=(RecordNotFoundError,))
def show_dataset(call: Call, dataset_id: str) -> DatasetView:
    """Show a dataset"""
    return dataset_view(call.platform.datasets.show_dataset(dataset_id, call.principal))


@blueprint.route(f"{PATH}/{{dataset_id}}/records", answers={200: RowPageView}, raises=IN_DATASET)
def list_dataset_rows(call: Call, dataset_id: str, query: RowsQuery) -> RowPageView:
    """List the rows of a dataset, in the order of their keys"""
    cursors = call.cursors(query, within=dataset_id)
    page = call.platform.datasets.list_rows(
        dataset_id, call.principal, prefix=query.prefix, limit=query.limit, cursor=cursors.decode(query.cursor)
    )
    return RowPageView(items=[row_view(row) for row in page.items], next_cursor=cursors.encode(page.next_cursor))


@blueprint.route(f"{PATH}/{{dataset_id}}/export", answers={200: None}, raises=IN_DATASET)
def export_dataset(call: Call, dataset_id: str, query: ExportQuery) -> Answer:
    """Fetch the rows of a dataset as csv

    A large dataset comes in parts: while `X-Next-Cursor` is answered, ask again with it as `cursor`. What a spreadsheet
    would run as a formula begins with an apostrophe.
    """
    cursors = Cursors(f"{call.operation.path} {dataset_id}", {"prefix": query.prefix}, call.principal.user_id)
    part = call.platform.datasets.export(
        dataset_id,
        call.principal,
        prefix=query.prefix,
        cursor=cursors.decode(query.cursor),
        remaining_seconds=call.remaining_seconds,
    )
    headers = {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": f'attachment; filename="{dataset_id}.csv"',
        "X-Row-Count": str(part.rows),
    }
    if (following := cursors.encode(part.next_cursor)) is not None:
        headers["X-Next-Cursor"] = following
    return Answer(text=part.text, headers=headers)
