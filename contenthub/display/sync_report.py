"""The quality report of one file: how it was read, what became of its rows, what was found wrong with them."""

from collections.abc import Mapping, Sequence
from typing import Any

from contenthub.display.cells import Column, printable
from contenthub.display.row_counts import COMPARED, ROW_COUNTS, against_text, counts_text
from contenthub.display.screen import Screen
from contenthub.display.tables import print_details, print_table
from contenthub.display.wrapping import wrap

READING_WIDTH = 100
FIELDS = (
    Column("file_name"),
    Column("file_id"),
    Column("state", "status"),
    Column("reason"),
    Column("dataset_id"),
    Column("read_as"),
    Column("mapping"),
    Column("key", "list"),
    Column("verdict", "status"),
    Column("score"),
    Column("row_count", "number"),
)
SCRIPT_COUNTS = (
    *(Column(f"counts.{name}") for name in ROW_COUNTS),
    *(Column(f"report.against_store.{name}") for name in ("looked_at", *COMPARED)),
)
PERSON_COUNTS = (Column("became"), Column("left_out"), Column("compared"))
FINDING_COLUMNS = (
    Column("severity"),
    Column("code", whole=True),
    Column("column"),
    Column("count"),
    Column("rows", "list"),
    Column("example"),
)
_STYLES = {"error": ("✗", "red"), "warning": ("!", "yellow")}


def print_file_outcome(screen: Screen, outcome: Mapping[str, Any], *, fully: bool) -> None:
    report = outcome["report"] or {}
    print_details(screen, _facts(screen, outcome, report), (*FIELDS, *_count_columns(screen)))
    if outcome["dry_run"]:
        screen.note("sync.dry_run", style="yellow")
    findings = report.get("findings") or []
    if not screen.for_person:
        if findings:
            screen.write_line("")
            print_table(screen, findings, FINDING_COLUMNS, empty_key="sync.no_findings")
        return
    if report:
        notes = [(note, _note_text(screen, note)) for note in report.get("notes") or []]
        _print_findings(screen, findings, notes)
    if fully and report:
        _print_columns(screen, report["mapping"])


def _count_columns(screen: Screen) -> Sequence[Column]:
    return PERSON_COUNTS if screen.for_person else SCRIPT_COUNTS


def _facts(screen: Screen, outcome: Mapping[str, Any], report: Mapping[str, Any]) -> dict[str, Any]:
    mapping, left_out = report.get("mapping") or {}, report.get("left_out") or {}
    return {
        **outcome,
        "read_as": _read_as(screen, report.get("read_as") or {}),
        "mapping": mapping.get("name"),
        "key": mapping.get("key"),
        "verdict": report.get("verdict"),
        "score": _score(screen, report),
        "row_count": report.get("rows"),
        "became": counts_text(screen, outcome["counts"]),
        "compared": against_text(screen, report.get("against_store")),
        "left_out": " · ".join(
            (screen.texts.find(f"left_out.{reason}") or reason) + f" {count:,}" for reason, count in left_out.items()
        ),
    }


def _read_as(screen: Screen, facts: Mapping[str, Any]) -> str:
    """The form of the file, and where its rows begin."""
    said = ("format",) if facts.get("format") == "xlsx" else ("format", "encoding")
    told = [str(facts[name]) for name in said if facts.get(name)]
    delimiter = facts.get("delimiter")
    if delimiter and delimiter != ",":
        told.append(screen.texts("report.delimiter", delimiter={"\t": "tab"}.get(delimiter, delimiter)))
    sheets = facts.get("sheets") or []
    for sheet in sheets:
        where = screen.texts("report.header_row", row=sheet["header_row"]) if sheet.get("header_row") else ""
        name = f"{sheet['name']}: " if sheet.get("name") and where else sheet.get("name") or ""
        told.append(f"{name}{where}")
    return printable(" · ".join(part for part in told if part))


def _score(screen: Screen, report: Mapping[str, Any]) -> str | None:
    if report.get("score") is None:
        return None
    score = f"{report['score']:g}"
    if not screen.for_person:
        return score
    limits = screen.texts("report.limits", warn=f"{report['warn_below']:g}", reject=f"{report['reject_below']:g}")
    return f"{score} {limits}"


def _note_text(screen: Screen, note: Mapping[str, Any]) -> str:
    """In the reader's language; as the server says it where this client does not know what it means."""
    text = screen.texts.find(f"note.{note['code']}")
    try:
        return text.format(**note["values"]) if text else str(note["detail"])
    except KeyError:
        return str(note["detail"])


def _print_findings(
    screen: Screen, findings: Sequence[Mapping[str, Any]], notes: Sequence[tuple[Mapping[str, Any], str]]
) -> None:
    from rich.text import Text

    screen.out.print()
    if not findings and not notes:
        screen.out.print(Text("✓ ", style="green").append(screen.texts("sync.no_findings"), style="default"))
        return
    for note, text in notes:
        mark, style = ("!", "yellow") if note.get("points") else ("·", "dim")
        _lines(screen, (mark, style), text)
    for finding in findings:
        what = screen.texts.find(f"finding.{finding['code']}") or str(finding["detail"])
        where = f" · {finding['column']}" if finding.get("column") else ""
        headline = f"{finding['count']:,} × {what}{where}"
        _lines(screen, _STYLES.get(str(finding["severity"]), ("·", "")), headline)
        _lines(screen, (" ", ""), _where(screen, finding), style="dim")


def _where(screen: Screen, finding: Mapping[str, Any]) -> str:
    rows = finding["rows"]
    listed = screen.texts("list.comma").join(_ranges(rows))
    more = " …" if finding["count"] > len(rows) else ""
    alone = len(rows) == 1 and not more
    told = screen.texts("report.row", row=rows[0]) if alone else screen.texts("report.rows", rows=listed + more)
    example = finding.get("example")
    return f"{told} · " + screen.texts("report.example", example=example) if example else told


def _ranges(rows: Sequence[int]) -> list[str]:
    """3, 4, 5, 9 as 3–5, 9."""
    spans: list[list[int]] = []
    for row in sorted(set(rows)):
        if spans and row == spans[-1][1] + 1:
            spans[-1][1] = row
        else:
            spans.append([row, row])
    return [str(first) if first == last else f"{first}–{last}" for first, last in spans]


def _print_columns(screen: Screen, mapping: Mapping[str, Any]) -> None:
    """Which column of the file became which of the dataset."""
    from rich.cells import cell_len
    from rich.text import Text

    renamed = [printable(f"{name} ← {source}") for name, source in (mapping.get("fields") or {}).items()]
    if not renamed:
        return
    screen.out.print()
    screen.out.print(screen.texts("report.columns"), style="bold")
    line = ""
    for pair in renamed:
        longer = f"{line} · {pair}" if line else pair
        if line and cell_len(longer) > min(screen.out.width, READING_WIDTH) - 2:
            screen.out.print(Text(f"  {line}"), soft_wrap=True)
            longer = pair
        line = longer
    screen.out.print(Text(f"  {line}"), soft_wrap=True)


def _lines(screen: Screen, mark: tuple[str, str], text: str, *, style: str = "") -> None:
    from rich.text import Text

    lead = Text(f"{mark[0]} ", style=mark[1])
    for line in wrap(printable(" ".join(text.split())), min(screen.out.width, READING_WIDTH) - 2):
        screen.out.print(lead + Text(line, style=style), soft_wrap=True)
        lead = Text("  ")
