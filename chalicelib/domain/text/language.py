"""Which language a text is in, and how long it is in that language."""

import re

CJK = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
CJK_CHARACTER = re.compile(f"[{CJK}]")
LATIN_WORD = re.compile(r"[A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f'’-]*")
_NUMBER = re.compile(r"\d[\d.,]*")
_CHINESE_FROM_SHARE = 0.4


def detect_language(text: str) -> str:
    """Either "zh" or "en"; a Chinese character says about as much as a Latin word does."""
    chinese = len(CJK_CHARACTER.findall(text))
    latin = len(LATIN_WORD.findall(text))
    return "zh" if chinese and chinese >= (chinese + latin) * _CHINESE_FROM_SHARE else "en"


def has_chinese(text: str) -> bool:
    return CJK_CHARACTER.search(text) is not None


def count_words(text: str, language: str) -> int:
    """Words in English; in Chinese characters, where a foreign word or a number counts as one."""
    latin = len(LATIN_WORD.findall(text)) + len(_NUMBER.findall(text))
    return latin + len(CJK_CHARACTER.findall(text)) if language == "zh" else latin
