"""Problems in the caller's language."""

import pytest

from chalicelib.domain.errors import FieldProblem
from chalicelib.entrypoints.http.languages import preferred_language
from chalicelib.entrypoints.http.sentences import ZH_BY_CODE, field_detail
from tests.unit.api.gateway import Gateway
from tests.unit.api.test_submitting import TASK


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "en"),
        ("zh", "zh"),
        ("zh-CN", "zh"),
        ("zh-Hant-TW,en;q=0.5", "zh"),
        ("en,zh", "en"),
        ("en;q=0.3, zh;q=0.7", "zh"),
        ("fr, de", "en"),
        ("fr, zh;q=0.2", "zh"),
        ("zh;q=0, en;q=0.1", "en"),
        ("zh;q=0", "en"),
        ("*", "en"),
        ("fr, *;q=0.5, zh;q=0.1", "en"),
        ("zh;q=banana", "en"),
        ("zh; q=0.9 , en ; q=0.8", "zh"),
        (",,;;q=1", "en"),
        ("ZH-cn", "zh"),
        ("zh;q=1.5, en;q=1", "zh"),
    ],
)
def test_the_language_follows_the_quality_values(header: str, language: str) -> None:
    assert preferred_language(header) == language


def test_title_and_field_problems_are_chinese_for_a_chinese_reader(alice: Gateway) -> None:
    reply = alice.post("/v1/tasks", {**TASK, "priority": 11, "colour": 1}, Accept_Language="zh-CN,zh;q=0.9")
    problem = reply.json
    assert problem["title"] == "请求内容无效"
    assert {error["pointer"]: error["detail"] for error in problem["errors"]} == {
        "/priority": "应小于或等于 10",
        "/colour": "不允许出现此字段",
    }
    assert reply.headers["content-language"] == "zh"


def test_the_code_is_the_same_in_every_language(alice: Gateway) -> None:
    codes = {alice.get("/v1/tasks/x", Accept_Language=language).json["code"] for language in ("zh", "en", "fr")}
    assert codes == {"task_not_found"}


def test_a_choice_names_what_may_be_chosen(alice: Gateway) -> None:
    detail = alice.get("/v1/contents?state=burnt", Accept_Language="zh").json["errors"][0]["detail"]
    assert detail == "应为以下之一：draft、ready、archived"


@pytest.mark.parametrize("code", sorted(ZH_BY_CODE))
def test_every_sentence_can_be_said(code: str) -> None:
    said = field_detail(FieldProblem("/x", code, "should be at most 7 or 'a' or 'b'"), "zh")
    assert said
    assert "{" not in said


def test_what_has_no_chinese_sentence_stays_english() -> None:
    assert field_detail(FieldProblem("/x", "brand_new", "is odd"), "zh") == "is odd"
    assert field_detail(FieldProblem("/x", "too_long", "has no number"), "zh") == "has no number"
