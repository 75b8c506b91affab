"""Whether a text tells history: then its dates chain from the last one told instead of from publication."""

import re
from datetime import date
from typing import Final

from timeline.temporal.scan import Trigger
from timeline.temporal.tokens import Lexicon

_FEWEST: Final = 8
_LONG_AGO: Final = 2
_FROM_NOW: Final = re.compile(
    r"\b(?:ago|(?:last|next|this) (?:week|month|year|spring|summer|autumn|winter"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day))\b",
    re.IGNORECASE,
)
"""Phrases that count from the day of writing."""

_CHARACTERS_EACH: Final = 3000
"""A text with one of them in so many characters, 500 words or so, is written from now; histories have one in 1,000."""

_NEWS_DATES: Final = ("weekday", "deictic", "tonight")


def tells_history(text: str, triggers: list[Trigger], lexicon: Lexicon, published: date) -> bool:
    """Decide by how the text dates things: history by years gone by, news by weekday, "today", "yesterday".

    At least eight years are written, most of them before the year of publication, and there are four times as many
    of them as weekdays and the like. A news story writes a year now and then, for its background.
    """
    words = [word for _, word in triggers]
    written = [int(word) for word in words if word.isdigit() and len(word) == 4]
    codes = [lexicon.entry(word).code for word in words if not word[0].isdigit()]
    eras = codes.count(lexicon.codes["era"])
    if len(written) + eras < _FEWEST:
        return False
    news = sum(codes.count(lexicon.codes[name]) for name in _NEWS_DATES)
    if news * 4 >= len(written) + eras or _is_told_from_now(text):
        return False
    gone = eras + sum(year < published.year for year in written)
    long_ago = eras + sum(year < published.year - _LONG_AGO for year in written)
    return gone >= 0.6 * (len(written) + eras) and long_ago >= 0.2 * (len(written) + eras)


def _is_told_from_now(text: str) -> bool:
    return len(_FROM_NOW.findall(text)) * _CHARACTERS_EACH >= len(text)
