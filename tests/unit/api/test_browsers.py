"""What browsers are told: allowed origins, security headers, the docs page."""

import base64
import hashlib
import re
from typing import Any

import pytest

from tests.unit.api.gateway import Gateway
from tests.unit.api.test_submitting import TASK

ORIGIN = "https://console.example"
TARGETS = ["/v1/tasks", "/v1/tasks/some-id/cancel", "/v1/lanes/generation-high", "/health", "/v1/nothing"]


@pytest.mark.parametrize("origin", [ORIGIN, "http://localhost:3000"])
def test_an_allowed_origin_may_read_the_answer(alice: Gateway, origin: str) -> None:
    reply = alice.get("/v1/tasks", Origin=origin)
    assert reply.headers["access-control-allow-origin"] == origin
    assert "Retry-After" in reply.headers["access-control-expose-headers"]
    assert "Origin" in reply.headers["vary"]


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "https://console.example.evil.example", "*", ""])
def test_no_other_origin_may(alice: Gateway, origin: str) -> None:
    assert "access-control-allow-origin" not in alice.get("/v1/tasks", Origin=origin).headers


def test_by_default_no_origin_is_allowed(make_world: Any) -> None:
    user = make_world(CORS_ALLOW_ORIGINS="").as_user("alice")
    assert "access-control-allow-origin" not in user.get("/v1/tasks", Origin=ORIGIN).headers


def test_an_allowed_origin_may_read_problems_too(nobody: Gateway) -> None:
    for reply in (nobody.get("/v1/tasks", Origin=ORIGIN), nobody.get("/v1/nothing", Origin=ORIGIN)):
        assert reply.headers["access-control-allow-origin"] == ORIGIN


@pytest.mark.parametrize("target", TARGETS)
def test_every_path_answers_preflight_requests_without_a_key(nobody: Gateway, target: str) -> None:
    headers = {"Origin": ORIGIN, "Access-Control-Request-Method": "POST"}
    reply = nobody.request("OPTIONS", target, headers=headers)
    assert reply.status == 204
    assert reply.headers["access-control-allow-origin"] == ORIGIN
    assert "Authorization" in reply.headers["access-control-allow-headers"]
    assert "Idempotency-Key" in reply.headers["access-control-allow-headers"]
    assert reply.text == ""


def test_preflight_names_the_methods_of_the_path(nobody: Gateway) -> None:
    reply = nobody.request("OPTIONS", "/v1/tasks", headers={"Origin": ORIGIN})
    assert reply.headers["access-control-allow-methods"] == "POST, GET, OPTIONS"


def test_preflight_from_another_origin_is_told_nothing(nobody: Gateway) -> None:
    reply = nobody.request("OPTIONS", "/v1/tasks", headers={"Origin": "https://evil.example"})
    assert not [name for name in reply.headers if name.startswith("access-control")]


def test_a_wrong_method_is_told_the_right_ones(alice: Gateway) -> None:
    assert alice.request("DELETE", "/v1/tasks").headers["allow"] == "POST, GET, OPTIONS"


def test_every_answer_carries_the_security_headers(alice: Gateway, nobody: Gateway) -> None:
    replies = [alice.post("/v1/tasks", TASK), alice.get("/v1/nothing"), nobody.get("/v1/tasks"), nobody.get("/health")]
    replies += [nobody.get("/docs"), nobody.get("/openapi.json"), nobody.request("OPTIONS", "/v1/tasks")]
    for reply in replies:
        assert reply.headers["x-content-type-options"] == "nosniff"
        assert reply.headers["strict-transport-security"].startswith("max-age=")
        assert reply.headers["referrer-policy"] == "no-referrer"
        assert reply.headers["cache-control"] == "no-store"
        assert "default-src 'none'" in reply.headers["content-security-policy"]
        assert reply.headers["x-request-id"] == "request-1"


class TestDocsPage:
    def test_it_fetches_nothing_from_elsewhere(self, nobody: Gateway) -> None:
        reply = nobody.get("/docs")
        assert reply.status == 200
        assert reply.headers["content-type"] == "text/html; charset=utf-8"
        assert not re.findall(r"(?:src|href)=\"(?:https?:)?//", reply.text)
        assert "@import" not in reply.text
        assert not re.findall(r"\burl\(", reply.text)

    def test_its_policy_allows_exactly_its_own_script_and_style(self, nobody: Gateway) -> None:
        reply = nobody.get("/docs")
        policy = reply.headers["content-security-policy"]
        for kind in ("script", "style"):
            content = re.search(rf"<{kind}>(.*?)</{kind}>", reply.text, re.DOTALL)
            assert content is not None
            digest = base64.b64encode(hashlib.sha256(content[1].encode()).digest()).decode()
            assert f"{kind}-src 'sha256-{digest}'" in policy
        assert "unsafe" not in policy

    def test_it_has_no_inline_handlers_or_styles_that_the_policy_would_block(self, nobody: Gateway) -> None:
        markup = re.sub(r"<(script|style)>.*?</\1>", "", nobody.get("/docs").text, flags=re.DOTALL)
        assert not re.findall(r"\s(?:on\w+|style)=", markup)

    def test_it_speaks_both_languages_in_every_label(self, nobody: Gateway) -> None:
        text = nobody.get("/docs").text
        english, chinese = (re.search(rf"\n  {name}: {{(.*?) }},\n", text, re.DOTALL) for name in ("en", "zh"))
        assert english is not None
        assert chinese is not None
        labels = [set(re.findall(r"(\w+): \"", found[1])) for found in (english, chinese)]
        assert labels[0] == labels[1]
        assert len(labels[0]) > 20
