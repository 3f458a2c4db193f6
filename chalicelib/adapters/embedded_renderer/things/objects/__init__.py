"""Furniture, instruments, tools, signs."""
