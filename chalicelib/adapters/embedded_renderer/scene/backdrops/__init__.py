"""What lies behind everything: places under a sky, rooms, and moods."""
