"""Links begin with the address the caller can reach."""

import pytest

from chalicelib.entrypoints.http.addresses import base_url

EVENT = {
    "path": "/v1/tasks",
    "headers": {"Host": "abc.execute-api.eu-west-1.amazonaws.com", "X-Forwarded-Proto": "https"},
    "requestContext": {
        "apiId": "abc",
        "stage": "dev",
        "path": "/dev/v1/tasks",
        "domainName": "abc.execute-api.eu-west-1.amazonaws.com",
    },
}


@pytest.mark.parametrize(
    ("configured", "emulator", "expected"),
    [
        ("https://hub.example/", "", "https://hub.example"),
        ("http://localhost:18010", "http://127.0.0.1:4566", "http://localhost:18010"),
        ("", "", "https://abc.execute-api.eu-west-1.amazonaws.com/dev"),
        ("", "http://127.0.0.1:4567", "http://127.0.0.1:4567/_aws/execute-api/abc/dev"),
    ],
)
def test_the_configured_address_wins_then_the_emulators_then_api_gateways(
    configured: str, emulator: str, expected: str
) -> None:
    assert base_url(configured, emulator, EVENT) == expected
