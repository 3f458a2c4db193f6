"""The characters of a text file, in whichever encoding it was saved."""

from chalicelib.task_types.litigation_analysis.reading.unreadable import UnsupportedDocumentError

_MARKS = {
    b"\xef\xbb\xbf": "utf-8-sig",
    b"\xff\xfe\x00\x00": "utf-32",
    b"\x00\x00\xfe\xff": "utf-32",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}
_SAMPLE_BYTES = 4096
_GUESSED = ["gb18030", "big5", "cp1252"]
_FREQUENT_LEAD_BYTES = {"gb18030": range(0xB0, 0xD8), "big5": range(0xA4, 0xC7)}
"""Both encodings put their frequent characters into one range; what falls outside of it is seldom meant."""
_ALLOWED_CONTROLS = frozenset("\t\n\r\f\v\x1a")
MOST_CONTROLS_SHARE = 0.01
_LEAST_ZEROS_SHARE = 0.2


def decoded(data: bytes) -> str:
    """Raises UnsupportedDocumentError for what is no text in any encoding known here."""
    text = _decoded(data)
    strange = sum(character < " " and character not in _ALLOWED_CONTROLS for character in text)
    if strange > len(text) * MOST_CONTROLS_SHARE:
        raise UnsupportedDocumentError("the file is no text, Markdown, PDF or Word file")
    return text.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: bytes) -> str:
    for encoding in [*_marked(data), *_wide(data), "utf-8"]:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode(_guessed(data), errors="replace")


def _marked(data: bytes) -> list[str]:
    return [encoding for mark, encoding in _MARKS.items() if data.startswith(mark)][:1]


def _wide(data: bytes) -> list[str]:
    """UTF-16 without a mark shows by the zeros of its line ends, digits and Latin letters."""
    sample = data[:_SAMPLE_BYTES]
    zeros = {"utf-16-be": sample[::2].count(0), "utf-16-le": sample[1::2].count(0)}
    likely, count = max(zeros.items(), key=lambda item: item[1])
    return [likely] if count > len(sample) / 2 * _LEAST_ZEROS_SHARE else []


def _guessed(data: bytes) -> str:
    from charset_normalizer import from_bytes

    found = {match.encoding for match in from_bytes(data, cp_isolation=_GUESSED)}
    if not found:
        raise UnsupportedDocumentError("the file is no text in UTF-8, UTF-16, GB 18030, Big5 or Windows-1252")
    if set(_FREQUENT_LEAD_BYTES) <= found:
        return max(_FREQUENT_LEAD_BYTES, key=lambda encoding: _frequent_share(data, encoding))
    best = from_bytes(data, cp_isolation=_GUESSED).best()
    return best.encoding if best else found.pop()


def _frequent_share(data: bytes, encoding: str) -> float:
    """Of the two-byte characters, those in the range of the frequent ones."""
    characters = [character.encode(encoding) for character in data.decode(encoding, errors="ignore")]
    leads = [character[0] for character in characters if len(character) > 1]
    return sum(lead in _FREQUENT_LEAD_BYTES[encoding] for lead in leads) / max(len(leads), 1)
