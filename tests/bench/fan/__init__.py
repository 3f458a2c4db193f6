"""A workflow for the bench, copied into a deployment of its own under a name that says its width: `fan_of_4`."""
