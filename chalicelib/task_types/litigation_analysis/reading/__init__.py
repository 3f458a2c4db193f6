"""From a file's bytes to text whose every piece has a place a reader can find."""
