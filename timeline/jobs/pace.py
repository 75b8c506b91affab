"""How fast the articles of jobs are begun, over all workers."""

from typing import NamedTuple


class Pace(NamedTuple):
    """At most `width` articles of an engine are under way at once.

    At most `model_articles_per_minute` are begun that ask a model, None for no limit: each asks at least once.
    """

    width: int = 8
    model_articles_per_minute: int | None = None
