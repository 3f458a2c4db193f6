"""The message catalogue: every text a person reads, in each language, by key."""

from collections.abc import Mapping
from importlib import import_module

PARTS = (
    "help",
    "messages",
    "workflow_help",
    "workflow_messages",
    "sync_help",
    "sync_messages",
    "image_help",
    "image_messages",
)
_PACKAGE = __name__


class Texts:
    """Looks texts up; calling it fills the placeholders in."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._texts_by_key: Mapping[str, str] = {
            key: text for part in PARTS for key, text in import_module(f"{_PACKAGE}.{language}_{part}").TEXTS.items()
        }

    def __call__(self, key: str, **values: object) -> str:
        text = self._texts_by_key[key]
        return text.format(**values) if values else text

    def find(self, *keys: str) -> str | None:
        """The first of the keys that has a text."""
        return next((self._texts_by_key[key] for key in keys if key in self._texts_by_key), None)
