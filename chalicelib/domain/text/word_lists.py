"""How word lists are written down in this package: as running text."""


def words_of(text: str) -> frozenset[str]:
    return frozenset(text.split())
