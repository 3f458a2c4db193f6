"""The deploy command: `python -m infrastructure.deploy --stage dev`; see docs/deployment.md."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from botocore.exceptions import BotoCoreError, ClientError

from infrastructure.build_lock import exclusive
from infrastructure.chalice_command import PackagingError
from infrastructure.chalice_deploy import ChaliceDeployError, api_id_of, deploy_with_chalice, live_api_id_of
from infrastructure.cloud import CloudError, cloud_at
from infrastructure.completion import complete_after_chalice, complete_on_emulator
from infrastructure.deployment import Deployment, Outputs
from infrastructure.function_variables import VariablesError, check_variables, read_variables
from infrastructure.naming import STAGES, stack_name
from infrastructure.stacks import StackError

PROJECT = Path(__file__).resolve().parent.parent
EXPECTED = (CloudError, StackError, PackagingError, ChaliceDeployError, VariablesError, ClientError, BotoCoreError)


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    try:
        deployment = _deployment(options)
        with exclusive(deployment.build_folder, say=deployment.say):
            _ACTIONS[options.action](deployment, options)
    except EXPECTED as error:
        print(f"Deployment stopped. {error}", file=sys.stderr)
        return 1
    return 0


def _deploy(deployment: Deployment, options: argparse.Namespace) -> None:
    deployment.apply_storage()
    if options.method == "chalice":
        deploy_with_chalice(deployment)
        _complete(deployment, options)
        return
    deployment.apply_app()
    deployment.apply_operations()
    made = deployment.stacks.outputs(stack_name(deployment.stage, "app"))
    if deployment.cloud.is_local:
        complete_on_emulator(deployment, made["ApiId"])
    _report(deployment, deployment.outputs(made["ApiId"], made.get("WebsocketAPIId")), options)


def _storage(deployment: Deployment, _: argparse.Namespace) -> None:
    deployment.apply_storage()


def _configure(deployment: Deployment, _: argparse.Namespace) -> None:
    changed = deployment.write_chalice_config(deployment.project)
    deployment.say(f".chalice: {'written' if changed else 'unchanged'}")


def _complete(deployment: Deployment, options: argparse.Namespace) -> None:
    complete_after_chalice(deployment)
    deployment.apply_operations()
    _report(deployment, deployment.outputs(api_id_of(deployment), live_api_id_of(deployment)), options)


def _report(deployment: Deployment, outputs: Outputs, options: argparse.Namespace) -> None:
    text = json.dumps(outputs, indent=2)
    path = options.outputs or deployment.build_folder / "outputs.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text + "\n")
    if options.json:
        print(text)
    else:
        deployment.say(f"API: {outputs['public_url'] or outputs['api_url']}")


_ACTIONS: dict[str, Callable[[Deployment, argparse.Namespace], None]] = {
    "all": _deploy,
    "storage": _storage,
    "configure": _configure,
    "complete": _complete,
}


def _deployment(options: argparse.Namespace) -> Deployment:
    variables = {**(read_variables(options.env_file) if options.env_file else {}), **dict(options.set)}
    if options.public_url:
        variables["PUBLIC_BASE_URL"] = options.public_url
    if options.public_live_url:
        variables["PUBLIC_LIVE_URL"] = options.public_live_url
    check_variables(options.stage, variables)
    return Deployment(
        project=PROJECT,
        build_folder=(options.build_folder or PROJECT / "build" / options.stage).resolve(),
        cloud=cloud_at(options.endpoint),
        stage=options.stage,
        variables=variables,
        say=lambda line: print(line, file=sys.stderr, flush=True),
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m infrastructure.deploy", description=__doc__)
    parser.add_argument(
        "action",
        nargs="?",
        choices=tuple(_ACTIONS),
        default="all",
        help="all (default), or one step around `chalice deploy`: storage, configure, complete",
    )
    parser.add_argument("--stage", required=True, choices=STAGES)
    parser.add_argument(
        "--endpoint",
        default=os.environ.get("AWS_ENDPOINT_URL") or None,
        help="address of an AWS emulator on this machine; default: $AWS_ENDPOINT_URL, else AWS itself",
    )
    parser.add_argument("--public-url", help="the address users see, if it is not the API's own")
    parser.add_argument("--public-live-url", help="the same for live updates, ws:// or wss://")
    parser.add_argument("--method", choices=("package", "chalice"), default="package")
    parser.add_argument(
        "--set",
        metavar="NAME=VALUE",
        action="append",
        default=[],
        type=_variable,
        help="environment variable of the functions; may be repeated",
    )
    parser.add_argument("--env-file", type=Path, help="a file of such variables, NAME=VALUE a line; --set wins over it")
    parser.add_argument("--build-folder", type=Path, help="where the package is built; default: build/STAGE")
    parser.add_argument("--outputs", type=Path, help="where to write the outputs; default: outputs.json in it")
    parser.add_argument("--json", action="store_true", help="print the outputs as JSON")
    return parser


def _variable(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name.isidentifier():
        raise argparse.ArgumentTypeError(f"{text!r} is not NAME=VALUE")
    return name, value


if __name__ == "__main__":
    sys.exit(main())
