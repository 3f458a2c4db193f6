"""What a litigation analysis is asked for; light, because every submission needs it."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, field_validator
from pydantic_core import PydanticCustomError

Provider = Literal["offline", "bedrock", "openai"]
Position = Literal["plaintiff", "defendant"]
Language = Literal["zh", "en"]

MOST_DOCUMENTS = 200
LONGEST_USER_INPUT = 20_000
DEFAULT_PACKAGE = "contract_dispute_default"
_POSITIONS_IN_CHINESE = {"原告": "plaintiff", "被告": "defendant"}
_PositionWord = Literal["plaintiff", "defendant", "原告", "被告"]
_DocumentId = Annotated[str, StringConstraints(min_length=1, max_length=64, pattern=r"^[0-9a-zA-Z_-]+$")]


def _in_english(value: Any) -> Any:
    return _POSITIONS_IN_CHINESE.get(value, value) if isinstance(value, str) else value


class LitigationRequest(BaseModel):
    """A case to be analysed for one side, from its documents."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "package_id": DEFAULT_PACKAGE,
                    "case_type": "买卖合同纠纷",
                    "case_position": "原告",
                    "user_input": "对方逾期交货，希望解除合同并要求赔偿。",
                    "document_ids": ["01jd0000000000000000000000"],
                }
            ]
        },
    )

    package_id: Annotated[str, StringConstraints(min_length=1, max_length=64)] = Field(
        default=DEFAULT_PACKAGE, description="The analysis package: rules for a kind of dispute."
    )
    case_type: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100, pattern=r"\S")] = (
        Field(description="What the dispute is about, in a few words.")
    )
    case_position: Annotated[Position, BeforeValidator(_in_english, json_schema_input_type=_PositionWord)] = Field(
        description="The side the analysis is made for: plaintiff (原告) or defendant (被告)."
    )
    user_input: str = Field(
        default="", max_length=LONGEST_USER_INPUT, description="What the documents do not say: aims, background."
    )
    document_ids: list[_DocumentId] = Field(
        min_length=1,
        max_length=MOST_DOCUMENTS,
        description="Uploaded documents, each once.",
        json_schema_extra={"uniqueItems": True},
    )
    language: Language | None = Field(default=None, description="Of the report; default: that of the documents.")
    provider: Provider | None = Field(default=None, description="Who analyses; default: the provider of the stage.")

    @field_validator("document_ids")
    @classmethod
    def _each_once(cls, document_ids: list[str]) -> list[str]:
        if len(set(document_ids)) < len(document_ids):
            raise PydanticCustomError("duplicate_document", "a document may be named once only")
        return document_ids


class CaseDocument(BaseModel):
    """A document as it was when the case was submitted."""

    document_id: str
    file_name: str


class Case(LitigationRequest):
    """The request as it is stored with the task: with the documents' names in it."""

    documents: list[CaseDocument]
