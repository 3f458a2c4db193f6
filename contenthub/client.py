"""The Python client: `Client(base_url, api_key).tasks.submit(...)`."""

import time
from collections.abc import Callable
from types import TracebackType
from typing import Self

from contenthub.api.data_sync import DataFileApi, DatasetApi, DataSyncApi
from contenthub.api.documents import DocumentApi
from contenthub.api.images import ImageApi
from contenthub.api.litigation import LitigationApi
from contenthub.api.operations import DeadLetterApi, FlagApi, LaneApi
from contenthub.api.records import AccountApi, ContentApi, PoolApi
from contenthub.api.roadmaps import RoadmapApi
from contenthub.api.service import ServiceApi
from contenthub.api.tasks import TaskApi
from contenthub.api.workflows import WorkflowApi
from contenthub.transport import Transport


class Client:
    """Groups the HTTP API by what it is about; every method raises a ContentHubError when it fails."""

    def __init__(
        self,
        base_url: str,
        api_key: str | None = None,
        *,
        language: str = "en",
        timeout_seconds: float = 30.0,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.api_key = api_key
        self._transport = Transport(
            base_url, api_key=api_key, language=language, timeout_seconds=timeout_seconds, sleep=sleep
        )
        self.tasks = TaskApi(self._transport)
        self.workflows = WorkflowApi(self._transport)
        self.roadmaps = RoadmapApi(self._transport)
        self.litigation = LitigationApi(self._transport)
        self.documents = DocumentApi(self._transport)
        self.images = ImageApi(self._transport)
        self.data_files = DataFileApi(self._transport)
        self.data_sync = DataSyncApi(self._transport)
        self.datasets = DatasetApi(self._transport)
        self.accounts = AccountApi(self._transport)
        self.contents = ContentApi(self._transport)
        self.pool = PoolApi(self._transport)
        self.dead_letters = DeadLetterApi(self._transport)
        self.lanes = LaneApi(self._transport)
        self.flags = FlagApi(self._transport)
        self.service = ServiceApi(self._transport)

    @property
    def base_url(self) -> str:
        return self._transport.base_url

    def close(self) -> None:
        self._transport.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
