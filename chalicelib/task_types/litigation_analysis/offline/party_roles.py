"""The words that name a party's role, and the side a role stands on."""

from functools import cache

from chalicelib.task_types.litigation_analysis.findings import Side
from chalicelib.task_types.litigation_analysis.package_rules import PackageRules

_SUING = ["plaintiff", "claimant", "applicant", "petitioner", "copyright_owner", "complainant"]
_SUED = ["defendant", "respondent", "alleged_infringer"]
_ENGLISH = [
    "plaintiff",
    "defendant",
    "claimant",
    "respondent",
    "applicant",
    "petitioner",
    "appellant",
    "appellee",
    "licensor",
    "licensee",
    "seller",
    "buyer",
    "purchaser",
    "vendor",
    "supplier",
    "distributor",
    "reseller",
    "client",
    "customer",
    "developer",
    "contractor",
    "lessor",
    "lessee",
    "landlord",
    "tenant",
    "borrower",
    "lender",
    "guarantor",
    "employer",
    "employee",
    "franchisor",
    "franchisee",
    "owner",
    "manufacturer",
    "publisher",
    "author",
    "complainant",
]
_CHINESE = {
    "答辩人": "defendant", "被答辩人": "plaintiff",
    "原告": "plaintiff", "被告": "defendant", "上诉人": "appellant", "被上诉人": "appellee",
    "第三人": "third_party", "申请人": "applicant", "被申请人": "respondent", "再审申请人": "applicant",
    "申请执行人": "applicant", "被执行人": "respondent", "反诉原告": "counterclaimant", "反诉被告": "counterdefendant",
    "原审原告": "plaintiff", "原审被告": "defendant", "一审原告": "plaintiff", "一审被告": "defendant",
    "出卖人": "seller", "买受人": "buyer", "出卖方": "seller", "买受方": "buyer",
    "卖方": "seller", "买方": "buyer", "供方": "supplier", "需方": "buyer",
    "供货方": "supplier", "购货方": "buyer", "出租人": "lessor", "承租人": "lessee",
    "出租方": "lessor", "承租方": "lessee", "甲方": "party_a", "乙方": "party_b",
    "丙方": "party_c", "委托人": "principal", "受托人": "agent", "委托代理人": "counsel",
    "法定代表人": "legal_representative", "许可方": "licensor", "被许可方": "licensee", "著作权人": "copyright_owner",
    "发包人": "employer", "承包人": "contractor", "贷款人": "lender", "借款人": "borrower",
    "保证人": "guarantor", "定作人": "customer", "承揽人": "contractor", "债权人": "creditor",
    "债务人": "debtor",
}  # fmt: skip


@cache
def roles_by_word(rules: PackageRules) -> dict[str, str]:
    """In the documents' words, English ones in lower case."""
    words = {word: word for word in _ENGLISH} | _CHINESE
    return words | {entry.word.lower(): entry.role for entry in rules.role_words}


@cache
def _sides(rules: PackageRules) -> dict[str, Side]:
    sides: dict[str, Side] = dict.fromkeys(_SUING, "plaintiff")
    sides |= dict.fromkeys(_SUED, "defendant")
    return sides | {entry.role: entry.side for entry in rules.role_words if entry.side}


def side_of(roles: tuple[str, ...], rules: PackageRules) -> Side | None:
    """Of the first role that says so: an appellant may be either."""
    sides = _sides(rules)
    return next((sides[role] for role in roles if role in sides), None)
