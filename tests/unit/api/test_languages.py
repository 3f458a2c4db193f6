"""Problems in the caller's language."""

import re

import pytest

from chalicelib.domain.errors import ContentHubError, FieldProblem
from chalicelib.entrypoints.http.details_zh import in_chinese
from chalicelib.entrypoints.http.kinds_of_problems import KIND_BY_CODE
from chalicelib.entrypoints.http.languages import preferred_language
from chalicelib.entrypoints.http.problems import Reader, problem_document
from chalicelib.entrypoints.http.sentences import ZH_BY_CODE, field_detail
from tests.unit.api.gateway import Gateway
from tests.unit.api.test_problems import descendants
from tests.unit.api.test_submitting import TASK

CHINESE = re.compile("[\u4e00-\u9fff]")


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


def test_what_nobody_has_translated_is_at_least_introduced_in_chinese() -> None:
    assert field_detail(FieldProblem("/x", "brand_new", "is odd"), "zh") == "内容无效：is odd"
    assert field_detail(FieldProblem("/x", "too_long", "has no number"), "zh") == "内容无效：has no number"
    assert field_detail(FieldProblem("/x", "brand_new", "is odd"), "en") == "is odd"


@pytest.mark.parametrize("code", sorted(KIND_BY_CODE))
def test_every_kind_of_problem_is_explained_in_chinese(code: str) -> None:
    kind = KIND_BY_CODE[code]
    assert CHINESE.search(kind.zh)
    assert CHINESE.search(kind.detail_zh)
    assert kind.detail_zh.endswith("。")
    assert kind.detail_zh.rstrip("。") != kind.zh


@pytest.mark.parametrize("error", sorted(set(descendants(ContentHubError)), key=str))
def test_every_error_is_told_in_chinese_to_a_chinese_reader(error: type[ContentHubError]) -> None:
    told = error.__new__(error)
    ContentHubError.__init__(told, "an English sentence that nobody has translated")
    vars(told)["problems"] = (FieldProblem("/x", "out_of_range", "must be 1 to 10"),)
    detail = problem_document(told, Reader("zh", "http://here", "r-1"))["detail"]
    assert CHINESE.search(detail)
    assert "English" not in detail


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("must be 1 to 10", "应在 1 到 10 之间"),
        ("must be within 30 days", "应在 30 天之内"),
        ("must be after now and run_at", "应晚于当前时间和 run_at"),
        ("must be in the future", "应晚于当前时间"),
        ("there is no lane 'x'; known are a, b", "没有通道 x，现有通道：a, b。"),
        ("there is no task type 'x'; known are a, b", "没有任务类型 x，请用 GET /info 查看全部类型。"),
        ("there is no task type x", "没有任务类型 x，请用 GET /info 查看全部类型。"),
        ("/v1/tasks takes GET, POST", "/v1/tasks 只支持 GET, POST。"),
        ("the body has 9 bytes, at most 5 are taken; use an upload for files", None),
        ("2 of 7 items are wrong", None),
        ("something else", ""),
    ],
)
def test_what_a_detail_says_of_the_very_case_is_kept(english: str, chinese: str | None) -> None:
    said = in_chinese(english)
    assert said == chinese if chinese is not None else {"9", "5"} <= set(said) or {"2", "7"} <= set(said)


@pytest.mark.parametrize(
    ("changes", "pointer", "detail"),
    [
        ({"priority": 0}, "/priority", "应大于或等于 1"),
        ({"run_at": "2027-11-22T12:00:00Z"}, "/run_at", "应在 30 天之内"),
        ({"start_by": "2020-01-01T00:00:00Z"}, "/start_by", "应晚于当前时间和 run_at"),
        ({"cancel_after": "2020-01-01T00:00:00Z"}, "/cancel_after", "应晚于当前时间和 run_at"),
        ({"run_at": "tomorrow"}, "/run_at", "应为带时区的时间，例如 2026-11-22T05:00:00Z"),
        ({"task_type": "nothing"}, None, "没有任务类型 nothing，请用 GET /info 查看全部类型。"),
    ],
)
def test_what_is_wrong_with_a_submission_is_said_in_chinese(
    alice: Gateway, changes: dict[str, object], pointer: str | None, detail: str
) -> None:
    problem = alice.post("/v1/tasks", {**TASK, **changes}, Accept_Language="zh").json
    if pointer is None:
        assert problem["detail"] == detail
    else:
        assert {"pointer": pointer, "detail": detail}.items() <= problem["errors"][0].items()
