"""Flags in a dictionary."""


class InMemorySwitches:
    def __init__(self) -> None:
        self._accepting: dict[str, bool] = {}
        self._paused: dict[str, bool] = {}
        self._direct: dict[str, bool] = {}

    def accepting(self, task_type: str) -> bool:
        return self._accepting.get(task_type, True)

    def paused(self, *, lane: str, task_type: str | None = None) -> bool:
        return self._paused.get(lane, False) or (task_type is not None and self._paused.get(task_type, False))

    def direct(self, task_type: str) -> bool:
        return self._direct.get(task_type, False)

    def set_direct(self, task_type: str, direct: bool) -> None:
        self._direct[task_type] = direct

    def set_accepting(self, task_type: str, accepting: bool) -> None:
        self._accepting[task_type] = accepting

    def set_paused(self, name: str, paused: bool) -> None:
        self._paused[name] = paused

    def everything(self) -> dict[str, dict[str, bool]]:
        return {"accepting": dict(self._accepting), "direct": dict(self._direct), "paused": dict(self._paused)}
