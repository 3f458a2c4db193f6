"""The local cloud: an AWS emulator, the addresses in front of it, and what the emulator lacks."""
