"""Changing a given picture: palette, light, texture, additions."""
