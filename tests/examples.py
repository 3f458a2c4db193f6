"""How many examples Hypothesis makes up: `TEST_EXAMPLES=few` while you work, `many` before a release."""

import os

_FACTORS = {"few": 0.25, "usual": 1.0, "many": 10.0}


def examples(usual: int) -> int:
    return max(5, round(usual * _FACTORS[os.environ.get("TEST_EXAMPLES") or "usual"]))
