"""The container of the image model with a tiny pipeline, on the CPU: `make test-image-model`."""
