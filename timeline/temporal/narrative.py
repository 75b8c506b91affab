"""Whether a text tells history: then its dates chain from the last one told instead of from publication."""

from datetime import date

from timeline.temporal.tokens import Lexicon, Tokens

_FEWEST = 4
_FAR = 2


def tells_history(tokens: Tokens, lexicon: Lexicon, published: date) -> bool:
    """Decide by the years that the text writes: most of them lie far before publication, and it names few weekdays.

    A news story writes the years of its background, but dates its news by weekday, "today" and "last week".
    """
    year4 = lexicon.codes["year4"]
    if tokens.classes.count(year4) < _FEWEST:
        return False
    after = set(lexicon.codes[name] for name in ("unit", "units", "percent", "word"))
    years = [int(word) for word, code in zip(tokens.words, tokens.classes, strict=True) if code == year4]
    past = [number for number in years if number <= published.year]
    far = sum(1 for number in past if number < published.year - _FAR)
    news = sum(tokens.classes.count(lexicon.codes[name]) for name in ("weekday", "deictic", "tonight"))
    return bool(past) and bool(after) and far >= max(_FEWEST, 0.6 * len(past)) and news * 2 < len(years)
