"""A concept as the offline writer sees it: its text read, its topics, its definitions."""

from dataclasses import dataclass
from functools import cached_property

from chalicelib.task_types.learning_roadmap.artifacts import BLANK, Grounding
from chalicelib.task_types.learning_roadmap.briefs import ConceptBrief
from chalicelib.task_types.learning_roadmap.offline.definitions import Definition, definitions
from chalicelib.task_types.learning_roadmap.offline.reading import Reading, Sentence, read
from chalicelib.task_types.learning_roadmap.offline.statements import statements
from chalicelib.task_types.learning_roadmap.offline.topics import split_topics
from chalicelib.task_types.learning_roadmap.offline.wording import WORDING_BY_LANGUAGE, Wording


@dataclass(frozen=True)
class Material:
    brief: ConceptBrief

    @property
    def wording(self) -> Wording:
        return WORDING_BY_LANGUAGE[self.brief.language]

    @cached_property
    def _parted(self) -> tuple[str, tuple[str, ...]]:
        return split_topics(self.brief.concept.description)

    @property
    def topics(self) -> tuple[str, ...]:
        return self._parted[1]

    @cached_property
    def reading(self) -> Reading:
        return read(self._parted[0])

    @cached_property
    def statements(self) -> list[Sentence]:
        """Of the text, and of the summary where that says more; none of a text that is about a whole group."""
        if self.shared:
            return []
        return statements((*self.reading.sentences, *read(self.brief.concept.summary).sentences))

    @cached_property
    def definitions(self) -> list[Definition]:
        return [] if self.shared else definitions(self.reading.sentences, BLANK)

    @property
    def shared(self) -> bool:
        """The text is about several concepts, not about this one."""
        return bool(self.brief.sharing_text)

    @property
    def part(self) -> str:
        """What a shared text is about, in words."""
        return self.brief.concept.section or self.joined([self.brief.concept.title, *self.brief.sharing_text])

    @property
    def has_own_text(self) -> bool:
        return bool(self.reading.sections) and not self.shared

    def joined(self, names: list[str] | tuple[str, ...]) -> str:
        return self.wording.list_separator.join(names)

    def grounding(self) -> Grounding:
        concept, wording = self.brief.concept, self.wording
        if self.has_own_text or (self.topics and not self.shared):
            return Grounding(mode="concept_text", note=wording.grounded_in_text)
        if self.shared:
            count = len(self.brief.sharing_text) + 1
            note = wording.grounded_in_shared.format(count=count, section=self.part, title=concept.title)
            return Grounding(mode="curriculum_entry", note=note)
        return Grounding(mode="curriculum_entry", note=wording.grounded_in_entry)
