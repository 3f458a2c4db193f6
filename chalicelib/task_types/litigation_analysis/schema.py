"""What a litigation analysis is asked for and what it answers."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from chalicelib.task_types.litigation_analysis.case import LitigationRequest
from chalicelib.task_types.litigation_analysis.findings import DocumentKind, JointFindings, Language, Position, View


class AnalysisModel(BaseModel):
    model_config = ConfigDict(extra="forbid")


class DocumentFacts(AnalysisModel):
    """A document that was read."""

    document_id: str
    file_name: str
    language: Language
    characters: int
    pages: int | None = Field(description="Only of PDF files.")
    pages_without_text: list[int] = Field(description="Pages that are pictures: what they say is not in the analysis.")


class CaseDocumentReport(AnalysisModel):
    """A document of the case and what became of it."""

    document_id: str
    file_name: str
    state: Literal["analysed", "unread", "not_analysed"]
    kind: DocumentKind | None = None
    title: str = ""
    role: str = Field(default="", description="Whether it counts as facts, law or an empty form.")
    note: str = ""
    pages: int | None = None
    characters: int | None = None
    pages_without_text: list[int] = Field(default_factory=list)
    code: str | None = Field(default=None, description="Why it was left out, for programs.")
    reason: str | None = Field(default=None, description="Why it was left out, for people.")


class CitationCount(AnalysisModel):
    """Citations that a model gave; those not found in their document were dropped."""

    citations_checked: int = 0
    citations_dropped: int = 0


class TokenCount(AnalysisModel):
    """As the provider counted, over all calls."""

    input_tokens: int = 0
    output_tokens: int = 0


class Method(CitationCount):
    """How the analysis came to be."""

    provider: Literal["offline", "bedrock", "openai"]
    model: str | None = None
    usage: TokenCount | None = None


class AnalysisResult(AnalysisModel):
    """The report of a case; `report` renders it as Markdown and Word."""

    package_id: str
    package_title: str
    case_type: str
    case_position: Position
    user_input: str
    language: Language
    documents: list[CaseDocumentReport]
    findings: JointFindings
    view: View
    method: Method


REQUEST_MODEL = LitigationRequest
RESULT_MODEL = AnalysisResult
