"""Use cases: one file each, one class of ports with one public verb."""
