"""Lets `python -m contenthub` do what the `contenthub` command does."""

from contenthub.main import run

if __name__ == "__main__":
    run()
