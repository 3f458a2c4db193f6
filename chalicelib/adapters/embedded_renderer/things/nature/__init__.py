"""Plants, and what lies in a landscape."""
