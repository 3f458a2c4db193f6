"""Builds the request for an article; the source file is read and judged before anything is sent."""

from dataclasses import dataclass

from contenthub.commands.session import Session
from contenthub.shapes import ContentRequest
from contenthub.sources import read_source


@dataclass(frozen=True)
class ContentChoices:
    account: str
    topic: str
    keywords: list[str]
    tone: list[str]
    length: str | None
    language: str | None
    provider: str | None


def content_request(session: Session, choices: ContentChoices, *, source: str | None) -> ContentRequest:
    """A source that is too large for the request is uploaded here."""
    request = ContentRequest(account_id=choices.account, topic=choices.topic)
    if choices.keywords:
        request["keywords"] = choices.keywords
    if choices.tone:
        request["tone"] = choices.tone
    if choices.length:
        request["length"] = choices.length
    if choices.language:
        request["language"] = choices.language
    if choices.provider:
        request["provider"] = choices.provider
    if source:
        _add_source(session, request, source)
    return request


def _add_source(session: Session, request: ContentRequest, location: str) -> None:
    source = read_source(location)
    if source.fits_in_request:
        request["reference_text"] = source.text
        return
    session.screen.note("upload.started", name=source.name)
    request["source_upload_id"] = session.client.service.upload(
        source.name, source.data, content_type="text/plain; charset=utf-8"
    )
