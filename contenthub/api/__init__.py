"""The HTTP API, one class for each group of addresses."""
