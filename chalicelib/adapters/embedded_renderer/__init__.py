"""Pictures without a model: words are read, things are drawn."""
