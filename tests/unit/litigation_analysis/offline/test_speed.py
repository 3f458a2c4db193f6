"""Scans are linear: four times the text takes about four times the time, never sixteen."""

import time

import pytest

from chalicelib.task_types.litigation_analysis.findings import Block, DocumentText, Language
from chalicelib.task_types.litigation_analysis.offline.extraction import extract
from chalicelib.task_types.litigation_analysis.offline.joining import join
from tests.unit.litigation_analysis.offline.samples import COMPLAINT_EN, COMPLAINT_ZH, RULES

SECONDS = 20.0
"""For 200 pages, half of them Chinese; measured about 2, on a machine that others use too."""


def pages(source: DocumentText, count: int, language: Language) -> DocumentText:
    body = "\n".join(block.text for block in source.blocks)
    filler = "The parties met again and spoke of the delivery. " if language == "en" else "双方再次协商交货事宜。"
    blocks = tuple(Block(place=f"p. {n}", text=f"{n}. {filler * 30}\n{body}") for n in range(1, count + 1))
    return DocumentText(document_id="1", name="long.pdf", language=language, blocks=blocks)


@pytest.mark.slow
def test_two_hundred_pages_take_seconds() -> None:
    started = time.process_time()
    for source, language in ((COMPLAINT_EN, "en"), (COMPLAINT_ZH, "zh")):
        join([extract(pages(source, 100, "zh" if language == "zh" else "en"), RULES)], RULES)
    assert time.process_time() - started < SECONDS
