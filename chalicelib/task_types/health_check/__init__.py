"""Answers a ping: shows that queue, consumer and worker do their work."""
