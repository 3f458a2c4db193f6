"""What a writer hands over: the article, where it comes from, and what it cost."""

from dataclasses import dataclass, field

from chalicelib.domain.json_types import JsonObject
from chalicelib.task_types.content_generation.article import Article
from chalicelib.task_types.content_generation.schema import Usage


@dataclass(frozen=True)
class Draft:
    article: Article
    grounding: JsonObject = field(default_factory=dict)
    model: str | None = None
    usage: Usage | None = None
