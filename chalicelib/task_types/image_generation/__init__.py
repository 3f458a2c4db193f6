"""Draws pictures from words, and changes given ones."""
