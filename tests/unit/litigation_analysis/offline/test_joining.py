from chalicelib.task_types.litigation_analysis.findings import DocumentText, Extraction, JointFindings, Party, Place
from chalicelib.task_types.litigation_analysis.offline.extraction import extract
from chalicelib.task_types.litigation_analysis.offline.joining import join
from chalicelib.task_types.litigation_analysis.offline.party_names import legal_form, stem, unify
from tests.unit.litigation_analysis.offline.samples import (
    ANSWER_ZH,
    BLANK_ZH,
    COMPLAINT_EN,
    COMPLAINT_ZH,
    CONTRACT_EN,
    LETTER_EN,
    OTHER_CONTRACT_EN,
    RULES,
    STATUTE_ZH,
    SUPPLEMENT_ZH,
    document,
)


def joined(*documents: DocumentText) -> JointFindings:
    return join([extract(each, RULES) for each in documents], RULES)


def chinese() -> JointFindings:
    return joined(COMPLAINT_ZH, ANSWER_ZH, STATUTE_ZH, SUPPLEMENT_ZH, BLANK_ZH)


def english() -> JointFindings:
    return joined(CONTRACT_EN, LETTER_EN, COMPLAINT_EN, OTHER_CONTRACT_EN)


def named(name: str, *roles: str, document_id: str = "1", aliases: tuple[str, ...] = ()) -> Party:
    place = Place(document_id=document_id, document="a", label="¶1", sentence=name)
    return Party(name=name, roles=roles, aliases=aliases, places=(place,))


def test_findings_of_a_file_survive_being_written_and_read() -> None:
    assert JointFindings.model_validate(chinese().model_dump(mode="json")) == chinese()


def test_one_party_under_several_names_is_one_party() -> None:
    told = {party.name: party for party in english().parties}
    assert set(told) == {"Fernhill Looms, Inc.", "Osprey Sails Ltd.", "Maple & Stone LLP"}
    assert told["Fernhill Looms, Inc."].aliases == ("Fernhill Looms",)
    assert set(told["Fernhill Looms, Inc."].roles) == {"seller", "addressee", "defendant"}
    assert told["Fernhill Looms, Inc."].side == "defendant"


def test_chinese_names_and_roles_come_together() -> None:
    told = {party.name: (party.aliases, set(party.roles)) for party in chinese().parties}
    assert told["滨河安居房屋租赁有限公司"] == (("安居公司",), {"defendant", "party_a"})
    assert told["林小雨"] == ((), {"plaintiff", "party_b"})


def test_legal_forms_tell_companies_apart() -> None:
    assert (stem("The AudioVisual Works, Inc."), legal_form("Audio Visual Works Ltd")) == ("audiovisualworks", "ltd")
    assert len(unify([named("Acme Tech Inc."), named("ACME TECH (Private) Limited")])) == 2
    assert len(unify([named("Acme Tech Inc."), named("Acme Tech")])) == 1


def test_a_name_beside_its_namesake_in_one_document_means_the_other_company() -> None:
    inc = named("Acme Tech Inc.", "separate_company", document_id="2")
    limited = named("Acme Tech Private Limited", "defendant", document_id="1")
    bare = named("ACME TECH", "respondent", document_id="2")
    told = {party.name: party.roles for party in unify([limited, inc, bare])}
    assert told == {"Acme Tech Private Limited": ("defendant", "respondent"), "Acme Tech Inc.": ("separate_company",)}


def test_systems_and_solutions_of_one_name_are_one_party() -> None:
    merged = unify([named("Blue River Archive Solutions, Inc."), named("Blue River Archive Systems")])
    assert [(party.name, party.aliases) for party in merged] == [
        ("Blue River Archive Solutions, Inc.", ("Blue River Archive Systems",))
    ]


def test_law_books_forms_and_strangers_are_kept_apart_and_said_so() -> None:
    roles = {summary.name: summary.role for summary in (*chinese().documents, *english().documents)}
    assert roles["03_民法典节选.txt"] == "law"
    assert roles["05_空白合同.txt"] == "form"
    assert roles["04_other_lease.txt"] == "unrelated"
    assert [value for value, role in roles.items() if role == "facts"] == [
        "01_起诉状.txt",
        "02_答辩状.txt",
        "04_补充协议.txt",
        "01_purchase_agreement.txt",
        "02_letter_2019-09-20.txt",
        "03_complaint.txt",
    ]
    assert "none of the other documents' parties" in english().documents[3].note
    assert not [amount for amount in english().amounts if amount.value == "900"]


def test_where_no_two_documents_share_a_party_none_is_thrown_out() -> None:
    found = joined(CONTRACT_EN, OTHER_CONTRACT_EN)
    assert [summary.role for summary in found.documents] == ["facts", "facts"]
    assert all(summary.note for summary in found.documents)


def test_the_chronology_is_sorted_and_without_doubles() -> None:
    dates = [(event.date, event.end) for event in chinese().chronology]
    assert dates == sorted(dates, key=lambda each: each[0])
    assert ("2021-03-01", "2022-02-28") in dates
    assert not any(
        date == "1988-06-03" and "出生" not in event.text
        for (date, _), event in zip(dates, chinese().chronology, strict=True)
    )
    twice = joined(CONTRACT_EN, CONTRACT_EN.model_copy(update={"document_id": "09", "name": "09_copy.txt"}))
    assert len(twice.chronology) == len(joined(CONTRACT_EN).chronology)
    assert {place.document_id for place in twice.chronology[0].places} == {"01", "09"}


def test_a_day_without_year_takes_the_year_of_the_same_day() -> None:
    text = "Dear Sir,\n\nOn July 30, 2021 she saw it. On July 30, she wrote. On May 2, he called."
    found = joined(document("01_letter.txt", text, "en"))
    assert [event.date for event in found.chronology] == ["2021-07-30", "2021-07-30", "--05-02"]


def test_cited_articles_are_quoted_from_the_statute_among_the_documents() -> None:
    quotations = {statute.normalised: statute for statute in chinese().statutes}
    cited = quotations["中华人民共和国民法典第五百八十五条第一款"]
    assert cited.quotation.startswith("第五百八十五条 当事人可以约定")
    assert cited.places[-1].document == "03_民法典节选.txt"


def test_contradictions_name_the_rule_and_both_places() -> None:
    told = {each.rule: [version.value for version in each.versions] for each in chinese().contradictions}
    assert told["amount_differs"] == ["10000 CNY", "12000 CNY"]
    assert told["contract_made_or_not"] == ["主张已有合同", "否认签订或者履行合同"]
    dated = next(each for each in english().contradictions if each.rule == "dated_differently")
    assert [version.value for version in dated.versions] == ["2019-05-04", "2019-05-14"]
    assert [version.places[0].document_id for version in dated.versions] == ["01", "02"]


def test_what_an_amendment_changes_is_no_contradiction() -> None:
    assert not [each for each in chinese().contradictions if "租金" in each.about]


def test_amendments_show_the_clause_as_it_was() -> None:
    amendment = document(
        "05_amendment.txt",
        'AMENDMENT NO. 1\n\nThis Amendment is made by and between Fernhill Looms, Inc. ("Seller") '
        'and Osprey Sails Ltd. ("Buyer").\n\n'
        "Section 2, PRICE, is amended to be US$ 45,000.00.",
        "en",
    )
    change = joined(CONTRACT_EN, amendment).changes[0]
    assert (change.clause, change.new) == ("Section 2", "US$ 45,000.00")
    assert "US$ 48,500.00" in change.old
    assert [place.document_id for place in change.places] == ["05", "01"]


def test_exhibits_and_odd_years_of_a_pleading_are_noticed() -> None:
    text = (
        "COMPLAINT\n\n1. On May 1, 2020, he came. A true and correct copy of the letter is attached as Exhibit C.\n\n"
        "2. In the fall of 2000, they talked.\n\n3. On June 1, 2020, she left. "
        "A copy of the invoice is attached as Exhibit C."
    )
    rules = {each.rule for each in joined(document("01_complaint.txt", text, "en")).contradictions}
    assert rules == {"exhibit_named_twice", "out_of_sequence"}


def test_what_one_side_says_and_the_other_denies_is_contested() -> None:
    point = english().contested[0]
    assert (point.claim.side, point.denial.side) == ("plaintiff", "defendant")
    assert {"breach", "contract"} <= set(point.shared_words)


def test_an_empty_file_gives_empty_findings() -> None:
    assert join([], RULES).parties == ()
    empty = Extraction(document_id="1", name="x", language="zh", kind="other")
    assert join([empty], RULES).language == "zh"
