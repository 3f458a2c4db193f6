"""Triggers, each translated into one service call."""
