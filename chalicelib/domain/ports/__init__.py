"""What the services need from the world outside, as protocols."""
