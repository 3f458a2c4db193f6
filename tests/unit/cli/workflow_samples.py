"""Answers of the API about workflows, as several tests use them."""

from typing import Any

from tests.unit.cli.samples import TASK_ID, task

SESSION_ID = TASK_ID
CONCEPTS: list[dict[str, Any]] = [
    {"id": "loops", "title": "Loops", "prerequisites": ["basics", "lists"], "hours": {"least": 3, "most": 5}},
    {"id": "basics", "title": "Basics", "prerequisites": []},
    {"id": "lists", "title": "Lists", "prerequisites": ["basics"], "outside_prerequisites": ["typing"]},
    {"id": "recursion", "title": "Recursion and its many uses", "prerequisites": ["loops"]},
]
FRAMEWORK: dict[str, Any] = {
    "title": "Python in small steps",
    "language": "en",
    "description": "",
    "concepts": CONCEPTS,
    "notes": [],
}
SECTIONED: dict[str, Any] = {
    "title": "计算机科学入门",
    "concepts": [
        {"id": "intro", "title": "编程导论", "section": "入门", "prerequisites": []},
        {"id": "theory", "title": "计算理论", "section": "核心", "prerequisites": ["intro"], "hours": 12},
        {"id": "systems", "title": "系统", "section": "核心", "prerequisites": ["intro", "theory"]},
    ],
}
REVIEW: dict[str, Any] = {
    "task_id": TASK_ID,
    "open": {
        "name": "review_2",
        "opened_at": "2026-11-22T04:58:00.000Z",
        "expires_at": "2026-11-22T05:13:00.000Z",
        "subject": {"round": 2, "rounds": 3, "framework": FRAMEWORK, "hours": None},
    },
    "decided": [
        {
            "name": "review",
            "decision": "rejected",
            "by": "ada",
            "at": "2026-11-22T04:56:00.000Z",
            "comments": "too much at once",
            "edited": False,
        }
    ],
}
GROUNDING = {"mode": "concept_text", "note": "from the concept's own text"}
TUTORIAL: dict[str, Any] = {
    "title": "Loops",
    "language": "en",
    "summary": "A loop repeats statements.",
    "objectives": ["Say what a loop does", "Write one"],
    "sections": [{"heading": "The for loop", "markdown": "It goes over:\n\n```python\nfor x in y:\n    ...\n```"}],
    "key_terms": [{"term": "iteration", "definition": "one round of a loop"}],
    "check_yourself": [{"question": "What repeats?", "answer": "The body."}],
    "minutes": 12,
    "grounding": GROUNDING,
}
RESOURCES: dict[str, Any] = {
    "language": "en",
    "items": [
        {
            "title": "The for statement",
            "url": "https://docs.python.org/3/reference/compound_stmts.html",
            "kind": "documentation",
            "why": "The exact rules.",
        }
    ],
    "prerequisites": [{"id": "lists", "title": "Lists"}],
    "outside_prerequisites": [],
    "next_concepts": [{"id": "recursion", "title": "Recursion"}],
    "grounding": GROUNDING,
}
QUIZ: dict[str, Any] = {
    "title": "Loops",
    "language": "en",
    "questions": [
        {
            "kind": "cloze",
            "question": "A ____ repeats statements.",
            "options": [{"id": "A", "text": "loop"}, {"id": "B", "text": "class"}],
            "answers": ["A"],
            "several_answers": False,
            "explanation": "The text says so.",
        }
    ],
    "grounding": GROUNDING,
}
CONCEPT: dict[str, Any] = {
    "task_id": TASK_ID,
    "concept_id": "loops",
    "concept": CONCEPTS[0],
    "statuses": {"tutorial": "succeeded", "resources": "succeeded", "quiz": "succeeded"},
    "tutorial": TUTORIAL,
    "resources": RESOURCES,
    "quiz": QUIZ,
}
ROADMAP: dict[str, Any] = {
    "task_id": TASK_ID,
    "celery_task_id": TASK_ID,
    "status": "partial",
    "current_step": "partially_completed",
    "title": "Python in small steps",
    "language": "en",
    "level": "beginner",
    "description": "",
    "origin": "edited",
    "hours": {"least": 3, "most": 5},
    "notes": ["Left out: Classes"],
    "licence": "MIT",
    "source": None,
    "missing": [{"unit": "quiz/basics", "status": "failed", "reason": "no answer"}],
    "concepts": [
        {
            "concept": concept,
            "statuses": {
                "tutorial": "succeeded",
                "resources": "succeeded",
                "quiz": "failed" if concept["id"] == "basics" else "succeeded",
            },
            "tutorial": None,
            "resources": None,
            "quiz": None,
        }
        for concept in CONCEPTS
    ],
    "artifacts_left_out": True,
}
CONTENT_STATUS: dict[str, Any] = {
    "task_id": TASK_ID,
    "celery_task_id": TASK_ID,
    "status": "waiting",
    "current_step": "content_generation_running",
    "progress": {"done": 4, "total": 12, "failed": 1, "percent": 33},
    "concepts": [
        {
            "concept_id": "basics",
            "title": "Basics",
            "tutorial": "succeeded",
            "resources": "succeeded",
            "quiz": "failed",
        },
        {"concept_id": "lists", "title": "Lists", "tutorial": "running", "resources": "queued", "quiz": "queued"},
    ],
}


def workflow(status: str = "waiting", **changes: Any) -> dict[str, Any]:
    return task(
        status,
        task_type="learning_roadmap",
        children_url=f"/v1/tasks/{TASK_ID}/children",
        waiting_for="units",
        progress={"done": 3, "total": 6, "step": "content", "failed": 1},
        **changes,
    )


def unit(number: int, name: str, status: str, **changes: Any) -> dict[str, Any]:
    return task(
        status,
        task_id=f"01KAMR5W3T{number:016}",
        parent_id=TASK_ID,
        unit=name,
        task_type="learning_roadmap",
        **changes,
    )


def unit_failed(number: int, name: str) -> dict[str, Any]:
    error = {"code": "provider_unavailable", "message": "no answer", "retryable": True}
    return unit(number, name, "failed", error=error)


UNITS = [
    unit(1, "curriculum_design/framework", "succeeded", created_at="2026-11-22T04:56:00.000Z"),
    unit_failed(2, "content/quiz/basics"),
    unit(3, "content/tutorial/basics", "succeeded"),
    unit(4, "content/tutorial/lists", "running"),
    unit(5, "content/resources/lists", "queued"),
]
