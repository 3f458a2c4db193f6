"""What API Gateway answers when a request never reaches the API function, in the API's own form of errors."""

from collections.abc import Mapping

Problem = Mapping[str, str | int]

CONTENT_TYPE = "'application/problem+json'"


def _problem(status: int, code: str, title: str, detail: str) -> Problem:
    """API Gateway fills in `$context…`; it knows no languages, so the title is English."""
    return {
        "type": "about:blank",
        "title": title,
        "status": status,
        "code": code,
        "detail": detail,
        "instance": "urn:request:$context.requestId",
    }


# API Gateway's own name for a route or method it does not know is "missing authentication token".
GATEWAY_RESPONSES: Mapping[str, Problem] = {
    "MISSING_AUTHENTICATION_TOKEN": _problem(
        404, "not_found", "Not found", "This API has no such path, or not with this method."
    ),
    "RESOURCE_NOT_FOUND": _problem(404, "not_found", "Not found", "This API has no such path."),
    "BAD_REQUEST_BODY": _problem(400, "malformed_json", "Unreadable body", "The body cannot be read."),
    "BAD_REQUEST_PARAMETERS": _problem(
        400, "validation_failed", "Unreadable parameters", "The request's parameters cannot be read."
    ),
    "UNAUTHORIZED": _problem(401, "missing_credentials", "Not signed in", "Send an API key."),
    "ACCESS_DENIED": _problem(403, "forbidden", "Not allowed", "This caller may not do this."),
    "WAF_FILTERED": _problem(403, "forbidden", "Not allowed", "The request was filtered out."),
    "REQUEST_TOO_LARGE": _problem(
        413, "body_too_large", "Body too large", "The body is larger than the API takes at all."
    ),
    "UNSUPPORTED_MEDIA_TYPE": _problem(
        415, "unsupported_media_type", "Unsupported media type", "Send application/json."
    ),
    "THROTTLED": _problem(429, "too_many_requests", "Too many requests", "Try again a little later."),
    "QUOTA_EXCEEDED": _problem(429, "quota_exceeded", "Quota used up", "The quota of this key is used up."),
    "INTEGRATION_FAILURE": _problem(502, "unavailable", "Not available", "Try again a little later."),
    "INTEGRATION_TIMEOUT": _problem(504, "timeout", "No answer in time", "Try again a little later."),
    "DEFAULT_4XX": _problem(400, "bad_request", "Request refused", "The request never reached the API."),
    "DEFAULT_5XX": _problem(500, "internal_error", "Internal error", "Try again a little later."),
}
