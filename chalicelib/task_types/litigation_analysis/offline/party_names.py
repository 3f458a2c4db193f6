"""Whether two names mean the same party, and one party for all its names."""

import re
from collections.abc import Iterable
from functools import cache

from chalicelib.task_types.litigation_analysis.findings import Party, Place
from chalicelib.task_types.litigation_analysis.offline.grouped import MAX_PLACES, merged

_FORMS = {
    "inc": "inc", "incorporated": "inc", "corp": "corp", "corporation": "corp", "llc": "llc", "llp": "llp",
    "ltd": "ltd", "limited": "ltd", "gmbh": "gmbh", "ag": "ag", "plc": "plc", "co": "co",
    "company": "co", "sa": "sa", "bv": "bv",
}  # fmt: skip
_GENERAL = frozenset(
    ("systems", "solutions", "services", "technologies", "technology", "group", "software", "consulting", "partners")
)
_TELLING = 10
"""So many letters a name must have before its general last word to be known without it."""


SEPARATE = "separate_company"
"""The role of a company a document expressly tells apart from one with almost its name."""


def legal_form(name: str) -> str:
    """ "inc", "private ltd", ""; two companies may differ in nothing else."""
    return _parts(name)[1]


def stem(name: str) -> str:
    """The name without legal form, spaces, case and punctuation: "AudioVisual" is "Audio Visual"."""
    return _parts(name)[0]


def unify(parties: Iterable[Party]) -> tuple[Party, ...]:
    """One party for all names of it, in order of first occurrence."""
    groups: list[list[Party]] = []
    # A judgment names its parties a thousand times: only different mentions are compared with each other.
    distinct = merged(parties, lambda each: (each.name, each.aliases, each.roles, each.places[0].document_id))
    for party in sorted(distinct, key=lambda each: (not legal_form(each.name), each.anonymised)):
        home = _home(party, groups)
        if home is None:
            groups.append([party])
        else:
            home.append(party)
    return tuple(_one(group) for group in groups)


def _home(party: Party, groups: list[list[Party]]) -> list[Party] | None:
    fitting = [
        group for group in groups if any(same(party, other) for other in group) and not _told_apart(party, group)
    ]
    if len(fitting) > 1 and not legal_form(party.name):
        fitting = _not_told_apart(party, fitting)
    return fitting[0] if len(fitting) == 1 or (fitting and legal_form(party.name)) else None


def _told_apart(party: Party, group: list[Party]) -> bool:
    return not legal_form(party.name) and any(
        SEPARATE in other.roles and _documents(other) & _documents(party) for other in group
    )


def _documents(party: Party) -> set[str]:
    return {place.document_id for place in party.places}


def _not_told_apart(party: Party, groups: list[list[Party]]) -> list[list[Party]]:
    """A document that names "X" beside "X, Inc." means another X than "X, Inc."."""
    documents = _documents(party)
    apart = [group for group in groups if not any(documents & _documents(each) for each in group)]
    return apart if len(apart) == 1 else groups


def same(one: Party, other: Party) -> bool:
    if _is_chinese(one.name) or _is_chinese(other.name):
        return _same_zh(one, other)
    first, second = _names(one), _names(other)
    stems = {stem(name) for name in first} & {stem(name) for name in second}
    if stems - {""}:
        forms = {legal_form(one.name), legal_form(other.name)}
        told_apart = (SEPARATE in one.roles) != (SEPARATE in other.roles)
        return len(forms) == 1 or ("" in forms and not told_apart)
    return _same_person(one, other) or _nearly_same(one.name, other.name)


def _same_zh(one: Party, other: Party) -> bool:
    first, second = _names(one), _names(other)
    if set(first) & set(second):
        return True
    short, long = sorted((one.name, other.name), key=len)
    body = short.removesuffix("公司")
    return (
        len(body) >= 3 and len(short) < len(long) and body in long and short.endswith("公司") == long.endswith("公司")
    )


def _same_person(one: Party, other: Party) -> bool:
    """ "Defendant Ahmad" is the "Adeel Ahmad" of the same role."""
    short, long = sorted((one.name.lower().split(), other.name.lower().split()), key=len)
    return (
        len(short) == 1
        and len(long) in (2, 3)
        and short[0] in long
        and bool(set(one.roles) & set(other.roles))
        and not (legal_form(one.name) or legal_form(other.name))
    )


def _nearly_same(one: str, other: str) -> bool:
    """ "… Preservation Solutions, Inc." and "… Preservation Systems": only the general last word differs."""
    (body, last), (other_body, other_last) = _body_and_last(one), _body_and_last(other)
    forms = {legal_form(one), legal_form(other)}
    return body == other_body and len(body) >= _TELLING and {last, other_last} <= _GENERAL and len(forms - {""}) <= 1


def _body_and_last(name: str) -> tuple[str, str]:
    words = re.findall(r"\w+", name.lower())
    while words and words[-1] in _FORMS:
        words.pop()
    return "".join(words[:-1]), words[-1] if words else ""


def _one(group: list[Party]) -> Party:
    name = max((party.name for party in group), key=_rank)
    named = dict.fromkeys(name_ for party in group for name_ in (party.name, *party.aliases))
    places: dict[Place, None] = {}
    for party in group:
        places |= dict.fromkeys(party.places)
    kinds = [party.kind for party in group if party.kind != "unknown"]
    roles = tuple(dict.fromkeys(role for party in group for role in party.roles))
    return group[0].model_copy(
        update={
            "name": name,
            "aliases": _distinct(name, list(named)),
            "roles": tuple(role for role in roles if role != "party") or roles[:1],
            "side": next((party.side for party in group if party.side), None),
            "kind": kinds[0] if kinds else "unknown",
            "anonymised": all(party.anonymised for party in group),
            "places": tuple(places)[:MAX_PLACES],
        }
    )


def _distinct(name: str, names: list[str]) -> tuple[str, ...]:
    """Without those that differ from another only in case and punctuation."""
    known = {re.sub(r"\W", "", name).lower()}
    kept = []
    for other in names:
        key = re.sub(r"\W", "", other).lower()
        if key not in known:
            known.add(key)
            kept.append(other)
    return tuple(kept)


def _rank(name: str) -> tuple[bool, bool, bool, int, int]:
    """The fullest name, preferably with its legal form and not in capitals throughout."""
    return bool(legal_form(name)), "(" not in name, not (name.isupper() and len(name) > 5), len(stem(name)), len(name)


def _names(party: Party) -> tuple[str, ...]:
    return (party.name, *party.aliases)


def _is_chinese(name: str) -> bool:
    return "\u4e00" <= name[:1] <= "\u9fff"


@cache
def _parts(name: str) -> tuple[str, str]:
    words = re.findall(
        r"\w+", name.replace("L.L.C.", "LLC").lower().replace("priovate", "private").replace("(pvt)", "private")
    )
    form: list[str] = []
    while words and words[-1] in _FORMS:
        form.insert(0, _FORMS[words.pop()])
        if words and words[-1] in ("private", "pvt") and form == ["ltd"]:
            words.pop()
            form.insert(0, "private")
    if words and words[0] == "the":
        words = words[1:]
    return "".join(words), " ".join(form)
