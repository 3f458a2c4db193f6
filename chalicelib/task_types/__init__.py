"""The task types: one folder each, found by folder, imported only when asked for."""
