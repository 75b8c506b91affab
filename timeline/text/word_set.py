"""How word lists are written down: as running text."""


def word_list(listing: str) -> tuple[str, ...]:
    """Return the words of a listing in order."""
    return tuple(listing.split())


def word_set(listing: str) -> frozenset[str]:
    """Return the words of a listing."""
    return frozenset(listing.split())


def phrase_set(listing: str) -> frozenset[str]:
    """Return the phrases of a listing that are parted by bars."""
    return frozenset(" ".join(phrase.split()) for phrase in listing.split("|"))
