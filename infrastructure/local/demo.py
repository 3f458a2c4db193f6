"""What `make demo` adds to `make up`: three real jobs through the command line, and what to try next."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass

from infrastructure.local.environments import PROJECT_ENVIRONMENT
from infrastructure.local.settings import PROJECT, LocalSettings
from infrastructure.local.steps import StepError

COMMAND_LINE = PROJECT_ENVIRONMENT / "bin" / "contenthub"
SAMPLES = "infrastructure/local/samples"
PICTURE = "build/demo-balloons.png"


@dataclass(frozen=True)
class Job:
    title: str
    command: str
    """Without spaces inside its words."""


JOBS = (
    Job(
        "An article from your notes, by the embedded writer",
        f"content generate -a 49 -t 断网也能用：离线优先的应用 --source {SAMPLES}/offline-first.zh.md --watch",
    ),
    Job(
        "A shop's export (GBK, titles above the header, ¥ in the numbers) into a dataset, row by row",
        f"sync upload {SAMPLES}/orders-jd.gbk.csv --platform jd --account demo --watch",
    ),
    Job(
        "A picture from words, by the embedded renderer",
        f"image generate 三只红色的气球飘在蓝色的湖面上，水彩 --size 512x512 --seed 7 -o {PICTURE}",
    ),
)


def run_jobs() -> None:
    """Submit each job and follow it to its result."""
    for job in JOBS:
        _run(job)


def _run(job: Job) -> None:
    print(f"\n{job.title}\n$ .venv/bin/contenthub {job.command}\n", flush=True)
    done = subprocess.run([str(COMMAND_LINE), *job.command.split()], cwd=PROJECT, check=False)
    if done.returncode != 0:
        raise StepError("The job did not succeed.", advice="`make logs` shows what the functions wrote.")


def show_addresses(settings: LocalSettings) -> None:
    """Where everything answers now."""
    print(f"""
  API      {settings.public_url}/v1      key: in .contenthub/local.toml
  Docs     {settings.public_url}/docs
  Health   {settings.public_url}/health?deep=true
  AWS      {settings.endpoint}  (any AWS tool, region us-east-1, key and secret "test")""")


def show_what_next(settings: LocalSettings) -> None:
    """Commands worth a try, each of which works as it stands here."""
    print(f"""
Try next:
  .venv/bin/contenthub task list
  .venv/bin/contenthub content generate -a 50 -t "Why tides differ" --async
  .venv/bin/contenthub sync datasets
  .venv/bin/contenthub image edit {PICTURE} "at night, snow" -o night.png
  curl {settings.public_url}/info
  make logs      what the functions write
  make down      stop everything; the data stays for the next `make up`""")
