"""Writes an article about a topic for an account."""
