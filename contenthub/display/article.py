"""A finished article: set for reading in a terminal, Markdown when it goes into a file."""

from collections.abc import Mapping
from itertools import chain, repeat
from typing import Any

from contenthub.display.cells import printable
from contenthub.display.screen import Screen
from contenthub.display.wrapping import wrap

READING_WIDTH = 88
BULLET = "  • "


def print_article(screen: Screen, article: Mapping[str, Any]) -> None:
    if screen.for_person:
        _print_for_person(screen, article)
    else:
        screen.write_line(as_markdown(article, key_points=screen.texts("article.key_points")))


def print_content_result(screen: Screen, result: Mapping[str, Any]) -> None:
    """The article of a finished content task, and below it where it was stored and what wrote it."""
    article = result["article"]
    print_article(screen, article)
    model = f" ({result['model']})" if result.get("model") else ""
    screen.note(
        "article.origin",
        words=f"{article.get('word_count') or 0:,}",
        writer=printable(f"{result.get('provider')}{model}"),
    )
    if result.get("content_id"):
        screen.note("article.stored", content_id=result["content_id"])
    if result.get("pool_entry_id"):
        screen.note("article.in_pool", pool_entry_id=result["pool_entry_id"])


def as_markdown(article: Mapping[str, Any], *, key_points: str) -> str:
    parts = [f"# {article['title']}"]
    if article.get("summary"):
        parts.append(str(article["summary"]))
    for section in article.get("sections") or []:
        parts += [f"## {section['heading']}", *section["paragraphs"]]
    if article.get("key_points"):
        points = "\n".join(f"- {point}" for point in article["key_points"])
        parts += [f"## {key_points}", points]
    if article.get("tags"):
        parts.append(" ".join(f"#{str(tag).replace(' ', '-')}" for tag in article["tags"]))
    return printable("\n\n".join(parts))


def _print_for_person(screen: Screen, article: Mapping[str, Any]) -> None:
    _paragraph(screen, article["title"], style="bold")
    if article.get("summary"):
        _paragraph(screen, article["summary"], style="italic")
    for section in article.get("sections") or []:
        _line(screen, section["heading"], style="bold cyan")
        for paragraph in section["paragraphs"]:
            _paragraph(screen, paragraph)
    if article.get("key_points"):
        _line(screen, screen.texts("article.key_points"), style="bold cyan")
        for point in article["key_points"]:
            _bullet(screen, point)
        screen.out.print()
    if article.get("tags"):
        _paragraph(screen, " · ".join(article["tags"]), style="dim")


def _paragraph(screen: Screen, text: str, *, style: str = "") -> None:
    _line(screen, text, style=style)
    screen.out.print()


def _line(screen: Screen, text: str, *, style: str) -> None:
    for line in wrap(printable(text), min(screen.out.width, READING_WIDTH)):
        screen.out.print(line, style=style, soft_wrap=True)


def _bullet(screen: Screen, text: str) -> None:
    lines = wrap(printable(text), min(screen.out.width, READING_WIDTH) - len(BULLET))
    for line, lead in zip(lines, chain([BULLET], repeat(" " * len(BULLET))), strict=False):
        screen.out.print(lead + line, soft_wrap=True)
