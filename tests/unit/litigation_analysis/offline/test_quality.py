"""The real cases, where they are there; `python -m tests.unit.litigation_analysis.offline.quality` prints the table."""

import pytest

from chalicelib.task_types.litigation_analysis.offline.joining import join
from chalicelib.task_types.litigation_analysis.package_files import package
from tests.unit.litigation_analysis.offline import quality

pytestmark = [
    pytest.mark.skipif(quality.data_folder() is None, reason="the real cases lie outside the project"),
    pytest.mark.slow,
]

FLOORS = {"parties": 0.9, "dates": 0.9, "amounts": 0.95, "statutes": 0.95}


@pytest.mark.parametrize("case", quality.CASES)
def test_precision_and_recall_stay_above_their_floors(case: str) -> None:
    for kind, score in quality.scores(case).items():
        assert score.precision >= FLOORS[kind], f"{case} {kind}: {list(quality.differences(case))}"
        assert score.recall >= FLOORS[kind], f"{case} {kind}: {list(quality.differences(case))}"


def test_the_comparator_contract_is_not_merged_into_the_case() -> None:
    found = join(quality.extractions("case_b"), package("contract_dispute_default"))
    assert [summary.role for summary in found.documents] == ["facts"] * 4 + ["unrelated"]
    assert not any("Clickstream" in party.name for party in found.parties)


def test_the_two_companies_of_almost_one_name_stay_two() -> None:
    found = join(quality.extractions("case_b"), package("contract_dispute_default"))
    names = {party.name: party.aliases for party in found.parties}
    assert "Xoho Tech" in names["Xoho Tech Private Limited"]
    assert any(name.startswith("Xoho Tech") and "Inc" in name for name in names)


def test_the_disputed_contract_and_the_dates_that_disagree_are_found() -> None:
    rules = package("contract_dispute_default")
    told = {
        case: {each.rule for each in join(quality.extractions(case), rules).contradictions} for case in quality.CASES
    }
    assert {"contract_made_or_not", "letter_dated_differently", "exhibit_named_twice", "out_of_sequence"} <= told[
        "case_b"
    ]
    assert {"letter_dated_differently", "dated_differently"} <= told["case_a"]
    assert "dated_differently" in told["case_c"]


def test_the_amendments_change_section_two_of_the_first_contract() -> None:
    changes = join(quality.extractions("case_c"), package("contract_dispute_default")).changes
    assert {(change.clause, change.title.lower()) for change in changes} == {("Section 2", "territory")}
    assert all("Distributor may not distribute or re-export" in change.old for change in changes)
