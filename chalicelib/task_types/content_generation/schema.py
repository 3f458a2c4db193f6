"""What content generation is asked for and what it answers."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticKnownError

from chalicelib.task_types.content_generation.article import Article

Provider = Literal["offline", "bedrock", "openai", "creator"]
Length = Literal["short", "medium", "long"]
Language = Literal["zh", "en"]

LONGEST_REFERENCE = 200_000
LARGEST_ACCOUNT_NUMBER = 10**15
"""A longer one comes as text: not every reader of JSON keeps all its digits."""
_NOT_BLANK = r"\S"
_Word = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100, pattern=_NOT_BLANK)]
_ToneWords = Annotated[list[_Word], Field(max_length=10)]


def _text_of_number(value: Any) -> Any:
    """Account ids may come as numbers; true and false are no ids, and JSON does not tell 49.0 from 49."""
    if isinstance(value, bool) or not (isinstance(value, int) or (isinstance(value, float) and value.is_integer())):
        return value
    if value < 0:
        raise PydanticKnownError("greater_than_equal", {"ge": 0})
    if value > LARGEST_ACCOUNT_NUMBER:
        raise PydanticKnownError("less_than_equal", {"le": LARGEST_ACCOUNT_NUMBER})
    return str(int(value))


def _list_of_one(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


_AccountText = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True, min_length=1, max_length=64, pattern=r"^[^\x00-\x1f#]*[^\s\x00-\x1f#][^\x00-\x1f#]*$"
    ),
]
_AccountNumber = Annotated[int, Field(ge=0, le=LARGEST_ACCOUNT_NUMBER)]
AccountId = Annotated[
    _AccountText, BeforeValidator(_text_of_number, json_schema_input_type=_AccountText | _AccountNumber)
]


class ContentRequest(BaseModel):
    """An article to be written for an account."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "account_id": 49,
                    "topic": "芙蓉洞",
                    "keywords": ["喀斯特", "溶洞"],
                    "reference_text": "芙蓉洞位于重庆武隆县江口镇的芙蓉江畔，距武隆县城20公里。芙蓉洞全长2846米。",
                    "length": "medium",
                }
            ]
        },
    )

    account_id: AccountId = Field(description="The account the article is for; a number is taken as text.")
    topic: Annotated[
        str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300, pattern=_NOT_BLANK)
    ] = Field(description="What the article is about.")
    keywords: list[_Word] = Field(default_factory=list, max_length=30, description="Words the article should bring up.")
    reference_text: str | None = Field(
        default=None,
        max_length=LONGEST_REFERENCE,
        description="Plain text or Markdown the statements are taken from.",
    )
    source_upload_id: Annotated[str, StringConstraints(min_length=1, max_length=200)] | None = Field(
        default=None, description="An uploaded text file to take the statements from, beside or instead of the text."
    )
    length: Length = Field(default="medium", description="How long the article may become at most.")
    language: Language | None = Field(default=None, description="Default: the language of the account.")
    tone: Annotated[_ToneWords, BeforeValidator(_list_of_one, json_schema_input_type=_Word | _ToneWords)] | None = (
        Field(default=None, description="Default: the tone of the account.")
    )
    provider: Provider | None = Field(default=None, description="Who writes; default: the provider of the stage.")


class AccountProfile(BaseModel):
    """The account as it was when the task was submitted."""

    model_config = ConfigDict(extra="ignore")

    account_id: str
    name: str = ""
    platform: str | None = None
    audience: str | None = None
    tone: Annotated[list[str], BeforeValidator(_list_of_one)] | None = None
    language: Language | None = None


class ContentJob(ContentRequest):
    """The request as it is stored with the task: with the account in it."""

    account: AccountProfile


class Usage(BaseModel):
    """Tokens as the provider counted them, over all calls."""

    model_config = ConfigDict(extra="forbid")

    input_tokens: int = Field(ge=0)
    output_tokens: int = Field(ge=0)


class ContentResult(BaseModel):
    """The finished article and how it came to be."""

    model_config = ConfigDict(extra="forbid")

    article: Article
    account_id: str
    topic: str
    provider: Provider
    model: str | None = Field(description="The model that wrote; null for the offline writer.")
    usage: Usage | None
    grounding: dict[str, Any] = Field(
        description="Where the statements come from; `mode` is extractive, outline, model or creator."
    )
    content_id: str
    pool_entry_id: str


REQUEST_MODEL = ContentRequest
RESULT_MODEL = ContentResult
