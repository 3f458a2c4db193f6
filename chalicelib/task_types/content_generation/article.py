"""The article, in the form every provider has to deliver it."""

from pydantic import BaseModel, ConfigDict, Field


class ArticleSection(BaseModel):
    """One part of the text under its heading."""

    model_config = ConfigDict(extra="forbid")

    heading: str = Field(min_length=1, max_length=200, description="What the section is about.")
    paragraphs: list[str] = Field(min_length=1, description="The text of the section, one entry a paragraph.")


class Article(BaseModel):
    """A finished article."""

    model_config = ConfigDict(extra="forbid")

    title: str = Field(min_length=1, max_length=400)
    summary: str = Field(min_length=1, description="One to three sentences for lists and previews.")
    language: str = Field(pattern="^(zh|en)$", description="The language the article is written in.")
    sections: list[ArticleSection] = Field(min_length=1)
    key_points: list[str] = Field(default_factory=list)
    tags: list[str] = Field(default_factory=list)
    word_count: int = Field(default=0, ge=0, description="Words in English, characters in Chinese, of all paragraphs.")
