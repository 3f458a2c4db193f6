"""What a fresh local cloud holds: four accounts, and an administrator's key for the command line."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

import boto3
import httpx

from contenthub.profiles import LOCAL_PROFILE, load_local_profile, write_local_profile
from infrastructure.api_keys import KeyHolder, create_api_key
from infrastructure.local.settings import PROJECT, REGION, STAGE, LocalSettings
from infrastructure.local.steps import StepError
from infrastructure.naming import table_name

ADMINISTRATOR = KeyHolder(user_id="local-admin", role="admin", name="local command line")

SAMPLE_ACCOUNTS: tuple[dict[str, Any], ...] = (
    {
        "account_id": "49",
        "name": "科技前沿观察",
        "platform": "wechat",
        "audience": "关心新技术的普通读者",
        "tone": ["清晰", "克制"],
        "language": "zh",
    },
    {
        "account_id": "50",
        "name": "Plain Tech",
        "platform": "blog",
        "audience": "People who use technology at work and have no time for jargon",
        "tone": ["plain", "friendly"],
        "language": "en",
    },
    {
        "account_id": "51",
        "name": "城市漫步",
        "platform": "xiaohongshu",
        "audience": "喜欢周末在城市里走走的年轻人",
        "tone": ["轻松", "亲切"],
        "language": "zh",
    },
    {
        "account_id": "52",
        "name": "Museum Notes",
        "platform": "newsletter",
        "audience": "Curious visitors of museums",
        "tone": ["warm", "precise"],
        "language": "en",
    },
)
_REQUEST_SECONDS = 30.0


def prepare_command_line(settings: LocalSettings) -> str:
    """An administrator's key that works, kept in the project-local profile; made anew only when it does not."""
    profile = PROJECT / LOCAL_PROFILE
    if profile.exists():
        known = load_local_profile(profile)
        if known.base_url == settings.public_url and known.api_key and _is_accepted(settings, known.api_key):
            return known.api_key
    key = create_administrator_key(settings)
    write_local_profile(PROJECT, base_url=settings.public_url, api_key=key)
    return key


def create_administrator_key(settings: LocalSettings) -> str:
    """A new administrator's key in this local cloud."""
    return create_api_key(api_keys_table(settings), ADMINISTRATOR)


def api_keys_table(settings: LocalSettings) -> Any:
    session = boto3.Session("test", "test", region_name=REGION)
    return session.resource("dynamodb", endpoint_url=settings.endpoint).Table(table_name(STAGE, "api-keys"))


def load_sample_accounts(base_url: str, api_key: str) -> None:
    """Create the sample accounts that are not there yet."""
    with _client(base_url, api_key) as client:
        for account in SAMPLE_ACCOUNTS:
            if client.get(f"/v1/accounts/{account['account_id']}").status_code == HTTPStatus.OK:
                continue
            answer = client.post("/v1/accounts", json=account)
            if answer.status_code != HTTPStatus.CREATED:
                raise StepError(f"Account {account['account_id']} was refused: {answer.text}")


def _is_accepted(settings: LocalSettings, api_key: str) -> bool:
    with _client(settings.public_url, api_key) as client:
        return client.get("/v1/me").status_code == HTTPStatus.OK


def _client(base_url: str, api_key: str) -> httpx.Client:
    headers = {"Authorization": f"Bearer {api_key}"}
    return httpx.Client(base_url=base_url, headers=headers, timeout=_REQUEST_SECONDS, trust_env=False)
