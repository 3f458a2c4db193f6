from chalicelib.task_types.litigation_analysis.findings import DocumentText, Position, View
from chalicelib.task_types.litigation_analysis.offline.assessment import assess
from chalicelib.task_types.litigation_analysis.offline.extraction import extract
from chalicelib.task_types.litigation_analysis.offline.joining import join
from tests.unit.litigation_analysis.offline.samples import (
    ANSWER_ZH,
    COMPLAINT_EN,
    COMPLAINT_ZH,
    CONTRACT_EN,
    LETTER_EN,
    OTHER_CONTRACT_EN,
    RULES,
    document,
)

JUDGMENT_ZH = document(
    "06_判决.txt",
    """
民事判决书

原告陈小明诉被告云山贸易有限公司买卖合同纠纷案

原告陈小明与被告云山贸易有限公司于2020年1月5日签订《供货合同》。云山贸易有限公司辩称货物合格，不同意退款。

法院认为，云山贸易有限公司未提供证据证明货物合格，其抗辩不能成立。原告陈小明请求支付违约金，没有证据证明，不予支持。
""",
    "zh",
)


def view_of(position: Position, *documents: DocumentText) -> View:
    return assess(join([extract(each, RULES) for each in documents], RULES), position, "contract", RULES, "")


def english(position: Position) -> View:
    return view_of(position, CONTRACT_EN, LETTER_EN, COMPLAINT_EN, OTHER_CONTRACT_EN)


def test_every_item_names_its_rule_and_its_places_or_what_was_searched() -> None:
    for position in ("plaintiff", "defendant"):
        for view in (english(position), view_of(position, COMPLAINT_ZH, ANSWER_ZH), view_of(position, JUDGMENT_ZH)):
            for item in (*view.strengths, *view.weaknesses, *view.missing_evidence, *view.risks, *view.next_steps):
                assert item.rule
                assert item.places or item.searched
            assert all(deadline.places for deadline in view.deadlines)
            assert view.disclaimer


def test_a_view_survives_being_written_and_read() -> None:
    assert View.model_validate(english("plaintiff").model_dump(mode="json")) == english("plaintiff")


def test_strengths_and_weaknesses_quote_sentences_of_the_file() -> None:
    for item in (*english("plaintiff").strengths, *english("plaintiff").weaknesses):
        quoted = item.text.partition("“")[2].rpartition("”")[0].partition("”")[0].rstrip("…")
        assert any(quoted[:60] in place.sentence for place in item.places)


def test_what_a_court_holds_counts_for_one_side_only() -> None:
    held_for = [item.rule for item in view_of("plaintiff", JUDGMENT_ZH).strengths if item.rule == "held_for"]
    held_against = [item.rule for item in view_of("plaintiff", JUDGMENT_ZH).weaknesses if item.rule == "held_against"]
    assert (held_for, held_against) == (["held_for"], ["held_against"])
    mirrored = view_of("defendant", JUDGMENT_ZH)
    assert [item.rule for item in mirrored.strengths][:1] == ["held_for"]
    assert [item.rule for item in mirrored.weaknesses][:1] == ["held_against"]


def test_an_admission_of_the_other_side_is_a_strength_and_of_our_own_a_weakness() -> None:
    ours = view_of("plaintiff", COMPLAINT_ZH, ANSWER_ZH)
    theirs = view_of("defendant", COMPLAINT_ZH, ANSWER_ZH)
    assert "admitted_by_other" in {item.rule for item in ours.strengths}
    assert "admitted_by_us" in {item.rule for item in theirs.weaknesses}


def test_an_admission_only_the_opponent_reports_is_called_reported() -> None:
    text = (
        "COMPLAINT\n\nOSPREY SAILS LTD.,\n\nPlaintiff,\n\nv.\n\nFERNHILL LOOMS, INC.,\n\nDefendant.\n\n"
        "1. Plaintiff alleges a breach of the contract.\n\n2. Defendant acknowledged the breach."
    )
    rules = {item.rule for item in view_of("plaintiff", document("01_complaint.txt", text, "en")).strengths}
    assert "admission_reported" in rules
    assert "admitted_by_other" not in rules


def test_missing_evidence_is_what_the_package_asks_for_and_no_document_names() -> None:
    missing = view_of("plaintiff", COMPLAINT_ZH, ANSWER_ZH).missing_evidence
    assert [item.rule for item in missing] == ["required_evidence:photos"]
    assert missing[0].searched == ("01_起诉状.txt", "02_答辩状.txt")


def test_limitation_runs_from_the_breach_by_the_named_rule() -> None:
    limit = next(each for each in english("plaintiff").deadlines if each.rule == "limitation:four_years")
    assert (limit.starts, limit.due, limit.expired) == ("2019-09-02", "2023-09-02", False)


def test_a_period_of_a_letter_runs_from_its_date() -> None:
    stated = next(each for each in english("defendant").deadlines if "14 days" in each.text)
    assert (stated.starts, stated.due, stated.expired) == ("2019-09-20", "2019-10-04", True)


def test_a_form_nobody_observed_is_a_risk() -> None:
    risk = next(item for item in english("plaintiff").risks if item.rule == "formality:writing")
    assert "must be in writing" in risk.places[0].sentence


def test_a_document_of_strangers_is_a_risk_and_a_step() -> None:
    view = english("plaintiff")
    assert "unrelated_document" in {item.rule for item in view.risks}
    assert "check_document" in {item.rule for item in view.next_steps}


def test_the_checklist_proposes_only_what_the_file_speaks_of() -> None:
    rules = {item.rule for item in english("plaintiff").next_steps}
    assert "checklist:inspect" in rules
    assert "checklist:boats" not in rules


def test_the_view_speaks_the_language_of_the_file() -> None:
    assert view_of("plaintiff", COMPLAINT_ZH).summary.startswith("立场：原告")
    assert english("defendant").summary.startswith("Position: defendant")
