"""Help pages; drawn here because Typer's own are in English and cut Chinese lines short."""

from typing import TYPE_CHECKING, Any

from typer.core import TyperGroup, TyperOption

from contenthub.display.screen import Screen

if TYPE_CHECKING:
    from rich.table import Table

WIDEST_PAGE = 110


def print_help(screen: Screen, command: Any, context: Any) -> None:
    screen.out.print(usage_line(screen, command, context), soft_wrap=True)
    for paragraph in command.help.split("\n\n"):
        screen.out.print()
        screen.out.print(_indented([("", paragraph)]), width=_width(screen))
    parameters = [p for p in command.get_params(context) if not p.hidden]
    arguments = [p for p in parameters if not isinstance(p, TyperOption)]
    options = [p for p in parameters if isinstance(p, TyperOption)]
    if isinstance(command, TyperGroup):
        children = [(name, child.help or "") for name, child in command.commands.items()]
        _section(screen, "frame.commands", [(name, text.split("\n\n")[0]) for name, text in children])
    _section(screen, "frame.arguments", [(p.metavar or p.name, p.help or "") for p in arguments])
    _section(screen, "frame.options", [_option_row(screen, p, context) for p in options])


def usage_line(screen: Screen, command: Any, context: Any) -> str:
    pieces = " ".join(command.collect_usage_pieces(context)).translate(str.maketrans("", "", "{}"))
    label = screen.texts("frame.usage")
    return f"{label} {context.command_path} {pieces}"


def _section(screen: Screen, title_key: str, rows: list[tuple[str, str]]) -> None:
    if rows:
        screen.out.print()
        screen.out.print(screen.texts(title_key), style="bold")
        screen.out.print(_indented(rows), width=_width(screen))


def _indented(rows: list[tuple[str, str]]) -> "Table":
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 2))
    grid.add_column(width=0)
    if any(left for left, _ in rows):
        grid.add_column(no_wrap=True, style="cyan")
    grid.add_column(overflow="fold", ratio=1)
    for left, right in rows:
        grid.add_row("", *([left] if left else []), Text(right, overflow="fold"))
    return grid


def _option_row(screen: Screen, option: TyperOption, context: Any) -> tuple[str, str]:
    long = [name for name in option.opts if name.startswith("--")]
    short = [name for name in option.opts if not name.startswith("--")]
    names = ", ".join([*short, *long])
    if option.secondary_opts:
        names += " / " + ", ".join(option.secondary_opts)
    left = names if short else f"    {names}"
    if not option.is_flag:
        left += f" {option.metavar or option.name.upper()}"
    return left, " ".join([option.help or "", *_remarks(screen, option, context)])


def _remarks(screen: Screen, option: TyperOption, context: Any) -> list[str]:
    remarks = []
    allowed = allowed_values(option, context)
    if allowed:
        remarks.append(f"[{allowed}]")
    if option.default not in (None, False, "{}") and not callable(option.default):
        remarks.append(screen.texts("frame.default", value=option.default))
    if option.required:
        remarks.append(screen.texts("frame.required"))
    return remarks


def allowed_values(parameter: Any, context: Any) -> str:
    """The range or the words that a parameter accepts; empty if anything goes."""
    least, most = getattr(parameter, "min", None), getattr(parameter, "max", None)
    if least is not None and most is not None:
        return f"{least}–{most}"
    if least is not None:
        return f"≥ {least}"
    if parameter.type_descriptor.is_choice:
        words: str = parameter.display_type(context)
        return words.removeprefix("<").removesuffix(">").removeprefix("list[").removesuffix("]").replace("|", ", ")
    return ""


def _width(screen: Screen) -> int:
    return min(screen.out.width, WIDEST_PAGE)
