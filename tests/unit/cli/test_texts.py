"""Both catalogues say the same things, and everything has a text."""

import re
from collections import ChainMap
from importlib import import_module
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from typer.core import TyperGroup
from typer.main import get_command

import contenthub
from contenthub.commands import app
from contenthub.commands.translation import translate_tree
from contenthub.languages import LANGUAGES
from contenthub.texts import PARTS, Texts

CATALOGUES = {
    language: [import_module(f"contenthub.texts.{language}_{part}").TEXTS for part in PARTS] for language in LANGUAGES
}
ENGLISH, CHINESE = (dict(ChainMap(*CATALOGUES[language])) for language in ("en", "zh"))
SOURCES = "\n".join(
    path.read_text(encoding="utf-8")
    for path in Path(contenthub.__path__[0]).rglob("*.py")
    if path.parent.name != "texts"
)


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_both_languages_have_the_same_texts() -> None:
    assert set(ENGLISH) == set(CHINESE)
    assert len(ENGLISH) == sum(len(catalogue) for catalogue in CATALOGUES["en"])


def test_both_languages_fill_in_the_same_values() -> None:
    different = [key for key, text in ENGLISH.items() if placeholders(text) != placeholders(CHINESE[key])]

    assert different == []


def test_chinese_texts_are_chinese() -> None:
    exceptions = {"cleanup.exactly", "error.usage_error", "column.milliseconds", "error.joint", "list.comma"}

    english = [k for k, text in CHINESE.items() if not re.search(r"[\u4e00-\u9fff]", text)]

    assert set(english) <= exceptions


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_command_and_option_has_a_help_text(language: str) -> None:
    root = get_command(app)
    translate_tree(root, Texts(language))

    assert untold(root, "contenthub") == []


def untold(command: Any, path: str) -> list[str]:
    missing = [f"{path} {p.name}" for p in command.params if p.name != "context" and not p.help]
    if not command.help:
        missing.append(path)
    if isinstance(command, TyperGroup):
        for name, child in command.commands.items():
            missing += untold(child, f"{path} {name}")
    return missing


def test_every_column_has_a_label() -> None:
    columns = re.findall(r'Column\(\s*"([a-z_.]+)"', SOURCES)

    assert [name for name in columns if f"column.{name}" not in ENGLISH] == []


def test_every_local_error_has_a_text() -> None:
    codes = re.findall(r'LocalError\(\s*"([a-z_]+)"', SOURCES)

    assert [code for code in codes if f"error.{code}" not in ENGLISH] == []


def test_no_text_is_left_over() -> None:
    families = ("help", "option.", "column.", "status.", "error.", "age.", "done.", "usage.", "review.done_")
    named_by_reports = ("finding.", "note.", "left_out.", "sync.count.")

    unused = [key for key in ENGLISH if f'"{key}"' not in SOURCES and not key.startswith(families + named_by_reports)]

    built = ["info.task_types", "info.providers"]  # from the names in the answer
    built += [f"concept.{name}" for name in ("tutorial", "resources", "quiz", "prerequisites", "next_concepts")]
    assert set(unused) == set(built)
