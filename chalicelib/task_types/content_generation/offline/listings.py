"""Turns a list into running text: a sentence that names the items, or the items as sentences of their own."""

import re
from collections.abc import Iterator, Sequence

from chalicelib.domain.text.language import count_words
from chalicelib.domain.text.sentences import split_sentences
from chalicelib.task_types.content_generation.offline.markup import Item, Listing, heading_text

ABOUT_OTHER_SOURCES = re.compile(
    r"^(?:[\w ]+ )?(?:resources|references|further reading|see also|external links|other languages|forks)\b|"
    r"^(?:参考|参见|延伸阅读|相关链接|外部链接|资料来源|注释|脚注|目录)",
    re.IGNORECASE,
)
_MOST_ITEMS = 8
_LINKS_FROM_SHARE = 0.8
_SENTENCE_FROM = {"zh": 14, "en": 7}
_END_MARK = re.compile(r"[.!?。！？]$")
_SMALL_ITEM = {"zh": 8, "en": 2}


def is_link_list(listing: Listing, lead: str = "") -> bool:
    """A list of sources or further reading says nothing about the topic."""
    if ABOUT_OTHER_SOURCES.search(lead):
        return True
    links = sum(1 for item in listing.items if item.only_link)
    return links >= len(listing.items) * _LINKS_FROM_SHARE


def listing_passages(listing: Listing, *, lead: str, language: str) -> Iterator[list[str]]:
    """Passages as sentences; `lead` is the passage or heading that announces the list."""
    if _are_sentences(listing.items, language):
        *context, _ = ("", *split_sentences(lead))
        items = [sentence for item in listing.items for sentence in _as_sentences(item, language)]
        yield [*filter(None, context), *items]
    else:
        *context, last = split_sentences(lead) or [""]
        yield [*context, _enumeration(last, [item.text for item in listing.items], language)]


def _are_sentences(items: Sequence[Item], language: str) -> bool:
    like_sentences = [item for item in items if _is_sentence(item, language) or item.children]
    return len(like_sentences) * 2 > len(items)


def _is_sentence(item: Item, language: str) -> bool:
    return _END_MARK.search(item.text) is not None and (count_words(item.text, language) >= _SENTENCE_FROM[language])


def _as_sentences(item: Item, language: str) -> list[str]:
    if not item.children:
        text = item.text.rstrip("；;，,")
        return split_sentences(text if _END_MARK.search(text) else text + ("。" if language == "zh" else "."))
    if _are_sentences(item.children, language):
        return [sentence for child in item.children for sentence in _as_sentences(child, language)]
    return [_enumeration(item.text, [child.text for child in item.children], language)]


def _enumeration(lead: str, items: list[str], language: str) -> str:
    names = [heading_text(text) for text in items]
    shown = _most_telling(names, language)
    is_short = all(count_words(name, language) <= _SMALL_ITEM[language] for name in shown)
    between = ("、" if is_short else "；") if language == "zh" else (", " if is_short else "; ")
    opening = f"{heading_text(lead)}：" if language == "zh" else f"{heading_text(lead)}: "
    rest = ("" if len(shown) == len(names) else "等") if language == "zh" else ""
    return (opening if heading_text(lead) else "") + between.join(shown) + rest + ("。" if language == "zh" else ".")


def _most_telling(names: list[str], language: str) -> list[str]:
    """The items that say most, in their own order, when there are too many for one sentence."""
    if len(names) <= _MOST_ITEMS:
        return names
    by_length = sorted(range(len(names)), key=lambda at: -count_words(names[at], language))
    return [names[at] for at in sorted(by_length[:_MOST_ITEMS])]
