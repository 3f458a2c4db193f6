"""A workflow for the tests, copied into a deployment of theirs: units speak numbers, a person looks, units add them."""
