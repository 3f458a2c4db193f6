"""The container that serves Qwen-Image on SageMaker."""
