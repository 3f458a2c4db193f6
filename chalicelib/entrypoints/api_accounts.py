"""Accounts over HTTP: whom articles are written for."""

from chalicelib.domain.errors import ConflictError, InvalidCursorError, RecordExistsError, RecordNotFoundError
from chalicelib.entrypoints.http.call import Call
from chalicelib.entrypoints.http.models_records import (
    AccountBody,
    AccountChanges,
    AccountListQuery,
    AccountPage,
    AccountView,
)
from chalicelib.entrypoints.http.operation import Access, Answer
from chalicelib.entrypoints.http.presenters import account_view
from chalicelib.entrypoints.http.routes import ApiRoutes

blueprint = ApiRoutes(__name__, tag="Accounts")


@blueprint.route("/v1/accounts", answers={200: AccountPage}, raises=(InvalidCursorError,))
def list_accounts(call: Call, query: AccountListQuery) -> AccountPage:
    """List accounts, newest first

    All users of a deployment share them.
    """
    cursors = call.cursors(query)
    page = call.platform.accounts.list_accounts(
        active=query.active, limit=query.limit, cursor=cursors.decode(query.cursor)
    )
    return AccountPage(items=[account_view(r) for r in page.items], next_cursor=cursors.encode(page.next_cursor))


@blueprint.route("/v1/accounts/{account_id}", answers={200: AccountView}, raises=(RecordNotFoundError,))
def show_account(call: Call, account_id: str) -> AccountView:
    """Show an account"""
    return account_view(call.platform.accounts.show_account(account_id))


@blueprint.route(
    "/v1/accounts", method="POST", answers={201: AccountView}, access=Access.ADMIN, raises=(RecordExistsError,)
)
def create_account(call: Call, body: AccountBody) -> Answer:
    """Create an account"""
    account_id = None if body.account_id is None else str(body.account_id)
    record = call.platform.accounts.create_account(
        body.model_dump(exclude={"account_id"}), call.principal, account_id=account_id
    )
    return Answer(account_view(record), headers={"Location": f"{call.base_url}/v1/accounts/{record.id}"})


@blueprint.route(
    "/v1/accounts/{account_id}",
    method="PATCH",
    answers={200: AccountView},
    access=Access.ADMIN,
    raises=(RecordNotFoundError, ConflictError),
)
def change_account(call: Call, account_id: str, body: AccountChanges) -> AccountView:
    """Change an account

    Tasks that were submitted before keep the account as it was then.
    """
    return account_view(call.platform.accounts.change_account(account_id, body.changes(), call.principal))
