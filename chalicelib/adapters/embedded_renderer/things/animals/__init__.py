"""Animals: four-legged ones from one set of measures, birds, insects, and those of the sea."""
