"""The entry point of the `contenthub` command."""

from contenthub.commands import app


def run() -> None:
    """Runs the command line with the arguments of this process and exits with a documented code."""
    app(prog_name="contenthub")
