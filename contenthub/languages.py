"""Which language to speak: an option, else the locale of the environment."""

from collections.abc import Mapping, Sequence

LANGUAGES = ("en", "zh")
_LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def language_from_locale(environ: Mapping[str, str]) -> str:
    """The first locale variable that is set decides, as POSIX says; anything but Chinese is English."""
    value = next((environ[name] for name in _LOCALE_VARIABLES if environ.get(name)), "")
    return "zh" if value.lower().startswith("zh") else "en"


def language_from_arguments(arguments: Sequence[str], environ: Mapping[str, str]) -> str:
    """Reads `--lang` before the arguments are parsed, because help and usage errors are translated too."""
    for position, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--lang":
            value = value or "".join(arguments[position + 1 : position + 2])
            if value in LANGUAGES:
                return value
    return language_from_locale(environ)
