"""Figures of this machine, never asserted: run `make bench`."""
