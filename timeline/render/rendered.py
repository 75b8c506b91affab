"""What a renderer is given and what it is: the seam between the formats and their callers."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeAlias

from timeline.domain.timeline import Timeline


class Rendered(NamedTuple):
    """A timeline and the text of its article, into which all spans of the timeline point.

    `whole` is how many events were found in the article, where the timeline holds only chosen ones of them.
    """

    timeline: Timeline
    text: str
    whole: int | None = None


class Screen(NamedTuple):
    """The terminal a format is meant for. Only the table looks at it."""

    width: int = 80
    color: bool = False


Renderer: TypeAlias = Callable[[Sequence[Rendered], Screen], str]
"""Makes the whole output of one format: every timeline, ended by a newline."""
