"""Bodies of geometry."""
