"""Create an API key for a stage: `python -m infrastructure.api_keys create --stage S --user U --role admin`.

The key is shown once; the table keeps its hash only.
"""

import argparse
import base64
import hashlib
import secrets
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Literal, get_args

import boto3

from infrastructure.naming import STAGES, table_name

Role = Literal["admin", "premium", "normal"]

ROLES: tuple[Role, ...] = get_args(Role)
PREFIX = "chk_"
_RANDOM_BYTES = 32


@dataclass(frozen=True)
class KeyHolder:
    """Whom a key stands for."""

    user_id: str
    role: Role
    name: str = "made on the command line"
    days: int | None = None


def main() -> int:
    options = _arguments()
    holder = KeyHolder(options.user, options.role, options.name, options.days)
    table = boto3.resource("dynamodb", endpoint_url=options.endpoint).Table(table_name(options.stage, "api-keys"))
    print(create_api_key(table, holder))
    return 0


def create_api_key(table: Any, holder: KeyHolder) -> str:
    """Store a new key's hash in a DynamoDB table and return the key, which cannot be read again."""
    key = new_key()
    table.put_item(Item=_item(key, holder), ConditionExpression="attribute_not_exists(key_hash)")
    return key


def new_key() -> str:
    return PREFIX + base64.urlsafe_b64encode(secrets.token_bytes(_RANDOM_BYTES)).rstrip(b"=").decode()


def hash_of(key: str) -> str:
    """A plain hash is enough: 256 random bits cannot be guessed, and it must be found by one read."""
    return hashlib.sha256(key.encode()).hexdigest()


def _item(key: str, holder: KeyHolder) -> dict[str, str | int]:
    item: dict[str, str | int] = {
        "key_hash": hash_of(key),
        "user_id": holder.user_id,
        "role": holder.role,
        "name": holder.name,
        "created_at": datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
    }
    if holder.days is not None:
        item["expires_at"] = int((time.time() + timedelta(days=holder.days).total_seconds()) * 1000)
    return item


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m infrastructure.api_keys", description=__doc__)
    create = parser.add_subparsers(dest="command", required=True).add_parser("create", help="make a key and show it")
    create.add_argument("--stage", choices=STAGES, required=True)
    create.add_argument("--user", required=True, help="the user id the key stands for")
    create.add_argument("--role", choices=ROLES, default="normal")
    create.add_argument("--name", default=KeyHolder.name, help="what the key is for")
    create.add_argument("--days", type=int, help="days until it expires (default: never)")
    create.add_argument("--endpoint", help="another AWS endpoint, such as the local cloud's")
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
