"""Questions about what the curriculum itself records: topics, prerequisites, time, place."""

from collections.abc import Iterator

from chalicelib.domain.text.language import has_chinese
from chalicelib.task_types.learning_roadmap.artifacts import Question
from chalicelib.task_types.learning_roadmap.briefs import ConceptBrief
from chalicelib.task_types.learning_roadmap.offline.asking import asked, built, shuffled
from chalicelib.task_types.learning_roadmap.offline.definitions import key_of
from chalicelib.task_types.learning_roadmap.offline.material import Material
from chalicelib.task_types.learning_roadmap.offline.topics import split_topics

_FEWEST_TOPICS = 3
_SHOWN_TOPICS = 14


def topic_questions(material: Material) -> Iterator[Question]:
    """Which topic is listed, and which is not."""
    topics, wording, title = material.topics, material.wording, material.brief.concept.title
    foreign = _foreign_topics(material)
    if len(topics) < _FEWEST_TOPICS or not foreign:
        return
    explained = wording.topic_explained.format(topics=material.joined(topics[:_SHOWN_TOPICS]))
    listed = wording.topic_listed_shared if material.shared else wording.topic_listed
    order = shuffled(topics, title)
    text = listed.format(title=title, section=material.part)
    first = asked("topic", text, order[0], shuffled(foreign, title), explained)
    if first is not None:
        yield first
    what = material.part if material.shared else title
    text = wording.topic_not_listed.format(what=what)
    second = asked("topic", text, shuffled(foreign, what)[0], order[1:], explained)
    if second is not None:
        yield second


def roadmap_questions(material: Material) -> Iterator[Question]:
    found = [make(material) for make in (_prerequisite, _next, _outside, _time, _section)]
    yield from (question for question in found if question is not None)


def place_question(material: Material) -> Question | None:
    """The last resort: a place is all that is known of a concept without text and ties."""
    return _order(material) or _order_claim(material)


def _prerequisite(material: Material) -> Question | None:
    brief, wording = material.brief, material.wording
    if not brief.prerequisites:
        return None
    names = [named.title for named in brief.prerequisites]
    wrong = _wrong_titles(brief, names)
    title = brief.concept.title
    return asked(
        "roadmap",
        wording.prerequisite_question.format(title=title),
        shown(shuffled(names, title)[0]),
        wrong,
        wording.prerequisite_explained.format(title=title, names=material.joined(names)),
    )


def _next(material: Material) -> Question | None:
    brief, wording = material.brief, material.wording
    if not brief.next_concepts:
        return None
    names = [named.title for named in brief.next_concepts]
    wrong = [shown(n.title) for n in brief.neighbours if n.title not in names]
    title = brief.concept.title
    return asked(
        "roadmap",
        wording.next_question.format(title=title),
        shown(shuffled(names, title)[0]),
        wrong,
        wording.next_explained.format(title=title, names=material.joined(names)),
    )


def _outside(material: Material) -> Question | None:
    """Against what other concepts expect, where that is clearly something else."""
    brief, wording = material.brief, material.wording
    if not brief.concept.outside_prerequisites:
        return None
    right = brief.concept.outside_prerequisites[0]
    title = brief.concept.title
    others = (name for n in brief.neighbours for name in n.outside_prerequisites)
    wrong = [name for name in (*others, *_wrong_titles(brief, [])) if not _words(name) & _words(right)]
    explained = wording.outside.format(names=material.joined(brief.concept.outside_prerequisites))
    return asked("roadmap", wording.outside_question.format(title=title), right, wrong, explained)


def _time(material: Material) -> Question | None:
    brief, wording = material.brief, material.wording
    if not brief.concept.time:
        return None
    wrong = [
        neighbour.time for neighbour in brief.neighbours if neighbour.time and neighbour.time != brief.concept.time
    ]
    return asked(
        "roadmap",
        wording.time_question.format(title=brief.concept.title),
        brief.concept.time,
        wrong,
        wording.time_explained.format(time=brief.concept.time),
    )


def _section(material: Material) -> Question | None:
    brief, wording = material.brief, material.wording
    section, title = brief.concept.section, brief.concept.title
    if not section or key_of(title) in key_of(section):
        return None
    wrong = [n.section for n in brief.neighbours if n.section and n.section != section]
    explained = wording.section_explained.format(title=title, section=section)
    return asked("roadmap", wording.section_question.format(title=title), section, wrong, explained)


def _order(material: Material) -> Question | None:
    brief, wording = material.brief, material.wording
    beside = [n for n in brief.neighbours if abs(n.place - brief.place) == 1]
    wrong = [shown(n.title) for n in brief.neighbours if abs(n.place - brief.place) > 1]
    if not beside:
        return None
    title, other = brief.concept.title, beside[0].title
    explained = wording.order_explained.format(title=title, place=brief.place, of=brief.of, other=other)
    return asked("roadmap", wording.order_question.format(title=title), shown(other), wrong, explained)


def _order_claim(material: Material) -> Question | None:
    """For a roadmap too small to have wrong options: the order itself, the right way round or the wrong one."""
    brief, wording = material.brief, material.wording
    if not brief.neighbours:
        return None
    title, other = brief.concept.title, min(brief.neighbours, key=lambda n: (abs(n.place - brief.place), n.place))
    first, second = (title, other.title) if brief.place < other.place else (other.title, title)
    right = shuffled((wording.true, wording.false), title)[0]
    claimed = (first, second) if right == wording.true else (second, first)
    claim = wording.order_claim.format(first=claimed[0], second=claimed[1])
    explained = wording.order_explained.format(title=title, place=brief.place, of=brief.of, other=other.title)
    text = wording.true_or_false.format(sentence=claim)
    return built("true_false", text, (wording.true, wording.false), right, explained)


def shown(title: str) -> str:
    """A concept called None would read like "none of these"."""
    return f"“{title}”" if title.casefold() in ("none", "all", "both", "true", "false") else title


def _wrong_titles(brief: ConceptBrief, right: list[str]) -> list[str]:
    return [shown(n.title) for n in brief.neighbours if n.title not in brief.not_before and n.title not in right]


def _words(text: str) -> set[str]:
    if has_chinese(text):
        return {text[at : at + 2] for at in range(len(text) - 1)}
    return {word for word in text.lower().replace(",", " ").split() if len(word) > 2}


def _foreign_topics(material: Material) -> list[str]:
    own = {key_of(topic) for topic in material.topics}
    text = key_of(material.brief.concept.description)
    foreign = (topic for n in material.brief.neighbours for topic in split_topics(n.text)[1])
    return [topic for topic in dict.fromkeys(foreign) if key_of(topic) not in own and key_of(topic) not in text]
