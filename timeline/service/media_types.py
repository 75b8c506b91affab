"""Which media type to answer with, by the header `Accept` (RFC 9110, section 12.5.1)."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from timeline.service.problems import ProblemError, kinds

JSON = "application/json"
EVENT_STREAM = "text/event-stream"


class _Range(NamedTuple):
    """A range of media types and its weight."""

    of: str
    weight: float


def negotiate(accept: str | None, offered: Sequence[str]) -> str:
    """Return the type of `offered` that the client likes best; of equals the one offered first.

    Raises:
        ProblemError: It accepts none of them.
    """
    ranges = list(_ranges(accept or "*/*"))
    best = max(offered, key=lambda offer: _weight(offer, ranges))
    if _weight(best, ranges) > 0:
        return best
    raise ProblemError(kinds.NOT_ACCEPTABLE, f"{accept!r} is not to be had here; accept {' or '.join(offered)}")


def _weight(offer: str, ranges: Sequence[_Range]) -> float:
    """Return the weight of the range that fits most closely, or 0."""
    main = offer.partition("/")[0]
    for fitting in (offer, f"{main}/*", "*/*"):
        weights = [one.weight for one in ranges if one.of == fitting]
        if weights:
            return max(weights)
    return 0


def _ranges(accept: str) -> Iterator[_Range]:
    for part in accept.split(","):
        of, *parameters = (piece.strip().lower() for piece in part.split(";"))
        quality = next((one[2:] for one in parameters if one.startswith("q=")), "1")
        try:
            yield _Range(of, float(quality))
        except ValueError:
            yield _Range(of, 0)
