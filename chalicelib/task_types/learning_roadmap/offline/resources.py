"""The resources of one concept: the links of its text and of the curriculum, and the concepts around it."""

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from chalicelib.task_types.learning_roadmap.artifacts import Resource, ResourceKind, Resources
from chalicelib.task_types.learning_roadmap.briefs import ConceptBrief
from chalicelib.task_types.learning_roadmap.offline.material import Material

_KINDS: tuple[tuple[ResourceKind, str], ...] = (
    ("encyclopedia", r"wikipedia\.org|britannica|baike\."),
    ("video", r"youtube\.|youtu\.be|vimeo|bilibili|/v/|/videos?/"),
    ("question_and_answer", r"stackoverflow|stackexchange|zhihu\.com/question|quora"),
    (
        "course",
        (
            r"coursera|edx\.org|khanacademy|ocw\.mit|openlearninglibrary|udacity|exercism\.org|codecademy|icourse163|"
            r"xuetangx|deeplearning\.ai|/courses?/|/classes/|\.edu/~?\w+/.*(?:lecture|course|cis|cse)|coursepages"
        ),
    ),
    ("book", r"\.pdf$|/books?/|forallx|illuminated"),
    ("code", r"github\.com|gitlab\.com|gitee\.com"),
    ("documentation", r"docs\.|readthedocs|/docs?/|developer\.|peps\.python|python\.org/dev/peps|/reference/|w3\.org"),
)
_RESERVED = re.compile(r"(?:^|\.)(?:example\.(?:com|org|net)|localhost|invalid|test)$")
"""Names that are set aside for examples (RFC 2606): some curricula leave them as placeholders."""
_VAGUE = re.compile(
    r"^(?:here|this|link|more|docs?|documentation|this blog post.*|full documentation|not|source|chat)$", re.I
)
_SAYS_LITTLE = re.compile(
    r"^(?:\w{0,5}|courses?|learn|classes|lectures?|online lectures|resources|\w+\d+\w* .*|\S*\d\S*)$", re.I
)
_CODE_AT_THE_END = re.compile(r"\s(?=\w*\d)[0-9a-f]{8,}$")
_WHY = {
    "en": {"text": "linked in the concept's text as “{label}”", "curriculum": "named by the curriculum as a source"},
    "zh": {"text": "概念文字中的链接：“{label}”", "curriculum": "课程列出的资料来源"},
}


def resources(material: Material) -> Resources:
    brief = material.brief
    found: dict[str, Resource] = {}
    for url, label in _links(material):
        key = _key(url)
        if key and key not in found:
            found[key] = _resource(url, label, brief)
    return Resources(
        language=brief.language,
        items=list(found.values()),
        prerequisites=brief.prerequisites,
        outside_prerequisites=brief.concept.outside_prerequisites,
        next_concepts=brief.next_concepts,
        grounding=material.grounding(),
    )


def _links(material: Material) -> Iterator[tuple[str, str | None]]:
    """With the words they were linked by; the curriculum's own sources first where the text has none."""
    labels = {_key(link.url): link.text for link in material.reading.links}
    for url in material.brief.concept.source_urls:
        yield url, labels.get(_key(url))
    for link in material.reading.links:
        yield link.url, link.text


def _resource(url: str, label: str | None, brief: ConceptBrief) -> Resource:
    why = _WHY[brief.language]
    return Resource(
        title=_title(url, label, brief.concept.title),
        url=url,
        kind=kind_of(url),
        why=why["text"].format(label=label) if label else why["curriculum"],
    )


def kind_of(url: str) -> ResourceKind:
    return next((kind for kind, pattern in _KINDS if re.search(pattern, url, re.IGNORECASE)), "article")


def _key(url: str) -> str | None:
    """The same page under two spellings is one; None for what leads nowhere."""
    try:
        parts = urlsplit(url.strip())
        host = parts.hostname or ""
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or "." not in host or _RESERVED.search(host) or re.search(r"\s", url):
        return None
    return f"{host.removeprefix('www.')}{parts.path.rstrip('/')}?{parts.query}#{parts.fragment}".lower()


def _title(url: str, label: str | None, concept: str) -> str:
    """What a person would call the page: the words of its link, or what its address says, or the concept it is for."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    names = [_words(piece) for piece in parts.path.split("/") if _words(piece)]
    page = names[-1] if names else ""
    anchor = _words(parts.fragment.partition(":~:")[0].strip("/"))
    told = page if not anchor or anchor.lower() in page.lower() else f"{page} – {anchor}" if page else anchor
    if label and not _VAGUE.match(label):
        return f"{label[0].upper()}{label[1:]} ({host})"
    return f"{concept if _SAYS_LITTLE.match(told) else told} ({host})"


def _words(piece: str) -> str:
    """A piece of an address as words; empty for numbers, codes and file names that say nothing."""
    bare = re.sub(r"\.(?:html?|php|aspx?|pdf|md|asp|shtml|htm)$", "", unquote(piece), flags=re.IGNORECASE)
    words = _CODE_AT_THE_END.sub("", re.sub(r"[-_+]+", " ", bare)).strip()
    if re.fullmatch(
        r"(?:index|readme|home|about|schedule|main|master|latest|stable|watch|playlist|en|zh|\d[\d.]*|v\d+)",
        words,
        re.I,
    ):
        return ""
    if ":" in words or (len(words) > 20 and " " not in words) or re.search(r"[a-z]\d[a-z\d]{4,}", words):
        return ""
    return words[0].upper() + words[1:] if words else ""
