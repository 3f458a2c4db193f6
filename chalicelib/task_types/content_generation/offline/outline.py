"""An outline for when there is no reference text: questions and what to source, no statement about the topic."""

from chalicelib.domain.text.language import detect_language
from chalicelib.task_types.content_generation.article import Article, ArticleSection
from chalicelib.task_types.content_generation.brief import Brief
from chalicelib.task_types.content_generation.drafts import Draft
from chalicelib.task_types.content_generation.offline.framing import voice_for

_KEYWORDS_BY_LENGTH = {"short": 3, "medium": 6, "long": 10}
_Texts = dict[str, str | tuple[str, ...]]
_TEXTS: dict[str, _Texts] = {
    "zh": {
        "title": "{topic}：写作提纲",
        "summary": "这是一份关于“{topic}”的写作提纲。没有提供参考资料，"
        "因此这里只列出要回答的问题和要收集的资料，不陈述任何事实。",
        "questions": "先回答这些问题",
        "question_lines": (
            "“{topic}”指的是什么，和容易混淆的概念怎么区分？",
            "读者为什么现在要关心“{topic}”？",
            "关于“{topic}”，最值得讲的一个例子或一段经过是什么？",
            "有哪些说法存在争议，各方的依据是什么？",
        ),
        "readers": "读者是“{audience}”：他们已经知道什么，最想知道什么？",
        "angles": "可以展开的角度",
        "angle": "“{keyword}”：它和“{topic}”是什么关系，有哪些可以查证的资料？",
        "no_angle": "还没有关键词。可以从定义、经过、现状、影响四个角度各列一个问题，再决定写哪一个。",
        "sources": "需要准备的资料",
        "source_lines": (
            "至少两份可以核对的来源，写明作者、日期和链接。",
            "文中每个数字、日期和引语的出处。",
            "一位可以采访或引用的当事人或专家。",
        ),
        "key_points": ("先定一个读者最关心的问题", "每个事实都写明出处", "补充参考资料后重新生成，即可得到正文"),
    },
    "en": {
        "title": "{topic}: an outline",
        "summary": "This is an outline for an article about “{topic}”. No reference text was given, so it lists "
        "questions to answer and material to gather, and states no facts.",
        "questions": "Questions to answer first",
        "question_lines": (
            "What exactly is meant by “{topic}”, and what is it easily confused with?",
            "Why should readers care about “{topic}” now?",
            "Which example or episode would show “{topic}” best?",
            "Which claims about it are disputed, and on what grounds?",
        ),
        "readers": "The readers are “{audience}”: what do they know already, and what do they want to know?",
        "angles": "Angles to explore",
        "angle": "“{keyword}”: how is it connected with “{topic}”, and which sources can confirm that?",
        "no_angle": "No keywords were given. Note one question each on meaning, history, present state and effects, "
        "then choose the one to write about.",
        "sources": "Material to gather",
        "source_lines": (
            "At least two sources that can be checked, with author, date and link.",
            "The origin of every figure, date and quotation.",
            "One person with first-hand knowledge to interview or quote.",
        ),
        "key_points": (
            "Settle on the one question readers care about most",
            "Note the source of every fact",
            "Generate again with a reference text to get a full article",
        ),
    },
}


def write_outline(brief: Brief) -> Draft:
    language = brief.language or detect_language(brief.topic)
    texts = _TEXTS[language]
    keywords = brief.keywords[: _KEYWORDS_BY_LENGTH[brief.length]]
    sections = [
        _section(texts, "questions", _questions(brief, texts)),
        _section(texts, "angles", _angles(brief, texts, keywords)),
        _section(texts, "sources", list(texts["source_lines"])),
    ]
    article = Article(
        title=str(texts["title"]).format(topic=brief.topic),
        summary=str(texts["summary"]).format(topic=brief.topic),
        language=language,
        sections=sections,
        key_points=list(texts["key_points"]),
        tags=list(dict.fromkeys([brief.topic, *keywords])),
    )
    return Draft(article, {"mode": "outline", "style": voice_for(brief.tone, language).style, "source_sentences": 0})


def _section(texts: _Texts, name: str, paragraphs: list[str]) -> ArticleSection:
    return ArticleSection(heading=str(texts[name]), paragraphs=paragraphs)


def _questions(brief: Brief, texts: _Texts) -> list[str]:
    lines = [line.format(topic=brief.topic) for line in texts["question_lines"]]
    if brief.audience:
        lines.append(str(texts["readers"]).format(audience=brief.audience))
    return lines


def _angles(brief: Brief, texts: _Texts, keywords: tuple[str, ...]) -> list[str]:
    lines = [str(texts["angle"]).format(keyword=keyword, topic=brief.topic) for keyword in keywords]
    return lines or [str(texts["no_angle"])]
