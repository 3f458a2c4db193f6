"""API Gateway as far as the API can tell: requests become proxy events, answers are read back."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from chalice.app import Chalice

from tests.fakes.clock import ManualClock

STAGE = "local"
HOST = "api.example"


@dataclass(frozen=True)
class Reply:
    status: int
    headers: Mapping[str, str]
    """By lower-case name."""
    text: str

    @property
    def json(self) -> Any:
        return json.loads(self.text)


@dataclass
class LambdaContext:
    """Lambda's clock runs with the test's."""

    clock: ManualClock
    seconds: float
    aws_request_id: str = "request-1"
    began: float = field(init=False)

    def __post_init__(self) -> None:
        self.began = self.clock.monotonic()

    def get_remaining_time_in_millis(self) -> int:
        return round((self.seconds - (self.clock.monotonic() - self.began)) * 1000)


@dataclass
class Gateway:
    """Finds the route as API Gateway does: literal segments first, the greedy path for everything else."""

    app: Chalice
    clock: ManualClock
    api_key: str | None = None
    lambda_seconds: float = 29.0

    def request(
        self,
        method: str,
        target: str,
        *,
        body: Any = None,
        raw: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Reply:
        sent = {"Host": HOST, "X-Forwarded-Proto": "https", **self._credentials(), **(headers or {})}
        text = raw if raw is not None else None if body is None else json.dumps(body)
        if text is not None and not any(name.lower() == "content-type" for name in sent):
            sent["Content-Type"] = "application/json"
        return self.invoke(self.event(method, target, text, sent))

    def get(self, target: str, **headers: str) -> Reply:
        return self.request("GET", target, headers=_named(headers))

    def post(self, target: str, body: Any = None, **headers: str) -> Reply:
        return self.request("POST", target, body=body, headers=_named(headers))

    def invoke(self, event: dict[str, Any]) -> Reply:
        answer = self.app(event, LambdaContext(self.clock, self.lambda_seconds))
        headers = {name.lower(): value for name, value in answer["headers"].items()}
        return Reply(answer["statusCode"], headers, answer["body"])

    def event(self, method: str, target: str, body: str | None, headers: Mapping[str, str]) -> dict[str, Any]:
        url = urlsplit(target)
        route, parameters = self._matched(method, url.path)
        query = parse_qs(url.query, keep_blank_values=True)
        return {
            "resource": route,
            "path": unquote(url.path),
            "httpMethod": method,
            "headers": dict(headers),
            "multiValueHeaders": {name: [value] for name, value in headers.items()},
            "queryStringParameters": {name: values[-1] for name, values in query.items()} or None,
            "multiValueQueryStringParameters": query or None,
            "pathParameters": parameters or None,
            "stageVariables": None,
            "body": body,
            "isBase64Encoded": False,
            "requestContext": {
                "httpMethod": method,
                "resourcePath": route,
                "path": f"/{STAGE}{url.path}",
                "stage": STAGE,
                "domainName": HOST,
                "requestId": "gateway-request-1",
                "identity": {"sourceIp": "127.0.0.1"},
            },
        }

    def _credentials(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.api_key}"} if self.api_key else {}

    def _matched(self, method: str, path: str) -> tuple[str, dict[str, str]]:
        parts = path.rstrip("/").split("/")
        found = [route for route in self.app.routes if _matches(route, parts)]
        closest = min(found, key=lambda route: route.count("{"), default=None)
        if closest is not None and method in self.app.routes[closest]:
            pairs = zip(closest.split("/"), parts, strict=True)
            return closest, {want[1:-1]: got for want, got in pairs if want.startswith("{")}
        return ("/", {}) if path == "/" else ("/{proxy+}", {"proxy": path.lstrip("/")})


def _matches(route: str, parts: list[str]) -> bool:
    wanted = route.split("/")
    if len(wanted) != len(parts) or route in ("/", "/{proxy+}"):
        return False
    return all(want == got or (want.startswith("{") and got) for want, got in zip(wanted, parts, strict=True))


def _named(headers: Mapping[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in headers.items()}
