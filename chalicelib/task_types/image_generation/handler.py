"""Draws the pictures of one task, one after the other."""

import hashlib
import json
from dataclasses import dataclass, replace

from chalicelib.domain.errors import TaskFailedError
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.picture_files import CONTENT_TYPE_BY_FORMAT
from chalicelib.domain.pictures import PictureWish
from chalicelib.domain.ports.images import DrawnPicture, ImageTools
from chalicelib.domain.task_type import Continue, Outcome, TaskContext
from chalicelib.domain.validation import validated
from chalicelib.task_types.image_generation.pixels import (
    Raster,
    drawn_picture,
    encoded,
    fitted,
    natural_size,
    png_of,
    read_mask,
    read_picture,
    within,
)
from chalicelib.task_types.image_generation.schema import (
    DEFAULT_STRENGTH,
    LARGEST_SEED,
    ImageFile,
    ImageJob,
    ImageResult,
)
from chalicelib.task_types.image_generation.submission import decoded


def run(request: JsonObject, context: TaskContext) -> Outcome | Continue:
    """Every finished picture is a clean place to stop: the next worker draws only those that are missing."""
    job, done = validated(ImageJob, request), dict(context.checkpoint or {"images": []})
    context.progress(len(done["images"]), job.n, "reading" if job.has_picture else "drawing")
    source = _source(job, context)
    wish = _wish(job, source, context.task_id)
    given = _given(job, source, wish) if source is not None else None
    tools, first = context.toolbox.image_tools(), len(done["images"])
    for index in range(first, job.n):
        if index > first and context.should_stop():
            return Continue(done)
        context.progress(index, job.n, "drawing")
        one = replace(wish, seed=(wish.seed + index) % (LARGEST_SEED + 1))
        drawn = _drawn(tools, job, one, given)
        picture = drawn_picture(drawn.data, one.width, one.height)
        if given is not None and given.mask is not None:
            picture = within(given.mask, picture, given.picture)
        kept = _kept(tools, job, one.seed, picture, f"images/{context.task_id}/{index + 1}")
        done = {"images": [*done["images"], kept], "model": drawn.model, "understood": drawn.understood}
    return Outcome(_result(job, wish.seed, done))


@dataclass(frozen=True)
class _Given:
    """In the wished size."""

    picture: Raster
    mask: Raster | None


def prompt_hash(job: ImageJob) -> str:
    return hashlib.sha256(f"{job.prompt}\n{job.negative_prompt}".encode()).hexdigest()


def _source(job: ImageJob, context: TaskContext) -> Raster | None:
    """Raises SourceUnreadableError and its kinds."""
    if job.image is not None:
        return read_picture(decoded(job.image))
    if job.image_upload_id is not None:
        return read_picture(context.toolbox.read_upload(job.image_upload_id))
    return None


def _given(job: ImageJob, source: Raster, wish: PictureWish) -> _Given:
    """Raises MaskUnusableError and what reading a picture raises."""
    mask = read_mask(decoded(job.mask, "mask"), source) if job.mask is not None else None
    fitted_mask = fitted(mask, wish.width, wish.height) if mask is not None else None
    return _Given(fitted(source, wish.width, wish.height), fitted_mask)


def _wish(job: ImageJob, source: Raster | None, task_id: str) -> PictureWish:
    """Without a seed the task's id is one: another task gets another picture, another attempt the same."""
    width, height = natural_size(source.width, source.height) if source is not None else (1024, 1024)
    seed = job.seed
    if seed is None:
        seed = int.from_bytes(hashlib.sha256(task_id.encode()).digest()[:4], "big") % (LARGEST_SEED + 1)
    return PictureWish(
        prompt=job.prompt,
        negative_prompt=job.negative_prompt,
        width=job.width or width,
        height=job.height or height,
        seed=seed,
        steps=job.steps,
        guidance=job.guidance,
    )


def _drawn(tools: ImageTools, job: ImageJob, wish: PictureWish, given: _Given | None) -> DrawnPicture:
    """Raises what the provider raises; what it says for the logs is said without the prompt."""
    model = tools.model(job.provider)
    try:
        return model.draw(wish) if given is None else model.redraw(png_of(given.picture), wish, strength=_strength(job))
    except TaskFailedError as failure:
        if _repeats(failure.operator_detail, job):
            failure.operator_detail = "(left out: it repeats the prompt)"
        raise


def _repeats(detail: str, job: ImageJob) -> bool:
    """As it is or escaped as in JSON, or the beginning of it."""
    forms = (text[:30] for prompt in (job.prompt, job.negative_prompt) for text in (prompt, json.dumps(prompt)[1:-1]))
    return any(form and form in detail for form in forms)


def _kept(tools: ImageTools, job: ImageJob, seed: int, picture: Raster, place: str) -> JsonObject:
    """The place names the content: a late worker of an older attempt never overwrites a newer picture."""
    data = encoded(picture, job.format)
    digest = hashlib.sha256(data).hexdigest()
    ref = f"{place}-{digest[:16]}.{job.format}"
    tools.keep(ref, data, content_type=CONTENT_TYPE_BY_FORMAT[job.format], file_name=ref.rsplit("/", 1)[1])
    file = ImageFile(
        key=ref,
        width=picture.width,
        height=picture.height,
        format=job.format,
        bytes=len(data),
        sha256=digest,
        seed=seed,
    )
    return file.model_dump()


def _strength(job: ImageJob) -> float:
    return DEFAULT_STRENGTH if job.strength is None else job.strength


def _result(job: ImageJob, seed: int, done: JsonObject) -> JsonObject:
    result = ImageResult(
        images=done["images"],
        seed=seed,
        provider=job.provider,
        model=done["model"],
        prompt_hash=prompt_hash(job),
        strength=_strength(job) if job.has_picture else None,
        understood=done["understood"],
    )
    return result.model_dump(mode="json")
