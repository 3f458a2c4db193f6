"""What a text is about, word by word: the one face of the Chinese and the English word tools."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol


class Lexicon(Protocol):
    def words(self, text: str) -> list[str]:
        """The words that carry meaning, in one form each: for comparing sentences."""

    def phrases(self, text: str) -> list[str]:
        """Noun phrases, as they stand in the text: for headings and tags."""

    def subject(self, text: str) -> str | None:
        """What the sentence is about, where that can be told."""

    def is_term(self, phrase: str) -> bool:
        """Whether it is a name or a noun phrase; some callers give clauses as keywords."""


def lexicon_for(language: str, known_terms: Sequence[str], text: str) -> Lexicon:
    """`known_terms` are phrases the caller gave; they are kept in one piece. `text` is the whole text."""
    # Imported here because each needs a dictionary that the other language does not.
    if language == "zh":
        from chalicelib.domain.text.chinese import ChineseLexicon

        return ChineseLexicon(known_terms, text)
    from chalicelib.domain.text.english import EnglishLexicon

    return EnglishLexicon(known_terms, text)


@lru_cache(maxsize=4096)
def compact(text: str) -> str:
    """Letters and digits only, in lower case: two spellings of one phrase become the same."""
    return "".join(character for character in text.lower() if character.isalnum())
