"""Everything that puts the platform somewhere: templates, packaging, deployment, the local cloud."""
