"""Answers of the API that several tests use."""

from typing import Any

TASK_ID = "01KAMR5W3T8Q0ZV6N4Y2X9B7CD"
CONTENT_ID = "01KAMR6F1E5H2J3K4M5N6P7Q8R"
POOL_ENTRY_ID = "01KAMR6F1E9T8V7W6X5Y4Z3A2B"

SUBMITTED = {
    "task_id": TASK_ID,
    "task_type": "content_generation",
    "status": "queued",
    "task_system": "sqs",
    "status_url": f"/v1/tasks/{TASK_ID}",
    "events_url": f"/v1/tasks/{TASK_ID}/events",
    "cancel_url": f"/v1/tasks/{TASK_ID}/cancel",
    "result_url": f"/v1/tasks/{TASK_ID}/result",
}

ARTICLE_EN = {
    "title": "How steam turbines turn heat into motion",
    "summary": "Rotors and stators alternate along one shaft, and steam drives them.",
    "language": "en",
    "sections": [
        {
            "heading": "Inside the casing",
            "paragraphs": [
                (
                    "A steam turbine consists of one or more rotors mounted on a drive shaft, alternating with a "
                    "series of stators fixed to the turbine casing."
                ),
                "The rotors have a propeller-like arrangement of blades at the outer edge.",
            ],
        }
    ],
    "key_points": ["Rotors and stators alternate.", "Typical speeds are 3600 RPM at 60 Hertz."],
    "tags": ["steam", "power stations"],
    "word_count": 1234,
}

ARTICLE_ZH = {
    "title": "蒸汽轮机如何把热变成运动",
    "summary": "转子与定子沿同一根轴交替排列，由蒸汽推动。",
    "language": "zh",
    "sections": [
        {
            "heading": "机壳之内",
            "paragraphs": [
                (
                    "蒸汽轮机由一个或多个安装在驱动轴上的转子组成，与固定在机壳上的一系列定子交替排列，"
                    "定子把蒸汽重新引向下一级转子。"
                )
            ],
        }
    ],
    "key_points": ["转子与定子交替排列。"],
    "tags": ["蒸汽", "发电"],
    "word_count": 96,
}


def task(status: str = "succeeded", **changes: Any) -> dict[str, Any]:
    finished = status not in ("queued", "running", "waiting")
    return {
        "task_id": TASK_ID,
        "task_type": "content_generation",
        "status": status,
        "task_system": "sqs",
        "priority": 5,
        "lane": "generation-normal",
        "owner_id": "demo",
        "parent_id": None,
        "created_at": "2026-11-22T04:57:00.000Z",
        "updated_at": "2026-11-22T04:58:00.000Z",
        "started_at": "2026-11-22T04:57:30.000Z",
        "finished_at": "2026-11-22T04:58:00.000Z" if finished else None,
        "run_at": None,
        "attempt": 1,
        "max_attempts": 3,
        "run": 1,
        "progress": {"done": 4, "total": 4, "step": "stored"},
        "error": None,
        "last_seq": 3,
        "request_bytes": 312,
        "result_bytes": 48211,
        **changes,
    }


def event(seq: int, status: str = "running", **changes: Any) -> dict[str, Any]:
    return {
        "seq": seq,
        "at": f"2026-11-22T04:57:{seq:02}.000Z",
        "kind": "progress",
        "status": status,
        "progress": {"done": seq, "total": 4, "step": "writing"},
        "message": None,
        **changes,
    }


def events(*items: dict[str, Any], finished: bool = False) -> dict[str, Any]:
    return {"items": [*items], "last_seq": items[-1]["seq"] if items else 0, "finished": finished}


def result(article: dict[str, Any] = ARTICLE_EN) -> dict[str, Any]:
    content = {
        "article": article,
        "account_id": "49",
        "topic": "Steam engine",
        "provider": "offline",
        "model": None,
        "usage": None,
        "grounding": {},
        "content_id": CONTENT_ID,
        "pool_entry_id": POOL_ENTRY_ID,
    }
    return {
        "task_id": TASK_ID,
        "status": "succeeded",
        "result": content,
        "download_url": None,
        "bytes": 48211,
    }
