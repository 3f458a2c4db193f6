"""The words around the statements: headings, lead-in and title forms by tone. None of them states a fact."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from chalicelib.domain.text.language import has_chinese
from chalicelib.domain.text.word_lists import words_of

_STYLE_BY_WORD = {
    "concise": words_of("""
concise brief short terse direct straightforward crisp minimal 简洁 精炼 简短 直接 明了 干练 简明
"""),
    "authoritative": words_of("""
authoritative professional formal expert serious academic instructive 专业 权威 严谨 正式 学术
客观
"""),
    "playful": words_of("""
playful humorous funny fun witty cheeky lively 幽默 活泼 俏皮 有趣 轻松 诙谐
"""),
    "friendly": words_of("""
friendly conversational warm empathetic casual helpful welcoming 亲切 友好 温暖 口语 自然 亲和 平易 随和
"""),
}
_LATIN_WORD = re.compile(r"[a-z]+")
_LONGEST_PAIR = 60
_PAIR = {"zh": "{0}与{1}", "en": "{0} and {1}"}
_FIRST_HEADING: dict[str, dict[str, str]] = {
    "zh": {"friendly": "先看{0}", "playful": "先聊聊{0}"},
    "en": {"friendly": "To begin with: {0}", "playful": "First stop: {0}"},
}
_NEXT_HEADING: dict[str, dict[str, tuple[str, ...]]] = {
    "zh": {"friendly": ("再看{0}", "还有{0}", "接着是{0}"), "playful": ("再说说{0}", "还有{0}", "接着聊{0}")},
    "en": {"friendly": ("Next: {0}", "Then: {0}"), "playful": ("Next stop: {0}", "Then on to: {0}")},
}
_LAST_HEADING: dict[str, dict[str, str]] = {
    "zh": {"friendly": "最后说说{0}", "playful": "最后聊聊{0}"},
    "en": {"friendly": "And finally: {0}", "playful": "Last stop: {0}"},
}
_LEAD_IN = {
    "zh": {
        "neutral": "本文依次介绍{0}。",
        "authoritative": "以下内容依据参考资料整理，依次涉及{0}。",
        "friendly": "我们一起来看看{0}。",
        "playful": "今天就来聊聊{0}！",
    },
    "en": {
        "neutral": "In this article: {0}.",
        "authoritative": "This overview draws on the reference material and covers, in turn: {0}.",
        "friendly": "Here’s what we’ll look at: {0}.",
        "playful": "On the menu today: {0}!",
    },
}
_TITLE = {
    "zh": {
        "neutral": "{0}：{1}",
        "authoritative": "{0}：{1}",
        "friendly": "认识{0}：{1}",
        "playful": "聊聊{0}：{1}",
        "concise": "{0}",
    },
    "en": {
        "neutral": "{0}: {1}",
        "authoritative": "{0}: {1}",
        "friendly": "{0}: a closer look",
        "playful": "{0}: a tour for the curious",
        "concise": "{0}",
    },
}


@dataclass(frozen=True)
class Voice:
    """How the account speaks."""

    language: str
    style: str

    def heading(self, terms: Sequence[str], *, position: int, count: int) -> str:
        name = self.join(terms[:2])
        name = name if len(name) <= _LONGEST_PAIR else terms[0]
        if count < 2 or self.style not in _FIRST_HEADING[self.language]:
            return name
        if position == 0:
            return _FIRST_HEADING[self.language][self.style].format(name)
        if position == count - 1:
            return _LAST_HEADING[self.language][self.style].format(name)
        forms = _NEXT_HEADING[self.language][self.style]
        return forms[(position - 1) % len(forms)].format(name)

    @property
    def opening_heading(self) -> str:
        """For what stands before the first heading of the source."""
        return "概述" if self.language == "zh" else "At a glance"

    def lead_in(self, terms: Sequence[str]) -> str | None:
        form = _LEAD_IN[self.language].get(self.style)
        return form.format(self.listed(terms)) if form and len(terms) > 2 else None

    def title(self, topic: str, terms: Sequence[str]) -> str:
        form = _TITLE[self.language][self.style]
        if len(terms) < 2 and "{1}" in form:
            return topic
        return form.format(topic, self.join(terms[:2]))

    def join(self, terms: Sequence[str]) -> str:
        return _PAIR[self.language].format(*terms) if len(terms) == 2 else "".join(terms[:1])

    def listed(self, terms: Sequence[str]) -> str:
        if self.language == "zh":
            return "、".join(terms[:-1]) + "和" + terms[-1] if len(terms) > 1 else "".join(terms)
        # Headings of the source have capitals and "and" of their own.
        return "; ".join(terms) if any(" and " in term for term in terms) else ", ".join(terms)


def voice_for(tone: str | Sequence[str] | None, language: str) -> Voice:
    """The first tone word that is known decides; an account without tone speaks neutrally."""
    words = [tone] if isinstance(tone, str) else list(tone or ())
    for word in words:
        for style, signs in _STYLE_BY_WORD.items():
            if signs & set(_LATIN_WORD.findall(word.lower())) or any(
                sign in word for sign in signs if has_chinese(sign)
            ):
                return Voice(language, style)
    return Voice(language, "neutral")
