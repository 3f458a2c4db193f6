"""A roadmap's concepts as a tree: each below what has to be learnt before it."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from contenthub.curricula import ARTIFACTS, Concept, concept_id, concepts_of, parents, prerequisites
from contenthub.display.cells import Column, printable
from contenthub.display.screen import Screen
from contenthub.display.tables import print_table

if TYPE_CHECKING:
    from rich.text import Text
    from rich.tree import Tree

OUTLINE_COLUMNS = (
    Column("concept_id", whole=True),
    Column("title"),
    Column("section"),
    Column("prerequisites", "list"),
)


def print_outline(screen: Screen, outline: Mapping[str, Any]) -> None:
    ordered = concepts_of(outline)
    if not screen.for_person:
        rows = [{**concept, "concept_id": concept_id(concept)} for concept in ordered]
        print_table(screen, rows, OUTLINE_COLUMNS, empty_key="list.no_concepts")
        return
    screen.out.print(_tree(screen, str(outline.get("title") or ""), ordered))


def print_notes(screen: Screen, outline: Mapping[str, Any]) -> None:
    """What a reader should know about how the curriculum came to be."""
    for note in outline.get("notes") or []:
        screen.note("outline.note", note=printable(str(note)))


def hours_text(screen: Screen, hours: Any) -> str:
    """A number, or the API's least and most."""
    if isinstance(hours, Mapping):
        least, most = (f"{hours.get(name):g}" for name in ("least", "most"))
        count = least if least == most else f"{least}–{most}"
    else:
        count = f"{hours:g}" if isinstance(hours, int | float) else ""
    return screen.texts("outline.hours", count=count) if count else ""


def _tree(screen: Screen, title: str, ordered: Sequence[Concept]) -> "Tree":
    from rich.text import Text
    from rich.tree import Tree

    head = Text(printable(title) or screen.texts("outline.untitled"), style="bold")
    head.append("  " + screen.texts("outline.concepts", count=len(ordered)), style="not bold dim")
    tree = Tree(head, guide_style="dim")
    parent_of = parents(ordered)
    titles = {concept_id(concept): str(concept.get("title") or concept_id(concept)) for concept in ordered}
    sections: dict[Any, Tree] = {None: tree}
    branches: dict[str, Tree] = {}
    for concept in ordered:
        name, parent = concept_id(concept), parent_of.get(concept_id(concept))
        section = concept.get("section") or None
        if section not in sections:
            sections[section] = tree.add(Text(printable(str(section)), style="bold cyan"))
        place = branches[parent] if parent else sections[section]
        also = sorted(prerequisites(concept, set(titles)) - _ancestors(name, parent_of), key=[*titles].index)
        branches[name] = place.add(_concept_line(screen, concept, [titles[other] for other in also]))
    return tree


def _ancestors(name: str, parent_of: Mapping[str, str]) -> set[str]:
    """What the tree shows already as coming before."""
    found = set()
    while (parent := parent_of.get(name)) is not None:
        found.add(parent)
        name = parent
    return found


def _concept_line(screen: Screen, concept: Concept, also: Sequence[str]) -> "Text":
    from rich.text import Text

    name = concept_id(concept)
    title = str(concept.get("title") or name)
    text = Text(printable(title), overflow="fold")
    if name.casefold() != title.casefold():
        text.append(f"  {printable(name)}", style="dim cyan")
    hours = hours_text(screen, concept.get("hours"))
    if hours:
        text.append(f"  {hours}", style="dim")
    if "statuses" in concept:
        made = sum(concept["statuses"][kind] == "succeeded" for kind in ARTIFACTS)
        text.append(*("  ✓", "green") if made == len(ARTIFACTS) else (f"  {made}/{len(ARTIFACTS)}", "yellow"))
    if also:
        said = screen.texts("list.comma").join(printable(title) for title in also)
        text.append("  " + screen.texts("outline.also_after", titles=said), style="dim italic")
    return text
