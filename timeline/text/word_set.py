"""How word lists are written down: as running text."""


def word_set(listing: str) -> frozenset[str]:
    """Return the words of a listing that are parted by white space."""
    return frozenset(listing.split())
