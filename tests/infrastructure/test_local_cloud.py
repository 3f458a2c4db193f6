"""The local cloud with its real emulator: it starts, keeps its state, notifies, and leaves nothing behind."""

from __future__ import annotations

import io
import json
import os
import signal
import socket
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import boto3
import psutil
import pytest

from infrastructure.local import processes
from infrastructure.local.alarm_watch import AlarmWatch
from infrastructure.local.cloud import LocalCloud
from infrastructure.local.companion import Companion
from infrastructure.local.ports import find_free_ports
from infrastructure.local.processes import Launch
from infrastructure.local.settings import PROJECT, REGION, LocalSettings
from infrastructure.local.steps import StepError

FUNCTION = """
import importlib.util

def handler(event, context):
    print("one line")
    return {name: importlib.util.find_spec(name) is not None for name in event["modules"]}
"""


def settings_in(home: Path) -> LocalSettings:
    aws_port, http_port, live_port = find_free_ports(3)
    return LocalSettings(home, aws_port, http_port, live_port, companion_seconds=0.5)


def client(cloud: LocalCloud, service: str) -> Any:
    session: Any = boto3.Session("test", "test", region_name=REGION)
    return session.client(service, endpoint_url=cloud.settings.endpoint)


def wait_for(look: Callable[[], object], *, seconds: float = 20.0) -> None:
    deadline = time.monotonic() + seconds
    while not look():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.05)


@pytest.fixture(scope="module")
def cloud(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalCloud]:
    running = LocalCloud(settings_in(tmp_path_factory.mktemp("a cloud")), parent=os.getpid())
    try:
        running.start()
        yield running
    finally:
        running.stop()


@pytest.fixture
def other(tmp_path: Path) -> Iterator[LocalCloud]:
    made = LocalCloud(settings_in(tmp_path), parent=os.getpid())
    yield made
    made.stop()


def test_functions_find_what_the_lambda_runtime_holds_and_no_more(cloud: LocalCloud) -> None:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as package:
        package.writestr("index.py", FUNCTION)
    functions = client(cloud, "lambda")
    functions.create_function(
        FunctionName="imports",
        Runtime="python3.11",
        Handler="index.handler",
        Role="arn:aws:iam::000000000000:role/r",
        Code={"ZipFile": archive.getvalue()},
    )
    modules = {"boto3": True, "ministack": False, "yaml": False, "pydantic": False, "infrastructure": False}

    answer = functions.invoke(FunctionName="imports", Payload=json.dumps({"modules": list(modules)}))

    assert json.loads(answer["Payload"].read()) == modules


def test_an_alarm_goes_off_and_back_and_tells_its_topic_both_times(cloud: LocalCloud) -> None:
    queues, topics, metrics = (client(cloud, name) for name in ("sqs", "sns", "cloudwatch"))
    watched = queues.create_queue(QueueName="contenthub-test-lane")["QueueUrl"]
    inbox = queues.create_queue(QueueName="inbox")["QueueUrl"]
    topic = topics.create_topic(Name="alarms")["TopicArn"]
    inbox_arn = queues.get_queue_attributes(QueueUrl=inbox, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    topics.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=inbox_arn)
    metrics.put_metric_alarm(
        AlarmName="too-long",
        Namespace="AWS/SQS",
        MetricName="ApproximateNumberOfMessagesVisible",
        Dimensions=[{"Name": "QueueName", "Value": "contenthub-test-lane"}],
        Statistic="Maximum",
        Period=60,
        EvaluationPeriods=1,
        Threshold=0,
        ComparisonOperator="GreaterThanThreshold",
        TreatMissingData="notBreaching",
        AlarmActions=[topic],
        OKActions=[topic],
    )

    queues.send_message(QueueUrl=watched, MessageBody="waits")
    wait_for(lambda: state_of(metrics, "too-long") == "ALARM")
    queues.purge_queue(QueueUrl=watched)
    watch, now = AlarmWatch(metrics), time.time()
    watch.look(now)
    watch.look(now + 120)

    assert set(announced_states(queues, inbox, count=2)) == {"ALARM", "OK"}


def test_a_metric_in_a_log_line_becomes_a_metric(cloud: LocalCloud) -> None:
    logs, metrics = client(cloud, "logs"), client(cloud, "cloudwatch")
    group, stream = "/aws/lambda/contenthub-test-worker", "s"
    logs.create_log_group(logGroupName=group)
    logs.create_log_stream(logGroupName=group, logStreamName=stream)
    directive = {"Namespace": "Test", "Dimensions": [["lane"]], "Metrics": [{"Name": "Done", "Unit": "Count"}]}
    now = int(time.time() * 1000)
    line = {"_aws": {"Timestamp": now, "CloudWatchMetrics": [directive]}, "lane": "high", "Done": 3}

    logs.put_log_events(
        logGroupName=group, logStreamName=stream, logEvents=[{"timestamp": now, "message": json.dumps(line)}]
    )

    wait_for(lambda: metrics.list_metrics(Namespace="Test")["Metrics"])
    (metric,) = metrics.list_metrics(Namespace="Test")["Metrics"]
    assert metric["Dimensions"] == [{"Name": "lane", "Value": "high"}]


def test_the_companion_survives_an_emulator_that_is_away(tmp_path: Path) -> None:
    endpoint = settings_in(tmp_path).endpoint
    session = boto3.Session("test", "test", region_name=REGION)

    Companion(session, endpoint=endpoint).look()


def test_what_is_stored_survives_a_stop_and_a_second_start_beside_another_cloud(
    cloud: LocalCloud, other: LocalCloud
) -> None:
    other.start()
    client(other, "sqs").create_queue(QueueName="kept")
    stopped = other.stop()
    other.start()

    assert sorted(stopped) == ["companion", "edge", "emulator"]
    assert client(other, "sqs").get_queue_url(QueueName="kept")["QueueUrl"].endswith("/kept")
    assert len(cloud.running()) == 3


def test_a_second_start_changes_nothing(cloud: LocalCloud) -> None:
    before = cloud.running()

    cloud.start()

    assert cloud.running() == before


def test_what_runs_older_code_is_started_again_and_keeps_its_data(
    other: LocalCloud, capsys: pytest.CaptureFixture[str]
) -> None:
    other.start()
    client(other, "sqs").create_queue(QueueName="kept")
    before = {record.name: record.pid for record in other.running()}
    started_by_older_code(other, "emulator")
    started_by_older_code(other, "edge")
    capsys.readouterr()

    other.start()

    after = {record.name: record.pid for record in other.running()}
    assert [name for name in after if after[name] != before[name]] == ["edge", "emulator"]
    assert "Stopped the emulator, which ran older code" in capsys.readouterr().out
    assert client(other, "sqs").get_queue_url(QueueName="kept")


def test_an_emulator_of_older_code_is_not_asked_to_save(other: LocalCloud) -> None:
    command = [sys.executable, "-c", "import time; time.sleep(600)"]
    home, log = other.settings.home, other.settings.log_of("emulator")
    launch = Launch("emulator", command, {}, home, log, fingerprint="older")
    record = processes.start(launch, token=processes.new_token(), records=other.settings.records)

    other.save()

    with pytest.raises(psutil.TimeoutExpired):
        psutil.Process(record.pid).wait(0.3)
    assert other.running() == [record]


def test_a_running_cloud_is_not_started_again_on_other_ports(cloud: LocalCloud) -> None:
    moved = LocalCloud(settings_in(cloud.settings.home), parent=os.getpid())

    with pytest.raises(StepError) as refusal:
        moved.start()

    assert "already runs" in str(refusal.value)


def test_nothing_is_started_while_one_of_the_ports_is_taken(other: LocalCloud) -> None:
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", other.settings.live_port))
        holder.listen()

        with pytest.raises(StepError):
            other.start()

    assert other.running() == []


def test_a_crashed_cloud_starts_again_with_what_it_had_saved(other: LocalCloud) -> None:
    other.start()
    client(other, "sqs").create_queue(QueueName="saved")
    client(other, "s3").create_bucket(Bucket="saved")
    other.save()
    wait_for(lambda: {"sqs.json", "s3.json"} <= {path.name for path in saved_state(other)})
    crash(other)

    other.start()

    assert len(other.running()) == 3
    assert client(other, "sqs").get_queue_url(QueueName="saved")
    assert client(other, "s3").head_bucket(Bucket="saved")


def test_a_cloud_that_crashed_before_it_saved_anything_starts_empty(other: LocalCloud) -> None:
    other.start()
    client(other, "s3").create_bucket(Bucket="lost")
    crash(other)

    other.start()

    assert client(other, "s3").list_buckets()["Buckets"] == []


def test_nothing_outlives_a_test_run_that_was_killed(tmp_path: Path) -> None:
    aws_port, http_port, live_port = find_free_ports(3)
    script = f"""
import os, time
from pathlib import Path
from infrastructure.local.cloud import LocalCloud
from infrastructure.local.settings import LocalSettings
settings = LocalSettings(Path({str(tmp_path)!r}), {aws_port}, {http_port}, {live_port})
LocalCloud(settings, parent=os.getpid()).start()
print("started", flush=True)
time.sleep(600)
"""
    with subprocess.Popen([sys.executable, "-c", script], cwd=PROJECT, stdout=subprocess.PIPE) as run:
        assert run.stdout is not None
        wait_for(lambda: b"started" in (run.stdout.readline() if run.stdout else b""))
        run.kill()

    wait_for(lambda: not processes_in(tmp_path))


def started_by_older_code(cloud: LocalCloud, name: str) -> None:
    """Its record is as older code has left it, which knew of no fingerprints."""
    file = cloud.settings.records / f"{name}.json"
    written = json.loads(file.read_text())
    del written["fingerprint"]
    file.write_text(json.dumps(written))


def saved_state(cloud: LocalCloud) -> list[Path]:
    return list((cloud.settings.emulator_state / "state").glob("*.json"))


def crash(cloud: LocalCloud) -> None:
    for record in cloud.running():
        os.kill(record.pid, signal.SIGKILL)
    wait_for(lambda: not cloud.running())


def processes_in(home: Path) -> list[psutil.Process]:
    tokens = [json.loads(record.read_text())["token"] for record in (home / "run").glob("*.json")]
    assert len(tokens) == 3
    return [
        process
        for process in psutil.process_iter(["cmdline", "status"])
        if process.info["status"] != psutil.STATUS_ZOMBIE
        and any(token in word for word in process.info["cmdline"] or [] for token in tokens)
    ]


def state_of(metrics: Any, name: str) -> str:
    return str(metrics.describe_alarms(AlarmNames=[name])["MetricAlarms"][0]["StateValue"])


def announced_states(queues: Any, inbox: str, *, count: int) -> list[str]:
    """The states in the first notifications that come into an inbox."""
    states: list[str] = []
    deadline = time.monotonic() + 20
    while len(states) < count and time.monotonic() < deadline:
        answer = queues.receive_message(QueueUrl=inbox, MaxNumberOfMessages=10, WaitTimeSeconds=1)
        messages = answer.get("Messages", [])
        states += [json.loads(json.loads(each["Body"])["Message"])["NewStateValue"] for each in messages]
    return states
