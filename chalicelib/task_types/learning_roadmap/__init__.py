"""Learning roadmaps: a graph of concepts, each with a tutorial, resources and a quiz."""
