"""Reads csv, tsv and xlsx files as real platforms write them, row by row."""
