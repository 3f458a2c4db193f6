"""English number words: "two hundred and fifty thousand", "thirty"."""

import re

_ONES = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
_TENS = {
    word: 10 * value
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}
_WORD = "|".join(sorted((*_ONES, *_TENS, *_SCALES), key=len, reverse=True))
NUMBER_WORDS = rf"(?:{_WORD})(?:(?:[\s-]+|\s+and\s+)(?:{_WORD}))*"
"""A pattern of a whole number in words."""


def read_words(text: str) -> int | None:
    """The value of a number in words; None for what is no number."""
    total = group = 0
    words = [word for word in re.split(r"[\s-]+", text.lower().strip()) if word != "and"]
    for word in words:
        if word in _SCALES:
            scale = _SCALES[word]
            if scale == 100:
                group = (group or 1) * scale
            else:
                total, group = total + (group or 1) * scale, 0
        elif word in _ONES or word in _TENS:
            group += _ONES.get(word, 0) + _TENS.get(word, 0)
        else:
            return None
    return total + group if words else None


def write_words(value: int) -> str:
    """A whole number from 0 to below 10¹² in words."""
    if value < 20:
        return list(_ONES)[value]
    if value < 100:
        tens, ones = divmod(value, 10)
        return list(_TENS)[tens - 2] + (f"-{list(_ONES)[ones]}" if ones else "")
    for word in ("billion", "million", "thousand", "hundred"):
        head, rest = divmod(value, _SCALES[word])
        if head:
            return f"{write_words(head)} {word}" + (f" and {write_words(rest)}" if rest else "")
    return ""
