"""Houses, towers, walls and the famous ones."""
