"""Batches of data sync: a workflow whose units are files."""
