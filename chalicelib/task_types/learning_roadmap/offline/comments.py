"""What a reviewer's comments ask of a curriculum, as far as rules can tell; what they cannot is said in the notes."""

import re

from chalicelib.domain.text.sentences import split_sentences
from chalicelib.task_types.learning_roadmap.edits import without
from chalicelib.task_types.learning_roadmap.framework import Concept, Framework

_REMOVE = re.compile(
    r"\b(?:remove|drop|delete|omit|leave out|without|skip|no need for|exclude)\b|去掉|删除|删去|不要|移除|去除|不需要",
    re.I,
)
_AT_MOST = re.compile(
    r"\b(?:at most|no more than|not more than|up to|maximum(?: of)?|limit(?: it)? to|only)\s+(\d{1,3})\s+"
    r"(?:concepts|steps|topics)"
    r"|(?:最多|不超过|至多|只要|控制在)\s*(\d{1,3})\s*个",
    re.IGNORECASE,
)


def obeyed(framework: Framework, comments: str, limit: int) -> Framework:
    """Concepts that shall go are gone, and no more are left than were asked for; the last ones go first."""
    understood, removed = set[str](), set[str]()
    for sentence in split_sentences(comments):
        named = {c.id for c in framework.concepts if _is_named(c, sentence)} if _REMOVE.search(sentence) else set()
        at_most = _AT_MOST.search(sentence)
        if at_most:
            limit = min(limit, int(at_most.group(1) or at_most.group(2)) or limit)
        if named or at_most:
            understood.add(sentence)
            removed |= named
    removed = removed if len(removed) < len(framework.concepts) else set()
    kept = without(framework, removed)
    trimmed = without(kept, {concept.id for concept in kept.concepts[max(1, limit) :]})
    left_out = [c.title for c in framework.concepts if c.id not in {k.id for k in trimmed.concepts}]
    ignored = [sentence for sentence in split_sentences(comments) if sentence not in understood]
    return trimmed.model_copy(update={"notes": [*framework.notes, *_notes(framework.language, left_out, ignored)]})


def _is_named(concept: Concept, sentence: str) -> bool:
    lowered = sentence.lower()
    for name in (concept.title.lower(), concept.id.lower()):
        found = re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", lowered) if name.isascii() else name in lowered
        if found:
            return True
    return False


def _notes(language: str, left_out: list[str], ignored: list[str]) -> list[str]:
    notes: list[str] = []
    if left_out:
        notes.append(f"已去掉：{'、'.join(left_out)}" if language == "zh" else f"Left out: {', '.join(left_out)}")
    if ignored:
        told = " ".join(ignored)
        notes.append(
            f"离线方式只能按规则处理意见，以下意见未能理解，请直接编辑框架：{told}"
            if language == "zh"
            else f"The offline provider follows comments by rules; edit the framework for what it missed: {told}"
        )
    return notes
