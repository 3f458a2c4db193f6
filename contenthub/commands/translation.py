"""Help in the caller's language: the command tree names no texts, they are put in when the language is known."""

from typing import Any

from typer.core import TyperCommand, TyperGroup, TyperOption

from contenthub.display.help import print_help
from contenthub.texts import Texts


class Command(TyperCommand):
    """A command with a help page of our own."""

    def get_help_option(self, ctx: Any) -> TyperOption | None:
        return _translated(super().get_help_option(ctx), ctx)

    def format_help(self, ctx: Any, _formatter: Any) -> None:
        print_help(ctx.obj.screen, self, ctx)


class Group(TyperGroup):
    """A group of commands with a help page of our own."""

    def get_help_option(self, ctx: Any) -> TyperOption | None:
        return _translated(super().get_help_option(ctx), ctx)

    def format_help(self, ctx: Any, _formatter: Any) -> None:
        print_help(ctx.obj.screen, self, ctx)


def translate_tree(command: Any, texts: Texts, path: str = "help") -> None:
    """The text of a command is found by its path, of an option by the path or else by its name alone."""
    command.help = texts(path)
    for parameter in command.params:
        parameter.help = texts.find(f"{path}.--{parameter.name}", f"option.{parameter.name}")
    if isinstance(command, TyperGroup):
        for name, child in command.commands.items():
            translate_tree(child, texts, f"{path}.{name}")


def _translated(help_option: TyperOption | None, context: Any) -> TyperOption | None:
    if help_option is not None:
        help_option.help = context.obj.texts("option.help")
    return help_option
