"""Every test of a promise runs on the in-memory ports and on the AWS ones."""

from collections.abc import Iterator

import pytest
from moto import mock_aws

from chalicelib.adapters.aws_clients import AwsClients
from tests.contract.aws import REGION, checked_expressions
from tests.contract.empty_storage import EmptyStorage, made_once
from tests.contract.worlds import World, in_memory, on_aws


@pytest.fixture(scope="session")
def aws_clients() -> Iterator[AwsClients]:
    """Made once, because loading their models takes longer than all tests of a file."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
            patch.setenv(name, "testing")
        for name in ("AWS_ENDPOINT_URL", "AWS_PROFILE", "AWS_SESSION_TOKEN"):
            patch.delenv(name, raising=False)
        patch.setenv("AWS_DEFAULT_REGION", REGION)
        yield AwsClients()


@pytest.fixture(scope="session")
def empty_storage(aws_clients: AwsClients) -> EmptyStorage:
    with mock_aws():
        return made_once(aws_clients)


@pytest.fixture
def aws(aws_clients: AwsClients, empty_storage: EmptyStorage) -> Iterator[AwsClients]:
    with mock_aws(), checked_expressions(aws_clients):
        empty_storage.put_back(aws_clients)
        yield aws_clients


@pytest.fixture
def aws_world(aws: AwsClients) -> World:
    return on_aws(aws)


@pytest.fixture(params=["memory", "aws"])
def world(request: pytest.FixtureRequest) -> World:
    if request.param == "memory":
        return in_memory()
    found: World = request.getfixturevalue("aws_world")
    return found
