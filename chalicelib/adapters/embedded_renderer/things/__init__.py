"""The vocabulary of drawn things, a folder for each theme."""
