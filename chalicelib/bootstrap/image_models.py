"""The providers of pictures, each imported and built when a task first asks for it."""

from collections.abc import Callable

from chalicelib.adapters.aws_clients import AwsClients
from chalicelib.domain.ports.images import ImageModel
from chalicelib.domain.ports.platform import Clock
from chalicelib.settings import Settings


def image_models(
    settings: Settings, aws: AwsClients, clock: Clock, openai_key: Callable[[], str]
) -> dict[str, Callable[[], ImageModel]]:
    def embedded() -> ImageModel:
        from chalicelib.adapters.embedded_image_model import EmbeddedImageModel

        return EmbeddedImageModel()

    def bedrock() -> ImageModel:
        from chalicelib.adapters.bedrock_image_model import BedrockImageModel

        return BedrockImageModel(aws.bedrock_runtime(), model_id=settings.bedrock_image_model_id)

    def openai() -> ImageModel:
        from chalicelib.adapters.openai_image_model import OpenAiImageModel

        return OpenAiImageModel(
            base_url=settings.openai_base_url, model=settings.openai_image_model, api_key=openai_key
        )

    def sagemaker() -> ImageModel:
        from chalicelib.adapters.sagemaker_image_model import SageMakerImageModel
        from chalicelib.adapters.sagemaker_inference import AsyncInference

        client = aws.sagemaker_runtime()
        waiting = AsyncInference(client, aws.s3(), settings.data_bucket, clock)
        inference = waiting if settings.sagemaker_image_mode == "async" else None
        return SageMakerImageModel(client, endpoint=settings.sagemaker_image_endpoint, inference=inference)

    return {"offline": embedded, "bedrock": bedrock, "openai": openai, "sagemaker": sagemaker}
