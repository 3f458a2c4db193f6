"""Answers of the API about data sync, as several tests use them."""

from typing import Any

from tests.unit.cli.samples import TASK_ID, task

FILE_ID = "01kamr6f1e5h2j3k4m5n6p7q8r"
OTHER_FILE_ID = "01kamr6f1e9t8v7w6x5y4z3a2b"
DATASET_ID = "jd-shop-1-orders-331edf1930"

REPORT: dict[str, Any] = {
    "verdict": "warned",
    "score": 84.5,
    "warn_below": 90.0,
    "reject_below": 60.0,
    "rows": 61548,
    "rejected_rows": 2,
    "left_out": {"blank": 3, "total": 1},
    "read_as": {
        "format": "csv",
        "encoding": "gb18030",
        "delimiter": "\t",
        "sheets": [{"name": "", "header_row": 22, "rows": 61548}],
    },
    "mapping": {
        "name": "jd_orders",
        "platform": "jd",
        "data_kind": "orders",
        "fallback": False,
        "fields": {"order_id": "订单号", "ordered_at": "下单时间", "amount": "应付金额", "status": "订单状态"},
        "key": ["order_id"],
    },
    "against_store": {"looked_at": 2000, "new": 1982, "same": 16, "different": 1, "newer_in_store": 1},
    "notes": [
        {
            "code": "header_drift",
            "detail": "columns gone: 备注; columns new: none",
            "points": 4.0,
            "values": {"gone": "备注", "new": "–"},
        },
        {
            "code": "older_than_stored",
            "detail": "1 of 2,000 rows looked at are older",
            "points": 0.0,
            "values": {"older": "1", "looked_at": "2,000"},
        },
        {"code": "other_sheet", "detail": "sheet 'Notes' has other columns and was not read", "points": 0.0},
    ],
    "findings": [
        {
            "code": "missing_key",
            "severity": "error",
            "detail": "a required value is missing",
            "column": "order_id",
            "count": 2,
            "rows": [25, 61001],
            "example": None,
        },
        {
            "code": "exact_duplicate",
            "severity": "warning",
            "detail": "the row is there several times, the same in every cell",
            "column": None,
            "count": 613,
            "rows": [
                519,
                520,
                521,
                541,
                557,
                589,
                591,
                596,
                600,
                602,
                603,
                606,
                607,
                618,
                619,
                620,
                622,
                760,
                833,
                837,
            ],
            "example": "536409/21866",
        },
        {
            "code": "outlier",
            "severity": "warning",
            "detail": "the number is far away from the others of its column",
            "column": "amount",
            "count": 1,
            "rows": [1816],
            "example": "9999999",
        },
    ],
}
COUNTS = {"inserted": 61000, "updated": 12, "unchanged": 500, "superseded": 4, "duplicates": 30, "rejected": 2}
SYNCED: dict[str, Any] = {
    "file_id": FILE_ID,
    "file_name": "订单-2026-11.csv",
    "state": "synced",
    "reason": None,
    "dataset_id": DATASET_ID,
    "counts": COUNTS,
    "report": REPORT,
    "dry_run": False,
}
FILE: dict[str, Any] = {
    "file_id": FILE_ID,
    "name": "订单-2026-11.csv",
    "platform": "jd",
    "account": "shop-1",
    "data_kind": "orders",
    "state": "synced",
    "reason": None,
    "owner_id": "demo",
    "bytes": 5242880,
    "task_id": TASK_ID,
    "dataset_id": DATASET_ID,
    "mapping": "jd_orders",
    "rows": 61548,
    "score": 84.5,
    "verdict": "warned",
    "counts": COUNTS,
    "created_at": "2026-11-22T04:50:00.000Z",
    "updated_at": "2026-11-22T04:58:00.000Z",
}
REFUSED: dict[str, Any] = {
    **FILE,
    "file_id": OTHER_FILE_ID,
    "name": "a rather long name of a broken export.xlsx",
    "state": "rejected",
    "reason": "quality score 41.2, 20 of 24 rows rejected",
    "dataset_id": None,
    "mapping": None,
    "rows": 24,
    "score": 41.2,
    "verdict": "rejected",
    "counts": None,
}
BATCH: dict[str, Any] = {
    "counts": {"files": 3, "synced": 1, "skipped": 1, "failed": 1, "rows": COUNTS},
    "files": [
        {**{k: SYNCED[k] for k in ("file_id", "file_name", "state", "reason", "dataset_id", "counts")},
         "task_id": TASK_ID, "score": 84.5},
        {"file_id": OTHER_FILE_ID, "file_name": REFUSED["name"], "state": "failed", "reason": REFUSED["reason"],
         "task_id": TASK_ID, "dataset_id": None, "counts": None, "score": None},
        {"file_id": "01kamr6f1e9t8v7w6x5y4z3a2c", "file_name": "old.csv", "state": "skipped",
         "reason": "synced before and not changed since", "task_id": None, "dataset_id": None, "counts": None,
         "score": None},
    ],
    "dry_run": False,
}  # fmt: skip
DATASET: dict[str, Any] = {
    "dataset_id": DATASET_ID,
    "platform": "jd",
    "account": "shop-1",
    "data_kind": "orders",
    "mapping": "jd_orders",
    "key": ["order_id"],
    "columns": ["order_id", "ordered_at", "product_name", "amount", "status", "customer", "note"],
    "row_count": 61548,
    "files": 2,
    "last_file_id": FILE_ID,
    "last_synced_at": "2026-11-22T04:58:00.000000+00:00",
    "created_at": "2026-11-20T04:58:00.000Z",
}
ROWS: dict[str, Any] = {
    "items": [
        {
            "row_key": "A-1",
            "values": {
                "order_id": "A-1",
                "ordered_at": "2026-11-01T10:00:00",
                "product_name": "手工陶瓷茶杯（附竹制杯垫与礼盒）",
                "amount": 128.5,
                "status": "已完成",
                "customer": "customer with a long name",
                "note": None,
            },
            "file_id": FILE_ID,
            "updated_at": "2026-11-22T04:58:00.000Z",
        },
        {
            "row_key": "A-2",
            "values": {"order_id": "A-2", "amount": 3, "status": '=HYPERLINK("x")\x1b[2J'},
            "file_id": FILE_ID,
            "updated_at": "2026-11-22T04:58:00.000Z",
        },
    ],
    "next_cursor": None,
}


def sync_task(status: str = "succeeded", **changes: Any) -> dict[str, Any]:
    told = {"task_type": "data_sync", "children_url": None, "result": None, "download_url": None, "unit": None}
    return {**task(status), **told, **changes}


def writing(done: int, total: int, name: str = "订单-2026-11.csv") -> dict[str, Any]:
    return {"done": done, "total": total, "step": f"writing {name}", "failed": 0}
