"""Putting the things of a reading together: backdrop, layout, depth, weather."""
