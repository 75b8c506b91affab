"""How many tokens a text will be, without a tokenizer: their tables are downloads."""

import math

CHARACTERS_PER_TOKEN = 4.0
"""Of English; other scripts take about one token for one and a half characters."""

_OTHER_CHARACTERS_PER_TOKEN = 1.5


def tokens_of(text: str) -> int:
    """Estimate the tokens of `text`."""
    other = 0 if text.isascii() else sum(not character.isascii() for character in text)
    return math.ceil((len(text) - other) / CHARACTERS_PER_TOKEN + other / _OTHER_CHARACTERS_PER_TOKEN)
