"""Writes roadmaps from the text that is there, without a model and without invention."""
