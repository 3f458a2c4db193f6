"""People, and animals that stand and dress like people."""
