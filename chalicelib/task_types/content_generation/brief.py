"""What an article is to be written from, whoever writes it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Brief:
    topic: str
    keywords: tuple[str, ...] = ()
    reference_text: str = ""
    length: str = "medium"
    language: str | None = None
    """None: the language of the reference text, or else of the topic."""
    tone: tuple[str, ...] = ()
    account_name: str | None = None
    platform: str | None = None
    audience: str | None = None
