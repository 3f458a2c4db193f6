"""The environment, read once and checked: the only reader of environment variables."""

import os
from functools import cache
from typing import Literal, Self, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

Provider = Literal["offline", "bedrock", "openai", "creator"]
ImageProvider = Literal["offline", "bedrock", "openai", "sagemaker"]
PROVIDERS: tuple[Provider, ...] = get_args(Provider)
IMAGE_PROVIDERS: tuple[ImageProvider, ...] = get_args(ImageProvider)
NEEDED_BY_PROVIDER: dict[Provider, tuple[str, ...]] = {
    "bedrock": ("BEDROCK_MODEL_ID",),
    "openai": ("OPENAI_BASE_URL", "OPENAI_MODEL"),
    "creator": ("CREATOR_CLI_PATH",),
}
NEEDED_BY_IMAGE_PROVIDER: dict[ImageProvider, tuple[str, ...]] = {
    "bedrock": ("BEDROCK_IMAGE_MODEL_ID",),
    "openai": ("OPENAI_BASE_URL", "OPENAI_IMAGE_MODEL"),
    "sagemaker": ("SAGEMAKER_IMAGE_ENDPOINT",),
}

OFF = frozenset({"false", "off", "no", "n", "f", "0"})
"""What pydantic takes for false."""


class SettingsError(Exception):
    """The environment is incomplete or wrong; the message names every variable at fault."""


class Settings(BaseModel):
    """What differs between stages. Names of tables, queues and functions follow from the stage."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    stage: str = Field(alias="CONTENTHUB_STAGE", min_length=1, max_length=20)
    data_bucket: str = Field(alias="DATA_BUCKET", min_length=3)
    region: str = Field(default="us-east-1", alias="AWS_REGION")
    local_endpoint: str = Field(default="", alias="AWS_ENDPOINT_URL")
    public_base_url: str = Field(default="", alias="PUBLIC_BASE_URL")
    live_updates: bool = Field(default=True, alias="LIVE_UPDATES")
    public_live_url: str = Field(default="", alias="PUBLIC_LIVE_URL")
    cors_allow_origins: str = Field(default="", alias="CORS_ALLOW_ORIGINS")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(default="INFO", alias="LOG_LEVEL")
    lease_seconds: float = Field(default=30.0, alias="LEASE_SECONDS", ge=1.0, le=900.0)
    max_body_bytes: int = Field(default=1024 * 1024, alias="MAX_BODY_BYTES", ge=1024, le=6 * 1024 * 1024)
    result_retention_seconds: int | None = Field(default=None, alias="RESULT_RETENTION_SECONDS", ge=1)
    content_provider: Provider = Field(default="offline", alias="CONTENT_PROVIDER")
    bedrock_model_id: str = Field(default="", alias="BEDROCK_MODEL_ID")
    openai_base_url: str = Field(default="", alias="OPENAI_BASE_URL")
    openai_model: str = Field(default="", alias="OPENAI_MODEL")
    openai_api_key_secret_id: str = Field(default="", alias="OPENAI_API_KEY_SECRET_ID")
    creator_cli_path: str = Field(default="", alias="CREATOR_CLI_PATH")
    creator_timeout_seconds: float = Field(default=120.0, alias="CREATOR_TIMEOUT_SECONDS", gt=0, le=840)
    image_provider: ImageProvider = Field(default="offline", alias="IMAGE_PROVIDER")
    bedrock_image_model_id: str = Field(default="", alias="BEDROCK_IMAGE_MODEL_ID")
    openai_image_model: str = Field(default="", alias="OPENAI_IMAGE_MODEL")
    sagemaker_image_endpoint: str = Field(default="", alias="SAGEMAKER_IMAGE_ENDPOINT")
    sagemaker_image_mode: Literal["realtime", "async"] = Field(default="realtime", alias="SAGEMAKER_IMAGE_MODE")
    image_default_side: int = Field(default=1024, alias="IMAGE_DEFAULT_SIDE", ge=64, le=2048, multiple_of=8)
    image_largest_side: int = Field(default=2048, alias="IMAGE_LARGEST_SIDE", ge=64, le=2048)
    image_most_pictures: int = Field(default=4, alias="IMAGE_MOST_PICTURES", ge=1, le=4)
    image_default_steps: int = Field(default=30, alias="IMAGE_DEFAULT_STEPS", ge=1, le=100)
    max_image_body_bytes: int = Field(default=4 * 1024 * 1024, alias="MAX_IMAGE_BODY_BYTES", ge=1024, le=4718592)
    sync_warn_below: float = Field(default=90.0, alias="SYNC_WARN_BELOW", ge=0, le=100)
    sync_reject_below: float = Field(default=60.0, alias="SYNC_REJECT_BELOW", ge=0, le=100)
    content_generation_enabled: bool = Field(default=True, alias="ASYNC_CONTENT_GENERATION_ENABLED")

    @model_validator(mode="after")
    def _default_provider_is_configured(self) -> Self:
        if self.content_provider not in self.configured_providers:
            needs = NEEDED_BY_PROVIDER[self.content_provider]
            raise ValueError(f"CONTENT_PROVIDER={self.content_provider} needs {' and '.join(needs)}")
        if self.image_provider not in self.image_models:
            needs = NEEDED_BY_IMAGE_PROVIDER[self.image_provider]
            raise ValueError(f"IMAGE_PROVIDER={self.image_provider} needs {' and '.join(needs)}")
        if self.image_default_side > self.image_largest_side:
            raise ValueError("IMAGE_DEFAULT_SIDE is larger than IMAGE_LARGEST_SIDE")
        return self

    @property
    def account_id(self) -> str:
        """The bucket's fixed name, `contenthub-<stage>-data-<account>-<region>`, says whose it is."""
        return self.data_bucket.partition("-data-")[2].split("-")[0]

    @property
    def state_machine_arn(self) -> str:
        return f"arn:aws:states:{self.region}:{self.account_id}:stateMachine:contenthub-{self.stage}-workflow"

    @property
    def switched_off(self) -> frozenset[str]:
        return frozenset() if self.content_generation_enabled else frozenset({"content_generation"})

    @property
    def configured_providers(self) -> frozenset[str]:
        """The providers of content that this deployment has what it takes to use."""
        configured = {
            "offline": True,
            "bedrock": bool(self.bedrock_model_id),
            "openai": bool(self.openai_base_url and self.openai_model),
            "creator": bool(self.creator_cli_path),
        }
        return frozenset(name for name, there in configured.items() if there)

    @property
    def image_models(self) -> dict[str, str]:
        """The model of each provider of pictures that this deployment has what it takes to use."""
        models = {
            "offline": "offline",
            "bedrock": self.bedrock_image_model_id,
            "openai": self.openai_image_model if self.openai_base_url else "",
            "sagemaker": self.sagemaker_image_endpoint,
        }
        return {name: model for name, model in models.items() if model}

    def table(self, name: str) -> str:
        return f"contenthub-{self.stage}-{name}"

    def queue(self, lane: str) -> str:
        return f"contenthub-{self.stage}-{lane}"

    def worker_function(self, lane: str) -> str:
        return f"contenthub-{self.stage}-{lane.replace('-', '_')}"

    @property
    def allowed_origins(self) -> tuple[str, ...]:
        return tuple(origin.strip() for origin in self.cors_allow_origins.split(",") if origin.strip())


@cache
def settings() -> Settings:
    """Raises SettingsError."""
    try:
        return Settings.model_validate({name: value for name, value in os.environ.items() if value != ""})
    except ValidationError as error:
        wrong = "; ".join(told(error))
        raise SettingsError(f"environment variables missing or wrong: {wrong}") from error


def told(error: ValidationError) -> list[str]:
    """Each finding with the variables it is about."""
    return [": ".join([*map(str, found["loc"]), found["msg"]]) for found in error.errors(include_url=False)]


def trigger_queue(lane: str) -> str:
    """The queue a consumer is bound to. Chalice asks when it packages, with the stage's variables set."""
    return f"contenthub-{os.environ.get('CONTENTHUB_STAGE', 'local')}-{lane}"


def trigger_live_updates() -> bool:
    """Whether the stage has a WebSocket API; not every emulator knows what that is."""
    return os.environ.get("LIVE_UPDATES", "true").lower() not in OFF


def trigger_stream_arn() -> str:
    """The stream of the tasks table; known only once the storage stack is up."""
    table = f"contenthub-{os.environ.get('CONTENTHUB_STAGE', 'local')}-tasks"
    placeholder = f"arn:aws:dynamodb:us-east-1:000000000000:table/{table}/stream/2026-01-01T00:00:00.000"
    return os.environ.get("TASKS_STREAM_ARN", placeholder)
