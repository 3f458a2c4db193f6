"""A record as an item of the records table, and back."""

import json
from typing import Any

from chalicelib.adapters.epoch import from_milliseconds, to_milliseconds
from chalicelib.domain.record import Record

Item = dict[str, Any]


def record_key(kind: str, record_id: str) -> Item:
    return {"record_id": {"S": f"{kind}#{record_id}"}}


def record_to_item(record: Record) -> Item:
    item: Item = {
        **record_key(record.kind, record.id),
        "kind": {"S": record.kind},
        "id": {"S": record.id},
        "owner_id": {"S": record.owner_id},
        "body": {"S": json.dumps(record.body, ensure_ascii=False, separators=(",", ":"))},
        "created_at": {"N": str(to_milliseconds(record.created_at))},
        "updated_at": {"N": str(to_milliseconds(record.updated_at))},
        "version": {"N": str(record.version)},
        "sort_key": {"S": sort_key(record)},
        "kind_owner": {"S": f"{record.kind}#{record.owner_id}"},
    }
    if record.group is not None:
        item |= {"group": {"S": record.group}, "kind_group": {"S": f"{record.kind}#{record.group}"}}
    if record.state is not None:
        item["state"] = {"S": record.state}
    return item


def record_from_item(item: Item) -> Record:
    return Record(
        kind=item["kind"]["S"],
        id=item["id"]["S"],
        owner_id=item["owner_id"]["S"],
        body=json.loads(item["body"]["S"]),
        created_at=from_milliseconds(int(item["created_at"]["N"])),
        updated_at=from_milliseconds(int(item["updated_at"]["N"])),
        group=item["group"]["S"] if "group" in item else None,
        state=item["state"]["S"] if "state" in item else None,
        version=int(item["version"]["N"]),
    )


def sort_key(record: Record) -> str:
    """Sorts by time of creation; the id makes it unique."""
    return f"{to_milliseconds(record.created_at):015d}#{record.id}"
