"""docs/api.md is true to the routes; `python -m tests.unit.api.test_api_guide` brings it up to date."""

from pathlib import Path

from app import app
from chalicelib.entrypoints.http.kinds_of_problems import KIND_BY_CODE
from chalicelib.entrypoints.http.operation import Access, Operation
from chalicelib.entrypoints.http.routes import operations_of

GUIDE = Path(__file__).parents[3] / "docs" / "api.md"
MARK = "<!-- from here on generated from the routes: python -m tests.unit.api.test_api_guide -->"
WHO = {Access.PUBLIC: "anybody", Access.USER: "any key", Access.ADMIN: "admin"}


def test_the_guide_lists_the_routes_and_problems_as_they_are() -> None:
    assert GUIDE.read_text(encoding="utf-8") == current()


def current() -> str:
    written = GUIDE.read_text(encoding="utf-8").partition(MARK)[0]
    return f"{written}{MARK}\n\n{_operations()}\n\n{_problems()}\n"


def _operations() -> str:
    documented = [operation for operation in operations_of(app) if operation.documented]
    tags = dict.fromkeys(operation.tag for operation in documented)
    return "\n\n".join(_table(tag, [o for o in documented if o.tag == tag]) for tag in tags)


def _table(tag: str, operations: list[Operation]) -> str:
    lines = [f"## {tag}", "", "| request | what it does | answers | who |", "|---|---|---|---|"]
    return "\n".join([*lines, *(_row(operation) for operation in operations)])


def _row(operation: Operation) -> str:
    summary = (operation.view.__doc__ or "").splitlines()[0]
    answers = ", ".join(str(status) for status in operation.answers)
    return f"| `{operation.method} {operation.path}` | {summary} | {answers} | {WHO[operation.access]} |"


def _problems() -> str:
    lines = ["## Problems", "", "| status | code | title | 标题 |", "|---|---|---|---|"]
    kinds = sorted(KIND_BY_CODE.items(), key=lambda item: (item[1].status, item[0]))
    return "\n".join([*lines, *(f"| {int(k.status)} | `{code}` | {k.en} | {k.zh} |" for code, k in kinds)])


if __name__ == "__main__":
    GUIDE.write_text(current(), encoding="utf-8")
