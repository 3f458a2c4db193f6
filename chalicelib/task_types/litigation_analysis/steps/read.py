"""Step one: a document's text."""

from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.task_type import TaskContext
from chalicelib.task_types.litigation_analysis.reading.passages import Source
from chalicelib.task_types.litigation_analysis.reading.reader import ReadDocument, read_document
from chalicelib.task_types.litigation_analysis.reading.unreadable import DocumentTooLargeError
from chalicelib.task_types.litigation_analysis.schema import DocumentFacts


def read(request: JsonObject, context: TaskContext) -> JsonObject:
    data = context.toolbox.read_upload(request["document_id"])
    source = Source(request["document_id"], request["file_name"], data)

    def progress(done: int, total: int) -> None:
        if context.should_stop():
            raise DocumentTooLargeError(f"after {done} of {total} pages the time was over; split the document")
        context.progress(done, total, "reading")

    found = read_document(source, progress)
    return {"text": found.text.model_dump(mode="json"), "facts": _facts(found).model_dump(mode="json")}


def _facts(found: ReadDocument) -> DocumentFacts:
    return DocumentFacts(
        document_id=found.text.document_id,
        file_name=found.text.name,
        language=found.text.language,
        characters=found.characters,
        pages=found.pages,
        pages_without_text=list(found.pages_without_text),
    )
