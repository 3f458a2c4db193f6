"""The HTTP API on in-memory ports: requests as API Gateway sends them, answers as it gets them."""
