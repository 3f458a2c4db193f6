"""Tests of learning roadmaps."""
