"""Reference texts and the pieces of a request that the tests of content generation share."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from chalicelib.domain.errors import SourceUnreadableError
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.ports.data_sync import SyncTools
from chalicelib.domain.ports.generation import Completion, CreatorCommand, LanguageModel
from chalicelib.domain.ports.images import ImageTools

TASK_ID = "01KAQK3V8Q0000000000000000"

CAVE = (
    "溪石洞（）位于青河县南部的山谷中，距县城 20公里。溪石洞于1993年被发现，1994年对游人开放。[1]"
    "溪石洞全长2846米，以钟乳石众多著称。此外，洞内还有一条地下河。地下河在雨季会淹没下层通道。"
    "洞口附近的村庄靠接待游客为生。村庄里有三家旅店。目前下层通道被永久封闭。"
)
"""Invented, so that the tests need no licence of others."""

BRIDGE = (
    "The Marlow footbridge is a timber bridge across the river Esk.[citation needed] It was built in 1904 by local "
    "carpenters. The bridge carries walkers and cyclists, but no cars. In 1957 a flood destroyed the middle span. "
    "However, the span was rebuilt within a year. The new span is made of larch. Every spring the town inspects the "
    "planks and replaces those that are worn. The river Esk rises in the hills north of the town. Otters live along "
    "its banks. A footpath follows the river from the bridge to the old mill."
)

GUIDE = """# Writing notes

Short notes for new authors. They are kept in one place.

## Sentences

Keep sentences short, because long ones are hard to follow. One idea for each sentence is enough.

- Use the active voice when the actor matters to the reader.
- Cut words that carry no meaning in the sentence.

## Words to prefer

- use (instead of _utilize_)
- help (instead of _facilitate_)
- start (instead of _commence_)

```python
print("never quoted")
```

## Further reading

- [Plain words](https://example.org/plain)
- [Clear prose](https://example.org/clear)
"""

ARTICLE: JsonObject = {
    "title": "A bridge of larch",
    "summary": "The bridge was rebuilt.",
    "language": "en",
    "sections": [{"heading": "The flood", "paragraphs": ["In 1957 a flood destroyed the middle span."]}],
    "key_points": ["It was rebuilt within a year."],
    "tags": ["bridge"],
}

ACCOUNT: JsonObject = {
    "account_id": "49",
    "name": "科技前沿观察",
    "platform": "公众号",
    "audience": None,
    "tone": ["专业"],
    "language": "zh",
}


def job(**fields: Any) -> JsonObject:
    """A request as it is stored with its task."""
    return {"account_id": "49", "topic": "溪石洞", "account": ACCOUNT, **fields}


class ScriptedModel:
    """Answers what it was given, in order, and remembers the prompts."""

    def __init__(self, *answers: str, tokens: int | None = 10) -> None:
        self._answers = list(answers)
        self._tokens = tokens
        self.systems: list[str] = []
        self.prompts: list[str] = []

    def complete(self, *, system: str, prompt: str, max_tokens: int, temperature: float) -> Completion:
        assert max_tokens > 0
        assert 0 <= temperature <= 1
        self.systems.append(system)
        self.prompts.append(prompt)
        return Completion(self._answers.pop(0), "scripted-1", self._tokens, self._tokens)


@dataclass
class ScriptedToolbox:
    default_provider: str = "offline"
    model: LanguageModel = field(default_factory=ScriptedModel)
    creator: CreatorCommand | None = None
    uploads: dict[str, bytes] = field(default_factory=dict)
    asked_for: list[str] = field(default_factory=list)

    def language_model(self, provider: str) -> LanguageModel:
        self.asked_for.append(provider)
        return self.model

    def creator_command(self) -> CreatorCommand:
        assert self.creator is not None
        return self.creator

    def read_upload(self, upload_id: str) -> bytes:
        if upload_id not in self.uploads:
            raise SourceUnreadableError(f"nothing was uploaded as {upload_id}")
        return self.uploads[upload_id]

    def sync_tools(self) -> SyncTools:
        raise AssertionError("no files to be synced")

    def image_tools(self) -> ImageTools:
        raise AssertionError("no pictures to be drawn")


@dataclass
class RecordingContext:
    toolbox: ScriptedToolbox = field(default_factory=ScriptedToolbox)
    task_id: str = TASK_ID
    owner_id: str = "ann"
    lane: str = "generation-normal"
    checkpoint: JsonObject | None = None
    steps: list[tuple[int, int, str]] = field(default_factory=list)

    def result_of(self, task_id: str) -> JsonObject:
        raise AssertionError(task_id)

    def progress(self, done: int, total: int, step: str) -> None:
        self.steps.append((done, total, step))

    def should_stop(self) -> bool:
        return False


def sample_topics() -> list[JsonObject]:
    """Topics with reference texts of others, where the machine has them; they are not part of the project."""
    return _outside_samples("topics.json")


def sample_profiles() -> list[JsonObject]:
    return _outside_samples("account_profiles.json")


def _outside_samples(name: str) -> list[JsonObject]:
    for folder in Path(__file__).resolve().parents:
        path = folder / "shared" / "data" / "content" / name
        if path.exists():
            found: list[JsonObject] = json.loads(path.read_text(encoding="utf-8"))
            return found
    return []
