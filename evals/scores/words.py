"""When two names or phrases count as the same, and when one stands in a text."""

import re
from collections.abc import Sequence
from functools import lru_cache

# fmt: off
STOP_WORDS = frozenset((
    "a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "with", "by",
    "from", "as", "is", "are", "be", "s", "will", "over", "after",
))
# fmt: on

_WORD = re.compile(r"\w+")
_FOLDED = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "‑": "-", "–": "-"})


def tokens(text: str | None) -> frozenset[str]:
    """Return the lower-case words of a text that are not stop words."""
    return frozenset(_WORD.findall((text or "").lower())) - STOP_WORDS


def same_name(first: str, second: str) -> bool:
    """Say whether two names are equal, or the words of one are all among those of the other."""
    if first.lower().strip() == second.lower().strip():
        return True
    ours, theirs = tokens(first), tokens(second)
    return bool(ours and theirs) and (ours <= theirs or theirs <= ours)


def names_f1(predicted: Sequence[str], gold: Sequence[Sequence[str]]) -> float:
    """Return F1 of predicted names against gold ones, each of which is a group of accepted names.

    Every predicted name takes the first group that is still free and holds it. Nothing to find and nothing
    found is 1.
    """
    total = len(predicted) + len(gold)
    if not total:
        return 1.0
    free = list(gold)
    for name in predicted:
        taken = next((at for at, group in enumerate(free) if any(same_name(name, alias) for alias in group)), None)
        if taken is not None:
            del free[taken]
    return 2 * (len(gold) - len(free)) / total


def stands_in(phrase: str, text: str) -> bool:
    """Say whether a text holds a phrase as whole words; case, white space and typographic marks do not count."""
    needle, hay = folded(phrase), folded(text)
    return bool(needle) and re.search(rf"(?<!\w){re.escape(needle)}(?!\w)", hay) is not None


# An article is searched for every name and phrase of every record.
@lru_cache(maxsize=512)
def folded(text: str) -> str:
    """Return a text with case, white space and typographic marks made alike."""
    return " ".join(text.translate(_FOLDED).casefold().split())
