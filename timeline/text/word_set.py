"""How word lists are written down: as running text, parted by white space."""


def word_list(listing: str) -> tuple[str, ...]:
    """Return the words of a listing in order."""
    return tuple(listing.split())


def word_set(listing: str) -> frozenset[str]:
    """Return the words of a listing."""
    return frozenset(listing.split())
