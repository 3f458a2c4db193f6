"""`contenthub image`: have pictures drawn from words or from a picture, and save them."""

from typing import Annotated, Literal

import typer

from contenthub.api.task_creation import TaskOptions
from contenthub.commands.options import IdempotencyKey, MaxWait, Output, Priority, TaskId
from contenthub.commands.pictures import LARGEST_MASK_BYTES, in_base64, read_picture, save_pictures, sides
from contenthub.commands.session import Session, session_of
from contenthub.commands.translation import Command, Group
from contenthub.commands.waiting_for_end import check_success, wait_for_end
from contenthub.shapes import SubmittedTask

Format = Literal["png", "jpeg", "webp"]
ImageProvider = Literal["offline", "bedrock", "openai", "sagemaker"]
Prompt = Annotated[str, typer.Argument(metavar="PROMPT")]
Size = Annotated[str | None, typer.Option("--size", "-s", metavar="WxH")]
Count = Annotated[int | None, typer.Option("--n", "-n", min=1, max=4)]
Seed = Annotated[int | None, typer.Option("--seed", min=0, metavar="N")]
Steps = Annotated[int | None, typer.Option("--steps", min=1, max=100, metavar="N")]
Negative = Annotated[str | None, typer.Option("--negative", metavar="TEXT")]
FormatOption = Annotated[Format | None, typer.Option("--format", "-f")]
ProviderOption = Annotated[ImageProvider | None, typer.Option("--provider")]
Async = Annotated[bool, typer.Option("--async")]

commands = typer.Typer(cls=Group, no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    app.add_typer(commands, name="image")


@commands.command("generate", cls=Command)
def generate(
    context: typer.Context,
    prompt: Prompt,
    size: Size = None,
    n: Count = None,
    seed: Seed = None,
    steps: Steps = None,
    negative: Negative = None,
    format: FormatOption = None,  # noqa: A002
    provider: ProviderOption = None,
    output: Output = None,
    priority: Priority = None,
    idempotency_key: IdempotencyKey = None,
    run_async: Async = False,
    max_wait: MaxWait = None,
) -> None:
    session = session_of(context)
    wishes = {"n": n, "seed": seed, "steps": steps, "negative_prompt": negative, "format": format, "provider": provider}
    request = _without_none({"prompt": prompt, **sides(size), **wishes})
    options = TaskOptions(priority=priority, idempotency_key=idempotency_key)
    submitted = session.client.images.generate(request, options=options)
    _follow(session, submitted, output=output, run_async=run_async, max_wait=max_wait)


@commands.command("edit", cls=Command)
def edit(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE")],
    prompt: Prompt,
    mask: Annotated[str | None, typer.Option("--mask", metavar="FILE")] = None,
    strength: Annotated[float | None, typer.Option("--strength", min=0, max=1, metavar="N")] = None,
    size: Size = None,
    n: Count = None,
    seed: Seed = None,
    format: FormatOption = None,  # noqa: A002
    provider: ProviderOption = None,
    output: Output = None,
    priority: Priority = None,
    idempotency_key: IdempotencyKey = None,
    run_async: Async = False,
    max_wait: MaxWait = None,
) -> None:
    session = session_of(context)
    given, wanted = read_picture(file), sides(size)
    inside = in_base64(read_picture(mask, largest_bytes=LARGEST_MASK_BYTES)) if mask is not None else None
    session.screen.note("image.uploading", name=given.name)
    upload_id = session.client.service.upload(given.name, given.data, content_type=given.content_type)
    wishes = {"mask": inside, "strength": strength, "n": n, "seed": seed, "format": format, "provider": provider}
    request = _without_none({"prompt": prompt, "image_upload_id": upload_id, **wanted, **wishes})
    options = TaskOptions(priority=priority, idempotency_key=idempotency_key)
    submitted = session.client.images.edit(request, options=options)
    _follow(session, submitted, output=output, run_async=run_async, max_wait=max_wait)


@commands.command("show", cls=Command)
def show(context: typer.Context, task_id: TaskId, output: Output = None) -> None:
    session = session_of(context)
    save_pictures(session, session.client.images.show(task_id), output=output)


def _follow(
    session: Session, submitted: SubmittedTask, *, output: str | None, run_async: bool, max_wait: str | None
) -> None:
    task_id = submitted["task_id"]
    if run_async:
        session.screen.show(submitted, lambda screen, _: screen.write_line(task_id))
        session.screen.note("submit.next_watch", task_id=task_id)
        session.screen.note("submit.next_result", task_id=task_id, command="image show")
        return
    session.screen.note("submit.accepted_waiting", task_id=task_id)
    check_success(wait_for_end(session, task_id, max_wait=max_wait))
    save_pictures(session, session.client.images.show(task_id), output=output)


def _without_none(wishes: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in wishes.items() if value is not None}
