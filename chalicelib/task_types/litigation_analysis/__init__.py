"""Analyses the documents of a dispute for one position."""
