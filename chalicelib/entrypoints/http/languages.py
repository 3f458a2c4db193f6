"""Which language the caller reads: Chinese or English."""

SUPPORTED = ("en", "zh")
DEFAULT = "en"


def preferred_language(accept_language: str) -> str:
    """By quality value, the first of equals; English where nothing fits (RFC 9110, 12.5.4)."""
    wanted = [(quality, -place, tag) for place, (tag, quality) in enumerate(_ranges(accept_language)) if quality > 0]
    for _, _, tag in sorted(wanted, reverse=True):
        primary = tag.split("-")[0]
        if primary == "*":
            return DEFAULT
        if primary in SUPPORTED:
            return primary
    return DEFAULT


def _ranges(header: str) -> list[tuple[str, float]]:
    return [_range(part) for part in header.split(",")[:20] if part.strip()]


def _range(part: str) -> tuple[str, float]:
    tag, _, parameter = part.partition(";")
    name, _, value = parameter.replace(" ", "").partition("=")
    return tag.strip().lower(), _quality(value) if name.lower() == "q" else 1.0


def _quality(value: str) -> float:
    whole, _, fraction = value.partition(".")
    if whole in ("0", "1") and (not fraction or fraction.isdecimal()):
        return min(1.0, float(value))
    return 0.0
