"""The roadmap as one Markdown document, made from its JSON alone."""

from collections.abc import Iterator
from typing import Any

from chalicelib.domain.json_types import JsonObject

_WORDS = {
    "en": {
        "contents": "Contents", "notes": "Notes", "licence": "Licence", "source": "Source", "hours": "Hours",
        "learn": "What you will learn", "terms": "Key terms", "remember": "To remember", "check": "Check yourself",
        "answer": "Answer", "resources": "Resources", "quiz": "Quiz", "missing": "Not made yet, or failed",
        "about": "About this text", "answers": "Answers", "none": "No links are known.", "next": "Next",
    },
    "zh": {
        "contents": "目录", "notes": "说明", "licence": "许可", "source": "来源", "hours": "学时",
        "learn": "学习目标", "terms": "关键术语", "remember": "要点", "check": "自我检查",
        "answer": "答案", "resources": "学习资源", "quiz": "测验", "missing": "尚未生成或生成失败",
        "about": "关于本文", "answers": "答案", "none": "没有已知的链接。", "next": "接下来",
    },
}  # fmt: skip


def as_markdown(roadmap: JsonObject) -> str:
    words = _WORDS[roadmap["language"]]
    parts = [*_front(roadmap, words)]
    for number, entry in enumerate(roadmap["concepts"], start=1):
        parts += _concept(number, entry, words)
    return "\n\n".join(part for part in parts if part.strip()) + "\n"


def plain(text: str) -> str:
    """Text that is no Markdown, so that nothing in it becomes markup; code in back ticks stays code."""
    pieces = text.split("`")
    for at in range(0, len(pieces), 2):
        for mark in ("\\", "*", "_", "<", "[", "]"):
            pieces[at] = pieces[at].replace(mark, f"\\{mark}")
    return "`".join(pieces)


def _front(roadmap: JsonObject, words: dict[str, str]) -> Iterator[str]:
    yield f"# {plain(roadmap['title'])}"
    yield plain(roadmap.get("description") or "")
    facts = []
    if roadmap.get("hours"):
        facts.append(f"{words['hours']}: {roadmap['hours']['least']:g}–{roadmap['hours']['most']:g}")
    facts += [f"{words[name]}: {roadmap[name]}" for name in ("source", "licence") if roadmap.get(name)]
    yield "\n".join(f"- {fact}" for fact in facts)
    if roadmap["notes"]:
        yield f"## {words['notes']}\n\n" + "\n".join(f"- {plain(note)}" for note in roadmap["notes"])
    titles = (entry["concept"]["title"] for entry in roadmap["concepts"])
    yield f"## {words['contents']}\n\n" + "\n".join(f"{n}. {plain(title)}" for n, title in enumerate(titles, start=1))


def _concept(number: int, entry: JsonObject, words: dict[str, str]) -> Iterator[str]:
    yield f"## {number}. {plain(entry['concept']['title'])}"
    if entry["tutorial"]:
        yield from _tutorial(entry["tutorial"], words)
    if entry["resources"]:
        yield from _resources(entry["resources"], words)
    if entry["quiz"]:
        yield from _quiz(entry["quiz"], words)
    missing = [words.get(kind, kind) for kind in ("tutorial", "resources", "quiz") if not entry[kind]]
    if missing:
        yield f"_{words['missing']}: {', '.join(missing)}_"


def _tutorial(tutorial: JsonObject, words: dict[str, str]) -> Iterator[str]:
    yield plain(tutorial["summary"])
    yield f"### {words['learn']}\n\n" + _bullets(tutorial["objectives"])
    for section in tutorial["sections"]:
        yield f"### {plain(section['heading'])}\n\n{section['markdown']}"
    if tutorial["key_terms"]:
        terms = "\n".join(f"- **{plain(t['term'])}**: {plain(t['definition'])}" for t in tutorial["key_terms"])
        yield f"### {words['terms']}\n\n{terms}"
    if tutorial["takeaways"]:
        yield f"### {words['remember']}\n\n" + _bullets(tutorial["takeaways"])
    checks = (
        f"- {plain(c['question'])}\n  - {words['answer']}: {plain(c['answer'])}" for c in tutorial["check_yourself"]
    )
    yield f"### {words['check']}\n\n" + "\n".join(checks)
    yield f"_{words['about']}: {plain(tutorial['grounding']['note'])}_"


def _resources(resources: JsonObject, words: dict[str, str]) -> Iterator[str]:
    items = [f"- [{plain(item['title'])}]({item['url']}) — {plain(item['why'])}" for item in resources["items"]]
    yield f"### {words['resources']}\n\n" + ("\n".join(items) if items else words["none"])
    if resources["next_concepts"]:
        yield f"{words['next']}: " + ", ".join(plain(named["title"]) for named in resources["next_concepts"])


def _quiz(quiz: JsonObject, words: dict[str, str]) -> Iterator[str]:
    yield f"### {words['quiz']}"
    for number, question in enumerate(quiz["questions"], start=1):
        first = f"{number}. " + "  \n   ".join(plain(line) for line in question["question"].split("\n"))
        yield "\n".join(
            [first, "", *(f"   - {option['id']}. {plain(option['text'])}" for option in question["options"])]
        )
    solved = (_solution(number, q) for number, q in enumerate(quiz["questions"], start=1))
    yield f"#### {words['answers']}\n\n" + "\n".join(solved)


def _solution(number: int, question: Any) -> str:
    return f"{number}. {', '.join(question['answers'])} — {plain(question['explanation'])}"


def _bullets(items: list[str]) -> str:
    return "\n".join(f"- {plain(item)}" for item in items)
