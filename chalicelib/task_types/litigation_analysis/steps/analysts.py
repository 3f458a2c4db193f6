"""Who analyses: rules, or a language model that fills the same structure."""

from typing import get_args

from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.ports.generation import Toolbox
from chalicelib.task_types.litigation_analysis.case import Provider

OFFLINE: Provider = "offline"


def provider_of(request: JsonObject, toolbox: Toolbox) -> Provider:
    """A stage's default provider may be one that only writes articles: then the rules analyse."""
    asked = request.get("provider") or toolbox.default_provider
    return next((provider for provider in get_args(Provider) if provider == asked), OFFLINE)
