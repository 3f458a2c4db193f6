"""Tests of the task type content_generation."""
