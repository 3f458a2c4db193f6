"""Pydantic's findings in the platform's words."""

from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from chalicelib.domain.errors import FieldProblem, ValidationFailedError

Model = TypeVar("Model", bound=BaseModel)


def validated(model: type[Model], body: Any, *, pointer: str = "") -> Model:
    """The body as the model; `pointer` is where in the request it stands.

    Raises ValidationFailedError naming every field that is wrong.
    """
    try:
        return model.model_validate(body)
    except ValidationError as error:
        problems = tuple(
            FieldProblem(pointer + _pointer(found["loc"]), found["type"], found["msg"])
            for found in error.errors(include_url=False, include_input=False, include_context=False)
        )
        raise ValidationFailedError(problems) from error


def _pointer(location: tuple[int | str, ...]) -> str:
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in location)
