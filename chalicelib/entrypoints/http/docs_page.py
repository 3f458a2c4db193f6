"""The page that shows the OpenAPI document: one file, nothing fetched from elsewhere."""

import base64
import hashlib
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PAGE = Path(__file__).with_name("docs_page.html")
INLINED = re.compile(r"<(script|style)>(.*?)</\1>", re.DOTALL)


@dataclass(frozen=True)
class DocsPage:
    text: str
    headers: dict[str, str]


@cache
def docs_page() -> DocsPage:
    """Read when first asked for. The policy lets the browser run exactly the script and style of this file."""
    text = PAGE.read_text(encoding="utf-8")
    sources = {kind: f"'sha256-{_digest(content)}'" for kind, content in INLINED.findall(text)}
    policy = (
        f"default-src 'none'; script-src {sources['script']}; style-src {sources['style']}; "
        "connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    return DocsPage(text, {"Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": policy})


def _digest(content: str) -> str:
    return base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
