"""Serve the model: SageMaker starts the container as `<entry point> serve`."""

import argparse
import json
import logging
import os
import signal
import sys
from importlib import import_module
from threading import Thread
from typing import Any

from infrastructure.image_model.inference import model_fn
from infrastructure.image_model.serving import MIB, PLACES, REALTIME_BODY_BYTES, ImageService

SPARE_THREADS = 4
LARGEST_SPOOLED_BYTES = 128 * MIB
"""Beyond this the server hangs up; up to it the service answers, with 413 where it is more than allowed."""


def main(arguments: list[str]) -> int:
    """Listens at once and says «not yet» until the model is there. A model that cannot be loaded ends the process, so
    that SageMaker shows the reason and starts it anew."""
    options = _options(arguments)
    logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stdout)
    signal.signal(signal.SIGTERM, _leave)
    service = ImageService(max_body_bytes=int(os.environ.get("LARGEST_BODY_BYTES", REALTIME_BODY_BYTES)))
    server = import_module("waitress").create_server(
        service,
        host=options.host,
        port=options.port,
        threads=PLACES + SPARE_THREADS,
        max_request_body_size=LARGEST_SPOOLED_BYTES,
        ident=None,
    )
    listening = Thread(target=server.run, daemon=True)
    listening.start()
    _say("listening", port=server.effective_port)
    service.is_ready_with(model_fn(options.model_dir))
    _say("ready")
    listening.join()
    return 1


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=["serve"])
    parser.add_argument("--host", default="0.0.0.0", help="all, for SageMaker asks from outside the container")
    parser.add_argument("--port", type=int, default=int(os.environ.get("SAGEMAKER_BIND_TO_PORT", "8080")))
    parser.add_argument("--model-dir", default="/opt/ml/model")
    return parser.parse_args(arguments)


def _leave(_signal: int, _frame: Any) -> None:
    """At once: SageMaker sends no more requests by then, and the platform asks again for what is lost."""
    raise SystemExit(0)


def _say(action: str, **details: object) -> None:
    logging.getLogger(__name__).info(json.dumps({"action": action, **details}))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
