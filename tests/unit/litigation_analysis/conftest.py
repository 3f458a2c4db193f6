"""The platform of these tests is the one of the API's."""

from tests.unit.api.conftest import alice, bob, make_world, world

__all__ = ["alice", "bob", "make_world", "world"]
