"""`contenthub roadmap`: have a learning roadmap made, read it, decide on it, take it along."""

from typing import Annotated, Literal

import typer

from contenthub.commands.listing import show_record
from contenthub.commands.options import (
    IdempotencyKey,
    Language,
    MaxWait,
    Output,
    Priority,
    Provider,
    RunAt,
    TaskId,
    Wait,
    Watch,
)
from contenthub.commands.output_file import deliver
from contenthub.commands.review import review
from contenthub.commands.roadmap_request import roadmap_request
from contenthub.commands.session import Session, session_of
from contenthub.commands.submitting import follow_submitted, task_options
from contenthub.commands.translation import Command, Group
from contenthub.display.cells import Column
from contenthub.display.concept import concept_markdown
from contenthub.display.markdown import print_markdown
from contenthub.display.roadmap import print_roadmap, print_status

Level = Literal["beginner", "intermediate", "advanced"]
Artifact = Literal["tutorial", "resources", "quiz"]
REGENERATED_FIELDS = (Column("task_id"), Column("parent_id"), Column("unit"), Column("status", "status"))

commands = typer.Typer(cls=Group, no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    commands.command("review", cls=Command)(review)
    app.add_typer(commands, name="roadmap")


@commands.command("generate", cls=Command)
def generate(
    context: typer.Context,
    goal: Annotated[str | None, typer.Option("--goal", "-g", metavar="TEXT")] = None,
    topic: Annotated[str | None, typer.Option("--topic", "-t", metavar="TEXT")] = None,
    framework: Annotated[str | None, typer.Option("--framework", "-f", metavar="FILE")] = None,
    source: Annotated[str | None, typer.Option("--source", "-s", metavar="FILE")] = None,
    language: Annotated[Language | None, typer.Option("--language")] = None,
    level: Annotated[Level | None, typer.Option("--level")] = None,
    hours_per_week: Annotated[float | None, typer.Option("--hours-per-week", min=1, max=80, metavar="N")] = None,
    weeks: Annotated[int | None, typer.Option("--weeks", min=1, max=104, metavar="N")] = None,
    max_concepts: Annotated[int | None, typer.Option("--max-concepts", min=1, max=200, metavar="N")] = None,
    with_review: Annotated[bool, typer.Option("--review")] = False,
    review_timeout: Annotated[str | None, typer.Option("--review-timeout", metavar="DURATION")] = None,
    provider: Provider = None,
    priority: Priority = None,
    run_at: RunAt = None,
    idempotency_key: IdempotencyKey = None,
    wait: Wait = False,
    watch: Watch = False,
    max_wait: MaxWait = None,
) -> None:
    session = session_of(context)
    preferences = {
        "goal": goal,
        "topic": topic,
        "language": language,
        "level": level,
        "hours_per_week": hours_per_week,
        "weeks": weeks,
        "max_concepts": max_concepts,
        "review": with_review or None,
    }
    request = roadmap_request(
        preferences, framework=framework, source=source, review_timeout=review_timeout, provider=provider
    )
    options = task_options(session, (run_at, None, None), priority=priority, idempotency_key=idempotency_key)
    submitted = session.client.roadmaps.generate(request, options=options)
    follow_submitted(
        session, submitted, group="roadmap", wait=wait, watch=watch, max_wait=max_wait, show_result=_show_roadmap
    )


@commands.command("status", cls=Command)
def status(context: typer.Context, task_id: TaskId) -> None:
    session = session_of(context)
    session.screen.show(session.client.roadmaps.content_status(task_id), print_status)


@commands.command("show", cls=Command)
def show(
    context: typer.Context,
    task_id: TaskId,
    concept: Annotated[str | None, typer.Argument(metavar="CONCEPT")] = None,
    answers: Annotated[bool, typer.Option("--answers")] = False,
) -> None:
    session = session_of(context)
    if concept is None:
        _show_roadmap(session, task_id)
        return
    found = session.client.roadmaps.concept(task_id, concept)
    session.screen.show(
        found, lambda screen, value: print_markdown(screen, concept_markdown(screen.texts, value, answers=answers))
    )


@commands.command("export", cls=Command)
def export(
    context: typer.Context,
    task_id: TaskId,
    format: Annotated[Literal["json", "markdown"], typer.Option("--format")] = "markdown",  # noqa: A002
    output: Output = None,
) -> None:
    session = session_of(context)
    download = session.client.roadmaps.export(task_id, format=format)
    deliver(session, download, output=output, show=lambda: session.screen.write_line(download.text.rstrip()))


@commands.command("regenerate", cls=Command)
def regenerate(
    context: typer.Context,
    task_id: TaskId,
    concept: Annotated[str, typer.Argument(metavar="CONCEPT")],
    artifact: Annotated[Artifact, typer.Argument(metavar="tutorial|resources|quiz")],
) -> None:
    session = session_of(context)
    again = session.client.roadmaps.regenerate(task_id, concept, artifact)
    show_record(session, again, REGENERATED_FIELDS)
    session.screen.note("submit.next_watch", task_id=again["task_id"])


def _show_roadmap(session: Session, task_id: str) -> None:
    session.screen.show(session.client.roadmaps.show(task_id), print_roadmap)
