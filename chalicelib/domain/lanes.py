"""Lanes: three queues a family, chosen by priority."""

HIGHEST_PRIORITY, LOWEST_PRIORITY, DEFAULT_PRIORITY = 10, 1, 5

LEVELS = ("high", "normal", "low")
FAMILIES = ("generation", "sync", "image")

MAX_SEND_DELAY_SECONDS = 900
"""SQS delays a message by 15 minutes at most; what starts later is sent by the sweeper."""


def level_of(priority: int) -> str:
    """10 is the most urgent: high is 8–10, normal 4–7, low 1–3."""
    if priority >= 8:
        return "high"
    return "normal" if priority >= 4 else "low"


def lanes_of(family: str) -> tuple[str, ...]:
    return tuple(f"{family}-{level}" for level in LEVELS)


def lane_of(family: str, priority: int) -> str:
    return f"{family}-{level_of(priority)}"


LANES = tuple(lane for family in FAMILIES for lane in lanes_of(family))
