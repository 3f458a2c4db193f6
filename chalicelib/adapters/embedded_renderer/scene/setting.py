"""Where and when a picture plays, and what that does to colours."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour, mix

SKIES: dict[str, tuple[Colour, Colour]] = {
    "day": ((84, 150, 222), (206, 230, 244)),
    "morning": ((120, 176, 226), (250, 232, 210)),
    "sunrise": ((70, 92, 160), (255, 176, 96)),
    "sunset": ((74, 60, 130), (255, 140, 76)),
    "night": ((10, 14, 40), (44, 54, 104)),
    "cloudy": ((138, 152, 168), (206, 212, 218)),
    "fire": ((60, 10, 14), (220, 90, 24)),
    "rain": ((92, 104, 120), (160, 170, 180)),
    "snow": ((120, 136, 160), (206, 216, 228)),
    "dream": ((112, 150, 176), (250, 220, 150)),
}


@dataclass(frozen=True, slots=True)
class Setting:
    rng: Random
    time: str = "day"
    weather: tuple[str, ...] = ()
    tints: Mapping[str, Colour] = field(default_factory=dict)
    moods: tuple[str, ...] = ()
    colours: tuple[Colour, ...] = ()
    light_seen: bool = False
    """The sun or moon is a subject of its own, so the sky draws none."""

    @property
    def dark(self) -> bool:
        return self.time == "night"

    def sky(self) -> tuple[Colour, Colour]:
        if self.time == "day":
            for weather in ("rain", "snow", "cloudy", "fog"):
                if weather in self.weather:
                    return SKIES.get(weather, SKIES["cloudy"])
        return SKIES.get(self.time, SKIES["day"])

    def tone(self, colour: Colour) -> Colour:
        """The colour of something far away or lit by the sky."""
        if "snow" in self.weather:
            colour = mix(colour, (232, 238, 248), 0.72)
        if "autumn" in self.weather:
            colour = mix(colour, (200, 120, 40), 0.4)
        shares = {"night": 0.66, "sunset": 0.3, "sunrise": 0.26, "fire": 0.5}
        tints: dict[str, Colour] = {
            "night": (14, 18, 48),
            "sunset": (190, 84, 60),
            "sunrise": (220, 120, 70),
            "fire": (80, 14, 10),
        }
        return mix(colour, tints[self.time], shares[self.time]) if self.time in shares else colour
