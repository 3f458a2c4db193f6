"""What is known of a file and how far its writing is, kept beside its task for the next invocation."""

from dataclasses import dataclass, field

from chalicelib.domain.data_sync.conventions import Conventions
from chalicelib.domain.data_sync.repeats import Repeats
from chalicelib.domain.errors import NotFoundError
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.ports.tasks import PayloadStore

SURVEY, CHECK, PLACE = "survey", "check", "place"


@dataclass(frozen=True)
class CheckedFile:
    conventions: Conventions
    repeats: Repeats
    report: JsonObject
    rows: int


@dataclass
class Place:
    """How far the writing is."""

    ordinal: int = 0
    """So many rows of data are done with."""
    position: JsonObject | None = None
    numbering: JsonObject | None = None
    counts: JsonObject = field(default_factory=dict)


@dataclass
class KeptState:
    """In three parts, because the first two are large and never change, and the third is written again and again.

    Only for the very same content: a file that was replaced meanwhile begins anew.
    """

    payloads: PayloadStore
    folder: str
    name: str
    fingerprint: str
    _check_kept: bool = False

    def survey(self) -> Conventions | None:
        body = self._get(SURVEY)
        return None if body is None else Conventions.from_json(body)

    def keep_survey(self, conventions: Conventions) -> None:
        self._put(SURVEY, conventions.to_json())

    def check(self) -> CheckedFile | None:
        body = self._get(CHECK)
        if body is None:
            return None
        self._check_kept = True
        return CheckedFile(
            Conventions.from_json(body["conventions"]), Repeats.from_json(body["repeats"]), body["report"], body["rows"]
        )

    def keep_check(self, checked: CheckedFile) -> None:
        if self._check_kept:
            return
        parts = {"conventions": checked.conventions.to_json(), "repeats": checked.repeats.to_json()}
        self._put(CHECK, {**parts, "report": checked.report, "rows": checked.rows})
        self._check_kept = True

    def place(self) -> Place:
        """Without a check that was kept, it is the beginning."""
        body = self._get(PLACE) if self._check_kept else None
        return Place() if body is None else Place(**body)

    def keep_place(self, place: Place, checked: CheckedFile) -> None:
        self.keep_check(checked)
        self._put(PLACE, vars(place))

    def _get(self, part: str) -> JsonObject | None:
        try:
            kept = self.payloads.get(self._ref(part))
        except NotFoundError:
            return None
        body: JsonObject = kept["body"]
        return body if kept["fingerprint"] == self.fingerprint else None

    def _put(self, part: str, body: JsonObject) -> None:
        self.payloads.put(self._ref(part), {"fingerprint": self.fingerprint, "body": body})

    def _ref(self, part: str) -> str:
        return f"{self.folder}/{self.name}-{part}.json"
