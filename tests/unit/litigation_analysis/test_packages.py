"""Every analysis package is complete, in both languages, and names the source of each period."""

import json
from pathlib import Path

import pytest

from chalicelib.task_types.litigation_analysis import package_files
from chalicelib.task_types.litigation_analysis.model.prompts import extraction_system, view_system
from chalicelib.task_types.litigation_analysis.package_files import package, package_names

NAMES = package_names()


def test_the_promised_packages_are_there() -> None:
    assert {"contract_dispute_default", "sale_of_goods", "lease", "copyright"} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_package_is_valid_and_complete(name: str) -> None:
    rules = package(name)
    assert rules.package_id == name
    assert rules.statutes
    assert rules.required_evidence
    assert rules.formalities
    assert rules.checklist
    assert {period.language for period in rules.limitation_periods} >= {"zh", "en"}


@pytest.mark.parametrize("name", NAMES)
def test_every_period_names_its_law_and_article(name: str) -> None:
    for period in package(name).limitation_periods:
        assert period.length > 0
        assert period.law
        assert period.article.startswith(("第", "§"))


@pytest.mark.parametrize("name", NAMES)
def test_ids_are_used_once_and_texts_are_in_the_language_they_say(name: str) -> None:
    rules = package(name)
    for ids in (
        [entry.id for entry in rules.required_evidence],
        [entry.id for entry in rules.limitation_periods],
        [entry.id for entry in rules.formalities],
        [entry.id for entry in rules.checklist],
    ):
        assert len(ids) == len(set(ids))
    names = [
        *(entry.name for entry in rules.required_evidence),
        *(entry.name for entry in rules.limitation_periods),
        *(entry.name for entry in rules.formalities),
        *(entry.text for entry in rules.checklist),
    ]
    for text in [rules.title, *names]:
        assert not any("\u4e00" <= c <= "\u9fff" for c in text.en)
        assert any("\u4e00" <= c <= "\u9fff" for c in text.zh)


@pytest.mark.parametrize("name", NAMES)
def test_a_model_is_told_what_a_package_looks_for(name: str) -> None:
    rules = package(name)
    assert len(extraction_system(rules, "zh")) > 500
    assert "defendant" in view_system(rules, "defendant", "en")
    assert "被告" in view_system(rules, "defendant", "zh")


def test_the_best_known_periods_are_right() -> None:
    def periods(name: str) -> dict[str, tuple[int, str, str]]:
        return {p.article: (p.length, p.unit, p.law) for p in package(name).limitation_periods}

    assert periods("contract_dispute_default")["第一百八十八条"] == (3, "year", "中华人民共和国民法典")
    assert periods("sale_of_goods")["§ 2-725"] == (4, "year", "UCC")
    assert periods("copyright")["§ 507(b)"] == (3, "year", "17 U.S.C.")


def test_a_mistyped_name_in_a_package_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    body = json.loads((Path(package_files.__file__).parent / "packages" / "lease.json").read_text())
    (tmp_path / "mine.json").write_text(json.dumps({**body, "statute": []}))
    monkeypatch.setattr(package_files, "_FOLDER", tmp_path)
    monkeypatch.setattr(package_files, "package_names", lambda: ("mine",))
    with pytest.raises(ValueError, match="statute"):
        package("mine")
    with pytest.raises(LookupError):
        package("../mine")
