"""The storage stack made once and put back, empty, for each test: a fifth of the time of making it again."""

from copy import deepcopy
from dataclasses import dataclass

from moto.backends import get_backend
from moto.dynamodb.models.table import Table

from chalicelib.adapters.aws_clients import AwsClients
from tests.contract.aws import ACCOUNT, BUCKET, REGION, create_storage


@dataclass(frozen=True)
class EmptyStorage:
    tables: dict[str, Table]
    queue_names: tuple[str, ...]

    def put_back(self, aws: AwsClients) -> None:
        """Into moto as it is after a reset. Queues hold locks, which cannot be copied."""
        get_backend("dynamodb")[ACCOUNT][REGION].tables = deepcopy(self.tables)
        for name in self.queue_names:
            get_backend("sqs")[ACCOUNT][REGION].create_queue(name)
        aws.s3().create_bucket(Bucket=BUCKET)


def made_once(aws: AwsClients) -> EmptyStorage:
    """To be called inside moto."""
    create_storage(aws)
    tables = deepcopy(get_backend("dynamodb")[ACCOUNT][REGION].tables)
    return EmptyStorage(tables, tuple(get_backend("sqs")[ACCOUNT][REGION].queues))
