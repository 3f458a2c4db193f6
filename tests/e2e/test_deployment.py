"""What a deployment leaves behind: names, variables, alarms, schedule, health."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from infrastructure.local.child_environment import aws_client_environment, plain_environment
from infrastructure.local.ports import find_free_ports
from infrastructure.local.settings import HOST, PROJECT, LocalSettings
from infrastructure.naming import CONSUMER_FUNCTIONS, FUNCTIONS, LANES, function_name
from tests.e2e.faults import sweep
from tests.e2e.local_cloud import ONLY_LOCAL, Platform, wait_until
from tests.e2e.tasks import Tasks, get

METRIC_SECONDS = 40.0


@pytest.fixture(scope="module")
def anonymous(platform: Platform) -> Iterator[httpx.Client]:
    with platform.client(None) as client:
        yield client


def test_health_is_told_without_a_key_and_deep_health_names_every_part(
    anonymous: httpx.Client, platform: Platform
) -> None:
    shallow = get(anonymous, "/health")
    deep = get(anonymous, "/health", deep="true")

    assert (shallow["status"], shallow["stage"]) == ("ok", platform.stage)
    assert deep["status"] == "ok", deep
    assert {name: check["status"] for name, check in deep["checks"].items()} == {
        "store": "ok",
        "queues": "ok",
        "consumer": "ok",
    }


def test_info_and_docs_are_served_by_the_function_itself(anonymous: httpx.Client, platform: Platform) -> None:
    info, docs = get(anonymous, "/info"), anonymous.get("/docs")

    assert info["stage"] == platform.stage
    assert {task_type["name"] for task_type in info["task_types"]} >= {"content_generation", "learning_roadmap"}
    assert [provider["name"] for provider in info["providers"] if provider["default"]] == ["offline"]
    assert docs.headers["Content-Type"].startswith("text/html")
    assert "://" not in docs.text.replace(platform.base_url, "").replace("http://www.w3.org", "")
    assert get(anonymous, "/openapi.json")["openapi"].startswith("3.1")


def test_the_functions_have_fixed_names_and_no_secret_in_their_variables(platform: Platform) -> None:
    for function in FUNCTIONS:
        found = platform.aws("lambda").get_function_configuration(FunctionName=function_name(platform.stage, function))
        variables: dict[str, str] = found["Environment"]["Variables"]
        assert variables["CONTENTHUB_STAGE"] == platform.stage
        assert not [name for name in variables if name.endswith(("KEY", "SECRET", "TOKEN", "PASSWORD"))], variables
        assert "chk_" not in str(variables)


def test_consumers_answer_for_single_messages_and_have_their_concurrency_reserved(platform: Platform) -> None:
    functions = platform.aws("lambda")

    for consumer in CONSUMER_FUNCTIONS:
        name = function_name(platform.stage, consumer)
        (source,) = functions.list_event_source_mappings(FunctionName=name)["EventSourceMappings"]
        assert source["FunctionResponseTypes"] == ["ReportBatchItemFailures"]
        assert source["BatchSize"] == 1
        assert functions.get_function_concurrency(FunctionName=name)["ReservedConcurrentExecutions"] >= 2


def test_the_dashboard_is_there(platform: Platform) -> None:
    if platform.cloud is None:
        pytest.skip("an emulator whose stacks may make no dashboards")
    name = f"contenthub-{platform.stage}"

    dashboard = platform.aws("cloudwatch").get_dashboard(DashboardName=name)

    assert json.loads(dashboard["DashboardBody"])["widgets"]


def test_the_alarms_are_there_and_tell_the_topic(platform: Platform) -> None:
    cloudwatch, prefix = platform.aws("cloudwatch"), f"contenthub-{platform.stage}"

    alarms = cloudwatch.describe_alarms(AlarmNamePrefix=prefix)["MetricAlarms"]

    wanted = {f"{prefix}-{lane}-{what}" for lane in LANES for what in ("dead-letters", "queue-length")}
    assert wanted | {f"{prefix}-failure-rate", f"{prefix}-sweeper-errors"} <= {alarm["AlarmName"] for alarm in alarms}
    assert all(platform.outputs["alarms_topic_arn"] in alarm["AlarmActions"] for alarm in alarms)


def test_the_sweeper_is_called_every_minute_and_reports_what_it_did(platform: Platform) -> None:
    events = platform.aws("events")
    sweeper = platform.aws("lambda").get_function_configuration(FunctionName=function_name(platform.stage, "sweeper"))

    names = events.list_rule_names_by_target(TargetArn=sweeper["FunctionArn"])["RuleNames"]
    rules = [events.describe_rule(Name=name) for name in names]

    assert [(rule["ScheduleExpression"], rule["State"]) for rule in rules] == [("rate(1 minute)", "ENABLED")]
    assert set(sweep(platform)) == {"sent", "ended", "untouched"}


def test_the_numbers_that_functions_log_become_metrics(platform: Platform, tasks: Tasks) -> None:
    if platform.cloud is None:
        pytest.skip("an emulator that makes no metrics out of log lines: only AWS and the own local cloud do")
    tasks.finished(tasks.submit()["task_id"])

    wanted = {"stage": platform.stage, "lane": "generation-normal", "task_type": "content_generation"}

    def found() -> bool:
        page = platform.aws("cloudwatch").list_metrics(Namespace="ContentHub", MetricName="TaskSucceeded")
        return wanted in [{d["Name"]: d["Value"] for d in metric["Dimensions"]} for metric in page["Metrics"]]

    wait_until(found, seconds=METRIC_SECONDS, what="the metric TaskSucceeded")


def test_a_second_deployment_changes_nothing(platform: Platform, tmp_path: Path) -> None:
    if platform.cloud is None:
        pytest.skip(ONLY_LOCAL)
    command = [sys.executable, "-m", "infrastructure.deploy", "--stage", platform.stage]
    command += ["--endpoint", platform.endpoint, "--public-url", platform.base_url]
    command += ["--public-live-url", platform.cloud.settings.live_url]
    command += ["--outputs", str(tmp_path / "outputs.json")]

    done = subprocess.run(
        command,
        cwd=PROJECT,
        env=aws_client_environment(platform.cloud.settings),
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    stacks = [line for line in done.stderr.splitlines() if line.startswith(("storage", "app", "operations"))]
    assert len(stacks) == 3, done.stderr
    assert all("unchanged" in line for line in stacks), done.stderr
    assert json.loads((tmp_path / "outputs.json").read_text()) == platform.outputs


def test_the_edge_answers_with_a_problem_when_the_emulator_is_gone(platform: Platform, tmp_path: Path) -> None:
    if platform.cloud is None:
        pytest.skip(ONLY_LOCAL)

    with _edge_before_nothing(platform.cloud.settings, tmp_path / "outputs.json") as base_url:
        answer = httpx.get(f"{base_url}/health", trust_env=False)

    assert answer.status_code == 502
    assert answer.headers["Content-Type"].startswith("application/problem+json")
    assert answer.json()["code"]
    assert answer.json()["detail"]


@contextmanager
def _edge_before_nothing(settings: LocalSettings, outputs_file: Path) -> Iterator[str]:
    """An edge that looks for its emulator on a port where nobody listens."""
    nobody, http_port, live_port = find_free_ports(3)
    outputs_file.write_text(settings.outputs_file.read_text().replace(str(settings.aws_port), str(nobody)))
    command = [sys.executable, "-m", "infrastructure.local.edge", "--outputs", str(outputs_file)]
    command += ["--aws-port", str(nobody), "--max-body-bytes", str(settings.max_body_bytes)]
    command += ["--http-port", str(http_port), "--live-port", str(live_port), f"--parent={os.getpid()}"]
    edge = subprocess.Popen(command, cwd=PROJECT, env=plain_environment(), start_new_session=True)
    try:
        wait_until(lambda: _answers(f"http://{HOST}:{http_port}"), what="the edge")
        yield f"http://{HOST}:{http_port}"
    finally:
        edge.kill()
        edge.wait()


def _answers(base_url: str) -> bool:
    try:
        httpx.get(base_url, trust_env=False)
    except httpx.ConnectError:
        return False
    return True
