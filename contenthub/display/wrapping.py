"""Breaks paragraphs into lines, Chinese ones too: no line begins with a full stop or ends with an opening bracket."""

import re

from rich.cells import cell_len

_NEVER_FIRST = "，。、；：？！）》」』】〕”’…—·,.;:?!)]}%"
_NEVER_LAST = "（《「『【〔“‘([{"
_WIDE = r"[\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]"
_OPENING, _CLOSING = f"[{re.escape(_NEVER_LAST)}]", f"[{re.escape(_NEVER_FIRST)}]"
_WORD = rf"(?:(?!{_WIDE}|{_OPENING})\S)+"
_PIECE = re.compile(rf"\s+|{_OPENING}*(?:{_WIDE}|{_WORD}){_CLOSING}*|{_OPENING}+")


def wrap(text: str, width: int) -> list[str]:
    """Lines of at most `width` cells; a single piece that is wider, such as a long address, is cut."""
    lines, line = [], ""
    for piece in _pieces(text, width):
        if cell_len(line) + cell_len(piece.rstrip()) > width and line.strip():
            lines.append(line.rstrip())
            line = ""
        line = line + piece if line else piece.lstrip()
    return [*lines, line.rstrip()]


def _pieces(text: str, width: int) -> list[str]:
    """What must stay together: a Chinese character or a Western word, with the punctuation that clings to it."""
    pieces: list[str] = []
    for piece in _PIECE.findall(text):
        while cell_len(piece) > width:
            pieces.append(piece[: width // 2])
            piece = piece[width // 2 :]
        if piece:
            pieces.append(piece)
    return pieces
