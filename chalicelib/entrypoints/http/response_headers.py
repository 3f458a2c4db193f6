"""Headers that every response carries, and which origins a browser may call from."""

from collections.abc import Mapping, Sequence

EXPOSED = "Location, Retry-After, Preference-Applied, X-Request-Id, WWW-Authenticate, Allow"
ACCEPTED = "Authorization, Content-Type, Idempotency-Key, Prefer, Accept-Language"
PREFLIGHT_SECONDS = 600

ALWAYS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Vary": "Origin, Accept-Language",
}


def common_headers(request_id: str) -> dict[str, str]:
    return {**ALWAYS, "X-Request-Id": request_id}


def cross_origin_headers(request_headers: Mapping[str, str], allowed_origins: Sequence[str]) -> dict[str, str]:
    """Nothing for an origin that is not on the list: the browser then keeps the answer from the page."""
    origin = request_headers.get("origin", "")
    if origin not in allowed_origins:
        return {}
    return {"Access-Control-Allow-Origin": origin, "Access-Control-Expose-Headers": EXPOSED}


def preflight_headers(methods: Sequence[str]) -> dict[str, str]:
    return {
        "Access-Control-Allow-Methods": ", ".join(methods),
        "Access-Control-Allow-Headers": ACCEPTED,
        "Access-Control-Max-Age": str(PREFLIGHT_SECONDS),
    }
