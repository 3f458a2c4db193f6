"""Routes whose views are served behind the boundary and described by the OpenAPI document."""

from collections.abc import Callable
from typing import Any

from chalice.app import Blueprint, Chalice, Response

from chalicelib.entrypoints.http.boundary import serve
from chalicelib.entrypoints.http.operation import AnyView, Operation

ANY_CONTENT_TYPE = ["*/*"]
"""Chalice's own check answers in its own words; the boundary checks and answers with a problem."""


class ApiRoutes(Blueprint):
    """A blueprint whose views take a Call and return a model or an Answer."""

    def __init__(self, import_name: str, *, tag: str) -> None:
        super().__init__(import_name)
        self._tag = tag

    def route(self, path: str, **declared: Any) -> Callable[[AnyView], AnyView]:
        """Register the decorated view with what an Operation declares; it can still be called directly."""

        def register(view: AnyView) -> AnyView:
            self._add(Operation(path=path, view=view, tag=self._tag, **declared))
            return view

        return register

    def _add(self, operation: Operation) -> None:
        def entry(**path_parameters: str) -> Response:
            return serve(operation, self.current_request, self.lambda_context, path_parameters)

        entry.__name__ = operation.name
        entry.__doc__ = operation.view.__doc__
        vars(entry)["operation"] = operation
        register = Blueprint.route(
            self, operation.path, methods=[operation.method], content_types=ANY_CONTENT_TYPE, name=operation.name
        )
        register(entry)


def operations_of(app: Chalice) -> list[Operation]:
    """Every operation that the app serves, from its own route table."""
    entries = [entry for methods in app.routes.values() for entry in methods.values()]
    return [vars(entry.view_function)["operation"] for entry in entries if "operation" in vars(entry.view_function)]
