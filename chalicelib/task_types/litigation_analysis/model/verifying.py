"""Citations, held against the text: what does not stand there counts for nothing."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cached_property

from chalicelib.task_types.litigation_analysis.findings import DocumentText, Place
from chalicelib.task_types.litigation_analysis.model.answers import Citation

LEAST_CHARACTERS = 4
"""A shorter piece stands somewhere in every text and proves nothing."""
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»「」『』″＂", '"') | dict.fromkeys("‘’‚‛′＇`", "'"))
_DASHES = re.compile("[‐‑‒–—―−]")
_SPACE = re.compile(r"\s+")


def normalised(text: str) -> str:
    """The same for the same words, whatever their white space, quotation marks, dashes and widths."""
    plain = unicodedata.normalize("NFKC", text).translate(_QUOTES)
    return _SPACE.sub("", _DASHES.sub("-", plain)).casefold()


class Verifier:
    """Of one document."""

    def __init__(self, document: DocumentText) -> None:
        self._document = document

    def place(self, citation: Citation, text: str = "") -> Place | None:
        """Where the cited sentence stands, and `text` in it; nothing when either does not.

        A model that miscounts blocks but quotes truly is believed.
        """
        sentence = normalised(citation.sentence)
        if len(sentence) < LEAST_CHARACTERS or normalised(text) not in sentence:
            return None
        cited = range(citation.block - 1, citation.block)
        everywhere = range(len(self._texts))
        for number in (*cited, *everywhere):
            if 0 <= number < len(self._texts) and sentence in self._texts[number]:
                return self._place(number, citation.sentence)
        return None

    @cached_property
    def _texts(self) -> Sequence[str]:
        return [normalised(block.text) for block in self._document.blocks]

    def _place(self, number: int, sentence: str) -> Place:
        return Place(
            document_id=self._document.document_id,
            document=self._document.name,
            label=self._document.blocks[number].place,
            sentence=" ".join(sentence.split()),
        )
