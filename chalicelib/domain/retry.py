"""When to try again: a pure decision."""

MAX_DELAY_SECONDS = 3600.0


def retry_delay_seconds(
    *, attempt: int, base_seconds: float, jitter: float, retry_after_seconds: float | None = None
) -> float:
    """Full jitter: anything between nothing and base × 2^(attempt-1), never earlier than the provider asks for.

    `jitter` is a random number in [0, 1); `attempt` is the one that just failed, from 1. Full jitter spreads a
    crowd of failed tasks best (AWS Architecture Blog, "Exponential Backoff And Jitter", 2015).
    """
    ceiling = min(MAX_DELAY_SECONDS, base_seconds * 2.0 ** min(attempt - 1, 30))
    return max(ceiling * jitter, retry_after_seconds or 0.0)
