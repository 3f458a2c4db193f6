"""What no other route answers: preflight requests of browsers, wrong methods, wrong paths.

API Gateway hands a request to the greedy path when no other path has it, and also when the path has it but not the
method. Without this it would answer 403 "Missing Authentication Token" in its own words.
"""

from chalicelib.domain.errors import NotFoundError
from chalicelib.entrypoints.http.call import Call
from chalicelib.entrypoints.http.kinds_of_problems import MethodNotAllowedError
from chalicelib.entrypoints.http.operation import Access, Answer
from chalicelib.entrypoints.http.response_headers import cross_origin_headers, preflight_headers
from chalicelib.entrypoints.http.routes import ApiRoutes, operations_of

blueprint = ApiRoutes(__name__, tag="")

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD")
EVERYTHING = ("/", "/{proxy+}")


def answer_preflight(call: Call) -> Answer:
    """Which methods and headers a page of an allowed origin may use here"""
    allowed = cross_origin_headers(call.headers, call.platform.settings.allowed_origins)
    methods = (*_methods_at(_path(call)), "OPTIONS")
    return Answer(status=204, headers={"Allow": ", ".join(methods), **(preflight_headers(methods) if allowed else {})})


def refuse(call: Call) -> Answer:
    """Nothing answers here"""
    path = _path(call)
    methods = _methods_at(path)
    if methods:
        raise MethodNotAllowedError(f"{path} takes {', '.join(methods)}", (*methods, "OPTIONS"))
    raise NotFoundError(f"there is nothing at {path[:200]}; see /docs")


def _path(call: Call) -> str:
    return str(call.event.get("path") or call.event["requestContext"].get("path") or "/")


def _methods_at(path: str) -> tuple[str, ...]:
    """The methods that some operation serves at this path, literal segments before parameters."""
    found = [o for o in operations_of(blueprint.current_app) if o.documented and _matches(o.path, path)]
    closest = min((operation.path.count("{") for operation in found), default=0)
    return tuple(operation.method for operation in found if operation.path.count("{") == closest)


def _matches(template: str, path: str) -> bool:
    wanted, given = template.split("/"), path.rstrip("/").split("/")
    return len(wanted) == len(given) and all(
        want == got or (want.startswith("{") and got) for want, got in zip(wanted, given, strict=True)
    )


for everything in EVERYTHING:
    unrouted = {"access": Access.PUBLIC, "documented": False}
    blueprint.route(everything, method="OPTIONS", answers={204: None}, **unrouted)(answer_preflight)
    for method in METHODS:
        blueprint.route(everything, method=method, answers={404: None}, **unrouted)(refuse)
