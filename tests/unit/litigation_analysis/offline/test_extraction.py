import pytest

from chalicelib.task_types.litigation_analysis.findings import DocumentText, Extraction, Language
from chalicelib.task_types.litigation_analysis.offline.extraction import extract
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


def statutes(text: str, language: Language = "en", name: str = "01_letter.txt") -> list[str]:
    found = extract(document(name, f"Dear Sir,\n\n{text}" if language == "en" else text, language), RULES)
    return [statute.normalised for statute in found.statutes]


def parties(extraction: Extraction) -> list[tuple[str, tuple[str, ...]]]:
    return [(party.name, party.roles) for party in extraction.parties]


@pytest.mark.parametrize(
    ("sample", "kind"),
    [
        (COMPLAINT_ZH, "complaint"),
        (ANSWER_ZH, "answer"),
        (STATUTE_ZH, "statute"),
        (SUPPLEMENT_ZH, "amendment"),
        (BLANK_ZH, "blank_form"),
        (CONTRACT_EN, "contract"),
        (LETTER_EN, "letter"),
        (COMPLAINT_EN, "complaint"),
        (OTHER_CONTRACT_EN, "contract"),
    ],
)
def test_the_kind_of_a_document_is_told(sample: DocumentText, kind: str) -> None:
    assert extract(sample, RULES).kind == kind


def test_every_finding_rests_on_a_sentence_of_its_document() -> None:
    for sample in (COMPLAINT_ZH, ANSWER_ZH, SUPPLEMENT_ZH, CONTRACT_EN, LETTER_EN, COMPLAINT_EN):
        text = "".join("".join(block.text.split()) for block in sample.blocks)
        found = extract(sample, RULES)
        for part in ("parties", "dates", "periods", "amounts", "statutes", "clauses", "claims", "evidence", "courts"):
            for finding in getattr(found, part):
                assert finding.places
                for place in finding.places:
                    assert "".join(place.sentence.split()) in text or place.sentence == sample.name
                    assert place.label in {block.place for block in sample.blocks} | {"file name"}


def test_an_extraction_survives_being_written_and_read() -> None:
    found = extract(COMPLAINT_ZH, RULES)
    assert Extraction.model_validate(found.model_dump(mode="json")) == found


def test_chinese_parties_are_found_with_roles_and_short_names() -> None:
    found = extract(COMPLAINT_ZH, RULES)
    assert parties(found)[:2] == [("林小雨", ("plaintiff",)), ("滨河安居房屋租赁有限公司", ("defendant",))]
    assert found.parties[1].aliases == ("安居公司",)
    assert [party.side for party in found.parties[:2]] == ["plaintiff", "defendant"]


def test_a_chinese_name_ends_where_the_verb_begins() -> None:
    text = "民事判决书\n\n原告于大伟在法庭上称，被告王芳从未还款。原告于大伟请求返还借款。被告王芳不同意。"
    assert [name for name, _ in parties(extract(document("01_判决.txt", text, "zh"), RULES))] == ["王芳"]


def test_buyer_and_seller_are_known_by_who_buys_from_whom() -> None:
    text = (
        "民事判决书\n\n郑某与某玩具有限公司买卖合同纠纷案\n\n郑某在某玩具有限公司购买积木两盒。"
        "法院判令某玩具有限公司向郑某退货退款。"
    )
    found = extract(document("01_判决.txt", text, "zh"), RULES)
    assert [(name, set(roles)) for name, roles in parties(found)] == [
        ("郑某", {"buyer", "plaintiff"}),
        ("某玩具有限公司", {"seller", "defendant"}),
    ]
    assert all(party.anonymised for party in found.parties)


def test_english_parties_are_found_by_definition_caption_and_letter() -> None:
    assert parties(extract(CONTRACT_EN, RULES)) == [
        ("Fernhill Looms, Inc.", ("seller",)),
        ("Osprey Sails Ltd.", ("buyer",)),
    ]
    assert parties(extract(COMPLAINT_EN, RULES)) == [
        ("Osprey Sails Ltd.", ("plaintiff",)),
        ("Fernhill Looms, Inc.", ("defendant",)),
    ]
    letter = dict(parties(extract(LETTER_EN, RULES)))
    assert letter == {
        "Osprey Sails Ltd.": ("claimant",),
        "Maple & Stone LLP": ("counsel",),
        "Fernhill Looms": ("addressee",),
    }


def test_things_that_are_defined_are_no_parties() -> None:
    text = (
        'This Lease Agreement (the "Agreement") is made by and '
        'between Alder LLC ("Landlord") and Birch Co. ("Tenant") for the flat ("Premises").'
    )
    assert [name for name, _ in parties(extract(document("01_lease.txt", text, "en"), RULES))] == [
        "Alder LLC",
        "Birch Co.",
    ]


def test_a_blank_form_has_no_parties_and_no_dates() -> None:
    found = extract(BLANK_ZH, RULES)
    assert not found.parties
    assert not found.dates


def test_a_statute_book_gives_articles_and_nothing_else() -> None:
    found = extract(STATUTE_ZH, RULES)
    assert [article.normalised for article in found.articles] == [
        "中华人民共和国民法典第五百七十七条",
        "中华人民共和国民法典第五百八十五条",
        "中华人民共和国民法典第七百三十三条",
    ]
    assert "约定的违约金低于造成的损失的" in found.articles[1].text
    for part in (found.parties, found.dates, found.amounts, found.claims, found.statutes):
        assert not part


def test_chinese_citations_are_normalised() -> None:
    assert [statute.normalised for statute in extract(COMPLAINT_ZH, RULES).statutes] == [
        "中华人民共和国民法典第五百七十七条",
        "中华人民共和国民法典第五百八十五条第一款",
        "中华人民共和国民法典第七百三十三条",
    ]


def test_chinese_citations_lean_on_the_law_named_before() -> None:
    text = (
        "根据《中华人民共和国产品质量法》（以下简称《质量法》）第四十条，该法第四十一条第（二）项以及质量法第12条之一，"
        "合同法第一百一十三条、第一百一十四条第二款亦适用。双方签有《供货合同》。"
    )
    law = "中华人民共和国产品质量法"
    assert statutes(text, "zh", "01_函.txt") == [
        law + "第四十条",
        law + "第四十一条第二项",
        law + "第十二条之一",
        "中华人民共和国合同法第一百一十三条",
        "中华人民共和国合同法第一百一十四条第二款",
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("under 17 U.S.C. § 1201(a)(1) and 15 U.S.C. 1114.", ["17 U.S.C. § 1201(a)(1)", "15 U.S.C. § 1114"]),
        ("under 17 USC §§1201(a)(2) and 1201(b)(1).", ["17 U.S.C. § 1201(a)(2)", "17 U.S.C. § 1201(b)(1)"]),
        ("see 17 U.S.C. 512(g)2)(C).", ["17 U.S.C. § 512(g)(2)(C)"]),
        ("Section 512(c) of the DMCA protects it.", ["17 U.S.C. § 512(c)"]),
        (
            "see 17 U.S.C. § 1202(b)(4) and (5), 18 U.S.C. § 1836.",
            ["17 U.S.C. § 1202(b)(4)", "17 U.S.C. § 1202(b)(5)", "18 U.S.C. § 1836"],
        ),
        ("Section 95a Subsection 1 and 3 UrhG apply.", ["UrhG § 95a Subsection 1", "UrhG § 95a Subsection 3"]),
        ("§ 95a UrhG and Sections 936, 917 Subsection 1 ZPO.", ["UrhG § 95a", "ZPO § 936", "ZPO § 917 Subsection 1"]),
        ("29 C.F.R. § 1910.12 and Fed. R. Civ. P. 57.", ["29 C.F.R. § 1910", "Fed. R. Civ. P. 57"]),
        ("as Section 7.2 of the Agreement says, we sent a DMCA notice.", []),
    ],
)
def test_english_citations_are_normalised(text: str, found: list[str]) -> None:
    assert statutes(text) == found


def test_clauses_of_a_contract_are_no_statutes() -> None:
    assert [clause.clause for clause in extract(CONTRACT_EN, RULES).clauses] == ["Section 2"]
    assert [clause.clause for clause in extract(COMPLAINT_ZH, RULES).clauses] == ["第九条"]


def test_amendments_say_which_clause_becomes_what() -> None:
    change = extract(SUPPLEMENT_ZH, RULES).changes[0]
    assert (change.clause, change.action, change.new) == ("第三条", "replaced", "月租金3800元")
    text = "AMENDMENT NO. 1\n\nThis Amendment changes the lease.\n\nSection 4, RENT, is amended to be $950."
    found = extract(document("02_amendment.txt", text, "en"), RULES)
    assert [(each.clause, each.title, each.action, each.new) for each in found.changes] == [
        ("Section 4", "RENT", "replaced", "$950")
    ]


def test_sums_say_what_they_are_for() -> None:
    told = {(amount.value, amount.currency): amount.purpose for amount in extract(COMPLAINT_ZH, RULES).amounts}
    assert told == {("12000", "CNY"): "押金", ("6000", "CNY"): "违约金", ("4000", "CNY"): "月租金"}
    assert [amount.purpose for amount in extract(CONTRACT_EN, RULES).amounts] == ["The purchase price"]


def test_claims_denials_and_admissions_know_who_speaks() -> None:
    told = [(claim.kind, claim.by, claim.side) for claim in extract(ANSWER_ZH, RULES).claims]
    company = "滨河安居房屋租赁有限公司"
    assert told == [(kind, company, "defendant") for kind in ("denial", "admission", "denial")]
    kinds = [(claim.kind, claim.side) for claim in extract(COMPLAINT_EN, RULES).claims]
    assert kinds == [("allegation", "plaintiff"), ("denial", "defendant"), ("request", "plaintiff")]


def test_courts_and_case_numbers_are_found() -> None:
    assert [court.name for court in extract(COMPLAINT_ZH, RULES).courts] == ["滨河市青田区人民法院"]
    assert [number.name for number in extract(COMPLAINT_EN, RULES).case_numbers] == ["5:19-cv-00321"]
    text = "民事判决书\n\n滨河市第一中级人民法院于2020年3月作出（2019）滨01民终12号民事判决：驳回上诉，维持原判。"
    found = extract(document("01_判决.txt", text, "zh"), RULES)
    assert [number.name for number in found.case_numbers] == ["（2019）滨01民终12号"]
    assert [court.name for court in found.courts] == ["滨河市第一中级人民法院"]


def test_fax_headers_are_no_facts() -> None:
    said = ["", "On 3 May 2016 he paid.", "She did not.", "Nobody wrote.", "It rained."]
    blocks = "\n\n".join(
        f"Basel 18.{month}.2017 15:11:14 PAGE {month}/017 E-Fax\n{said[month]}" for month in range(1, 5)
    )
    found = extract(document("01_letter.txt", f"Dear Sir,\n\n{blocks}", "en"), RULES)
    assert [fact.value for fact in found.dates] == ["2016-05-03"]


def test_addresses_on_the_web_hold_no_dates() -> None:
    found = extract(
        document("01_letter.txt", "Dear Sir,\n\nSee https://example.org/2021/08/2021-08-02-A.md today.", "en"), RULES
    )
    assert not found.dates
