"""The source text of an article: encodings, sizes, and files that are none."""

from pathlib import Path

import pytest

from contenthub.errors import LocalError
from contenthub.sources import read_source
from tests.unit.cli.conftest import CommandLine
from tests.unit.cli.fake_api import FakeApi
from tests.unit.cli.samples import SUBMITTED

CHINESE = "蒸汽轮机由转子和定子组成，蒸汽推动转子旋转。"
GENERATE = ("content", "generate", "-a", "49", "-t", "Steam", "--async", "--source")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gb2312", "utf-16"])
def test_text_is_read_in_the_usual_encodings(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "source.txt"
    file.write_bytes(CHINESE.encode(encoding))

    assert read_source(str(file)).text == CHINESE


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "source_empty"),
        (b" \n\t ", "source_empty"),
        ("\ufeff".encode(), "source_empty"),
        (b"%PDF-1.7\x00\x01\x02", "source_not_text"),
        (b"PK\x03\x04\x14\x00", "source_not_text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "source_not_text"),
        ("Déjà vu, señor! Größe, naïve façade".encode("latin-1"), "source_not_text"),
        (bytes(range(128, 256)) * 4, "source_not_text"),
    ],
)
def test_what_is_not_usable_text_is_refused(tmp_path: Path, data: bytes, code: str) -> None:
    file = tmp_path / "source.txt"
    file.write_bytes(data)

    with pytest.raises(LocalError) as caught:
        read_source(str(file))

    assert caught.value.code == code


@pytest.mark.parametrize("name", ["missing.txt", "."])
def test_an_unusable_source_is_an_error_before_any_request(api: FakeApi, contenthub: CommandLine, name: str) -> None:
    run = contenthub(*GENERATE, str(contenthub.folder / name))

    assert run.exit_code == 2
    assert api.requests == []


def test_a_short_source_travels_inside_the_request(api: FakeApi, contenthub: CommandLine) -> None:
    api.gives("POST", "/v1/content", SUBMITTED, status=202)
    file = contenthub.folder / "source.txt"
    file.write_bytes(CHINESE.encode("gb18030"))

    contenthub(*GENERATE, str(file))

    assert api.requests[0].body["reference_text"] == CHINESE


def test_standard_input_is_a_source_too(api: FakeApi, contenthub: CommandLine) -> None:
    api.gives("POST", "/v1/content", SUBMITTED, status=202)

    contenthub(*GENERATE, "-", stdin=CHINESE)

    assert api.requests[0].body["reference_text"] == CHINESE


def test_a_long_source_is_uploaded_first_as_utf_8(api: FakeApi, contenthub: CommandLine) -> None:
    slot = {"upload_id": "u-1", "upload_url": f"{api.url}/bucket/u-1", "headers": {}, "expires_at": "x"}
    api.gives("POST", "/v1/uploads", slot, status=201)
    api.gives("PUT", "/bucket/u-1", None)
    api.gives("POST", "/v1/content", SUBMITTED, status=202)
    text = CHINESE * 4000
    file = contenthub.folder / "long.txt"
    file.write_bytes(text.encode("gb18030"))

    run = contenthub(*GENERATE, str(file))

    assert run.exit_code == 0, run.output
    assert api.asked("PUT", "/bucket/u-1")[0].data == text.encode()
    body = api.asked("POST", "/v1/content")[0].body
    assert body["source_upload_id"] == "u-1"
    assert "reference_text" not in body
    assert "long.txt is too large" in run.stderr
