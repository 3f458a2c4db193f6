"""Markdown: set for reading in a terminal, as it is when it goes into a file or a pipe."""

from contenthub.display.article import READING_WIDTH
from contenthub.display.cells import printable
from contenthub.display.screen import Screen


def print_markdown(screen: Screen, text: str) -> None:
    if not screen.for_person:
        screen.write_line(printable(text).rstrip())
        return
    from contenthub.display.markdown_page import MarkdownPage

    # Without hyperlinks, so that an address is seen before it is followed.
    page = MarkdownPage(printable(text), hyperlinks=False, code_theme="ansi_dark")
    screen.out.print(page, width=min(screen.out.width, READING_WIDTH))
