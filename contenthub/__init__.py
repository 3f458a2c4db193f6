"""The command line and Python client of ContentHub; it talks HTTP only."""

__version__ = "0.1.0"
