"""Builds the request for a roadmap; files are read and judged before anything is sent."""

from typing import Any

from contenthub.commands.listing import given
from contenthub.commands.request_body import read_json_file
from contenthub.errors import LocalError
from contenthub.moments import parse_duration
from contenthub.sources import read_source


def roadmap_request(
    preferences: dict[str, Any],
    *,
    framework: str | None,
    source: str | None,
    review_timeout: str | None,
    provider: str | None,
) -> dict[str, Any]:
    """Raises LocalError when nothing says what the roadmap is to be about."""
    if not (framework or source or preferences.get("goal") or preferences.get("topic")):
        raise LocalError("roadmap_of_what")
    wanted = given(
        **preferences,
        source_text=read_source(source).text if source else None,
        review_timeout_seconds=int(parse_duration(review_timeout)) if review_timeout else None,
    )
    return given(preferences=wanted, framework=_framework(framework) if framework else None, provider=provider)


def _framework(location: str) -> dict[str, Any]:
    document = read_json_file(location)
    if not isinstance(document.get("concepts"), list):
        raise LocalError("framework_without_concepts", name=location)
    return document
