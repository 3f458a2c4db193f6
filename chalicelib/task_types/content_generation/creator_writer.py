"""Has the content-creator command write the article."""

from pydantic import ValidationError

from chalicelib.domain.errors import ProviderRejectedError
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.ports.generation import CreatorCommand
from chalicelib.task_types.content_generation.article import Article
from chalicelib.task_types.content_generation.brief import Brief
from chalicelib.task_types.content_generation.drafts import Draft
from chalicelib.task_types.content_generation.schema import Usage


def write_with_creator(brief: Brief, creator: CreatorCommand) -> Draft:
    """Raises what the command raises, and ProviderRejectedError when its answer is no article."""
    answer = creator.create(brief_as_json(brief))
    body = answer.get("article", answer)
    try:
        article = Article.model_validate({"language": brief.language or "zh", **body})
        usage = Usage.model_validate(answer["usage"]) if answer.get("usage") else None
    except (ValidationError, TypeError) as error:
        raise ProviderRejectedError(
            "the content-creator command answered with something that is not an article", operator_detail=str(error)
        ) from error
    model = answer.get("model")
    grounding: JsonObject = {"mode": "creator", "reference_given": bool(brief.reference_text)}
    return Draft(article, grounding, model=str(model) if model else None, usage=usage)


def brief_as_json(brief: Brief) -> JsonObject:
    """What the command reads from its standard input."""
    return {
        "topic": brief.topic,
        "keywords": list(brief.keywords),
        "reference_text": brief.reference_text,
        "length": brief.length,
        "language": brief.language,
        "tone": list(brief.tone),
        "account": {"name": brief.account_name, "platform": brief.platform, "audience": brief.audience},
    }
