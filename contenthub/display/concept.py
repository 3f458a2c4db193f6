"""One concept of a roadmap with its tutorial, resources and quiz, as Markdown."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from contenthub.texts import Texts

Part = Mapping[str, Any]


def concept_markdown(texts: Texts, concept: Part, *, answers: bool) -> str:
    """What is there so far; the answers of the quiz only where asked for."""
    about = concept["concept"]
    blocks = [f"# {about['title']}"]
    parts: dict[str, Callable[[Texts, Part], Iterator[str]]] = {
        "tutorial": _tutorial,
        "resources": _resources,
        "quiz": partial(_quiz, answers=answers),
    }
    for name, write in parts.items():
        blocks.append(f"## {texts(f'concept.{name}')}")
        artifact, status = concept.get(name), str(concept["statuses"][name])
        blocks += write(texts, artifact) if artifact else [f"*{texts.find(f'status.{status}') or status}*"]
    return "\n\n".join(blocks)


def _tutorial(texts: Texts, tutorial: Part) -> Iterator[str]:
    yield str(tutorial["summary"])
    yield _bullets(tutorial.get("objectives") or [], texts("concept.objectives"))
    for section in tutorial.get("sections") or []:
        yield f"### {section['heading']}\n\n{section['markdown']}"
    terms = [f"**{term['term']}**: {term['definition']}" for term in tutorial.get("key_terms") or []]
    if terms:
        yield _bullets(terms, texts("concept.key_terms"))
    checks = [f"{check['question']}\n\n  *{check['answer']}*" for check in tutorial.get("check_yourself") or []]
    if checks:
        yield _bullets(checks, texts("concept.check_yourself"))


def _resources(texts: Texts, resources: Part) -> Iterator[str]:
    items = [f"**{item['title']}** ({item['kind']}): {item['why']}\n  {item['url']}" for item in resources["items"]]
    yield _bullets(items) if items else texts("concept.no_resources")
    for name in ("prerequisites", "next_concepts"):
        titles = [str(concept["title"]) for concept in resources.get(name) or []]
        if name == "prerequisites":
            titles += resources.get("outside_prerequisites") or []
        if titles:
            yield texts(f"concept.{name}", titles=texts("list.comma").join(titles))


def _quiz(texts: Texts, quiz: Part, *, answers: bool) -> Iterator[str]:
    said_if_several = texts("concept.several_answers")
    for number, question in enumerate(quiz["questions"], start=1):
        several = f" *({said_if_several})*" if question.get("several_answers") else ""
        lead, _, code = str(question["question"]).partition("\n")
        options = [f"{option['id']}. {option['text']}" for option in question["options"]]
        yield f"**{number}.** {lead}{several}" + (f"\n{code}" if code else "")
        yield _bullets(options)
        if answers:
            right = texts("concept.answer", answer=", ".join(question["answers"]))
            yield f"**{right}** {question['explanation']}"


def _bullets(items: Any, heading: str | None = None) -> str:
    listed = "\n".join(f"- {item}" for item in items)
    return f"**{heading}**\n\n{listed}" if heading else listed
