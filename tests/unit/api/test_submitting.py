"""Submitting: the receipt, waiting for the result, idempotency."""

from tests.unit.api.gateway import Gateway

REQUEST = {"account_id": 49, "topic": "固态电池", "reference_text": "固态电池使用固态电解质。它比液态电池更安全。"}
TASK = {"task_type": "content_generation", "request": REQUEST}


def test_a_submission_is_answered_with_a_receipt(alice: Gateway) -> None:
    reply = alice.post("/v1/tasks", TASK)
    assert reply.status == 202
    receipt = reply.json
    base = f"https://api.example/local/v1/tasks/{receipt['task_id']}"
    assert receipt == {
        "task_id": receipt["task_id"],
        "task_type": "content_generation",
        "status": "queued",
        "task_system": "sqs",
        "status_url": base,
        "events_url": f"{base}/events",
        "cancel_url": f"{base}/cancel",
        "result_url": f"{base}/result",
    }
    assert reply.headers["location"] == base
    assert reply.headers["retry-after"] == "2"
    assert reply.headers["content-type"] == "application/json"
