"""Under which address the caller reached the API: the beginning of every link."""

from collections.abc import Mapping
from typing import Any


def base_url(configured: str, emulator: str, event: Mapping[str, Any]) -> str:
    """The configured address, or the one API Gateway was called by, with its stage where that is in the path.

    An emulator of AWS serves every API under one host and tells the function neither that host nor the whole path.
    """
    if configured:
        return configured.rstrip("/")
    context = event.get("requestContext") or {}
    if emulator and context.get("apiId") and context.get("stage"):
        return f"{emulator.rstrip('/')}/_aws/execute-api/{context['apiId']}/{context['stage']}"
    headers = {name.lower(): value for name, value in (event.get("headers") or {}).items()}
    host = context.get("domainName") or headers.get("host") or "localhost"
    scheme = "http" if headers.get("x-forwarded-proto") == "http" else "https"
    return f"{scheme}://{host}{_prefix(context.get('path') or '', event.get('path') or '')}"


def _prefix(full_path: str, path: str) -> str:
    if path and path != "/" and full_path.endswith(path):
        return full_path[: -len(path)]
    return full_path.rstrip("/") if path == "/" else ""
