"""Whether a text tells history: then its dates chain from the last one told instead of from publication."""

from datetime import date
from typing import Final

from timeline.temporal.tokens import Lexicon, Tokens

_FEWEST: Final = 8
_LONG_AGO: Final = 2
_NEWS_DATES: Final = ("weekday", "deictic", "tonight")


def tells_history(tokens: Tokens, lexicon: Lexicon, published: date) -> bool:
    """Decide by how the text dates things: history by years gone by, news by weekday, "today", "yesterday".

    At least eight years are written, most of them before the year of publication, and there are four times as many
    of them as weekdays and the like. A news story writes a year now and then, for its background.
    """
    codes = lexicon.codes
    years = tokens.classes.count(codes["year4"])
    eras = tokens.classes.count(codes["era"])
    if years + eras < _FEWEST:
        return False
    news = sum(tokens.classes.count(codes[name]) for name in _NEWS_DATES)
    if news * 4 >= years + eras:
        return False
    written = [int(word) for word, code in zip(tokens.words, tokens.classes, strict=True) if code == codes["year4"]]
    gone = eras + sum(year < published.year for year in written)
    long_ago = eras + sum(year < published.year - _LONG_AGO for year in written)
    return gone >= 0.6 * (years + eras) and long_ago >= 0.2 * (years + eras)
