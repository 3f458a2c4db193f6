"""What was understood, told to the user as JSON."""

from chalicelib.adapters.embedded_renderer.drawing.letters import unwritable
from chalicelib.adapters.embedded_renderer.reading.reading import Reading, Subject
from chalicelib.domain.json_types import JsonObject


def account_of(reading: Reading) -> JsonObject:
    """Empty parts are left out, but `objects` and `unknown` are always there."""
    told: JsonObject = {
        "objects": [_object(subject) for subject in reading.subjects],
        "relations": [
            {
                "first": reading.subjects[link.first].word,
                "relation": link.relation,
                "second": reading.subjects[link.second].word,
            }
            for link in reading.links
        ],
        "places": reading.places,
        "time": reading.time,
        "weather": reading.weather,
        "moods": reading.moods,
        "styles": reading.styles,
        "views": reading.views,
        "colours": reading.colours,
        "left_out": sorted(set(reading.left_out)),
        "not_writable": unwritable("".join(subject.text for subject in reading.subjects)),
    }
    return {name: value for name, value in told.items() if value or name == "objects"} | {"unknown": reading.unknown}


def _object(subject: Subject) -> JsonObject:
    details = [f"{colour} {trait}".strip() for trait, colour in subject.traits.items()]
    told: JsonObject = {
        "object": subject.thing,
        "word": subject.word,
        "count": subject.count,
        "colour": subject.colour_name,
        "size": subject.size_name,
        "position": subject.position,
        "arrangement": subject.arrangement,
        "details": details,
        "text": subject.text,
    }
    return {name: value for name, value in told.items() if value}
