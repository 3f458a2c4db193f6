"""Is everything there that a task needs?"""

from collections.abc import Mapping
from dataclasses import dataclass

from chalicelib.domain.ports.platform import Clock, Probe


@dataclass(frozen=True)
class Check:
    healthy: bool
    detail: str
    milliseconds: int


@dataclass(frozen=True)
class CheckHealth:
    probes: Mapping[str, Probe]
    clock: Clock

    def check_health(self) -> dict[str, Check]:
        """What each probe found, by name; none stops the others."""
        return {name: self._timed(probe) for name, probe in self.probes.items()}

    def _timed(self, probe: Probe) -> Check:
        began = self.clock.monotonic()
        finding = probe.probe()
        return Check(finding.healthy, finding.detail, round((self.clock.monotonic() - began) * 1000))
