"""How the name of a newspaper above an article looks."""

from timeline.text.word_set import word_set

MOST_WORDS = 6

_PAPERS = word_set(
    """advertiser argus bulletin chronicle courier daily dispatch echo examiner express gazette globe guardian herald
    independent inquirer journal ledger magazine mail mercury monitor news observer post press record register review
    standard star sun telegraph times tribune weekly"""
)
_EDITIONS = word_set("live online magazine today")


def is_masthead(line: str) -> bool:
    """Say whether a line could be the name of a paper; a headline may look alike, so its place must fit too."""
    words = line.split()
    if len(words) > 1 and words[-1].casefold() in _EDITIONS:
        words.pop()
    names_paper = 1 < len(words) <= MOST_WORDS and words[-1].casefold() in _PAPERS
    return names_paper and all(word[0].isupper() or word in ("of", "the", "and", "&") for word in words)
