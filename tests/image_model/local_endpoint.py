"""What SageMaker does around a container: the REST addresses of its runtime, errors as 424, answers through S3.

Speaks as the service's description in botocore and its developer guide say. An asynchronous request is queued; one
worker takes it to the container and leaves the answer under the output path, or the reason under the failure path.
"""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from uuid import uuid4

from tests.image_model.container import Answer, Container

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

JSON = "application/json"
NAME = "qwen-image"
_PATH = re.compile(r"/endpoints/([^/]+)/(async-)?invocations$")


@dataclass(frozen=True)
class AsyncRequest:
    input_location: str
    output_location: str
    failure_location: str
    content_type: str
    accept: str


@dataclass
class LocalEndpoint:
    container: Container
    s3: "S3Client | None" = None
    output_path: str = ""
    """Of an asynchronous endpoint; it takes nothing but asynchronous requests then."""
    url: str = ""
    queue: "SimpleQueue[AsyncRequest | None]" = field(default_factory=SimpleQueue)

    def accepted(self, input_location: str, content_type: str, accept: str) -> AsyncRequest:
        name = uuid4().hex
        output, failure = f"{self.output_path}/{name}.out", f"{self.output_path}/failed/{name}-error.out"
        request = AsyncRequest(input_location, output, failure, content_type, accept)
        self.queue.put(request)
        return request

    def work(self) -> None:
        while request := self.queue.get():
            answer = self.container.invoke(self._read(request.input_location), request.content_type, request.accept)
            is_answer = answer.status == 200
            self._write(request.output_location if is_answer else request.failure_location, answer.body)

    def _read(self, location: str) -> bytes:
        assert self.s3 is not None
        place = urlsplit(location)
        return self.s3.get_object(Bucket=place.netloc, Key=place.path.lstrip("/"))["Body"].read()

    def _write(self, location: str, body: bytes) -> None:
        assert self.s3 is not None
        place = urlsplit(location)
        self.s3.put_object(Bucket=place.netloc, Key=place.path.lstrip("/"), Body=body)


@contextmanager
def running_endpoint(endpoint: LocalEndpoint) -> Iterator[LocalEndpoint]:
    http = ThreadingHTTPServer(("127.0.0.1", 0), _handler_of(endpoint))
    endpoint.url = f"http://127.0.0.1:{http.server_port}"
    threads = [Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01}), Thread(target=endpoint.work)]
    for thread in threads:
        thread.start()
    try:
        yield endpoint
    finally:
        http.shutdown()
        http.server_close()
        endpoint.queue.put(None)
        for thread in threads:
            thread.join(30)


def _handler_of(endpoint: LocalEndpoint) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            found = _PATH.match(self.path)
            if not found or found[1] != NAME:
                name = found[1] if found else self.path
                self._refuse(400, "ValidationError", {"Message": f"Endpoint {name} of account 000000000000 not found."})
            elif bool(found[2]) != bool(endpoint.output_path):
                self._refuse(400, "ValidationError", {"Message": "Endpoint is of the other kind."})
            elif found[2]:
                self._accept()
            else:
                accept, kind = self.headers.get("Accept", JSON), self.headers.get("Content-Type", JSON)
                self._pass_on(endpoint.container.invoke(body, kind, accept))

        def _accept(self) -> None:
            told = {name: self.headers.get(f"X-Amzn-SageMaker-{name}", JSON) for name in ("Content-Type", "Accept")}
            location = self.headers["X-Amzn-SageMaker-InputLocation"]
            request = endpoint.accepted(location, told["Content-Type"], told["Accept"])
            headers = {
                "X-Amzn-SageMaker-OutputLocation": request.output_location,
                "X-Amzn-SageMaker-FailureLocation": request.failure_location,
            }
            self._send(202, json.dumps({"InferenceId": "1"}).encode(), headers)

        def _pass_on(self, answer: Answer) -> None:
            if answer.status == 200:
                self._send(200, answer.body, {"Content-Type": answer.content_type})
                return
            kind, said = ("client", "server")[answer.status >= 500], answer.body.decode()
            told = f'Received {kind} error ({answer.status}) from primary with message "{said}".'
            original = {"OriginalStatusCode": answer.status, "OriginalMessage": said, "LogStreamArn": "arn:aws:logs"}
            self._refuse(424, "ModelError", {"Message": told, **original})

        def _refuse(self, status: int, code: str, document: dict[str, object]) -> None:
            self._send(status, json.dumps(document).encode(), {"x-amzn-ErrorType": code})

        def _send(self, status: int, body: bytes, headers: dict[str, str]) -> None:
            self.send_response(status)
            for name, value in {"Content-Type": JSON, **headers, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Nothing to the terminal."""

    return Handler
