"""What `make demo` adds to `make up`: a real content job through the command line, and what to try next."""

from __future__ import annotations

import subprocess

from infrastructure.local.environments import PROJECT_ENVIRONMENT
from infrastructure.local.settings import PROJECT, LocalSettings
from infrastructure.local.steps import StepError

COMMAND_LINE = PROJECT_ENVIRONMENT / "bin" / "contenthub"
SAMPLE_TEXT = PROJECT / "infrastructure" / "local" / "samples" / "offline-first.zh.md"
TOPIC = "断网也能用：离线优先的应用"
ACCOUNT = "49"


def run_content_job() -> None:
    """Submit a job for account 49 and follow it to the finished article."""
    arguments = ["-a", ACCOUNT, "-t", TOPIC, "--source", str(SAMPLE_TEXT.relative_to(PROJECT)), "--watch"]
    print(f'\n$ .venv/bin/contenthub content generate -a {ACCOUNT} -t "{TOPIC}" --source … --watch\n', flush=True)
    done = subprocess.run([str(COMMAND_LINE), "content", "generate", *arguments], cwd=PROJECT, check=False)
    if done.returncode != 0:
        raise StepError("The content job did not succeed.", advice="`make logs` shows what the functions wrote.")


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
  .venv/bin/contenthub health
  curl {settings.public_url}/info
  make logs      what the functions write
  make down      stop everything; the data stays for the next `make up`""")
