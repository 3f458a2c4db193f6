"""Names for values that are JSON."""

from typing import Any

JsonObject = dict[str, Any]
