"""How long a provider has answered with nothing but errors, over all requests to it."""


class Outage:
    """Begins with an error and ends with a reply, or with a silence: after a pause nothing is known any more."""

    def __init__(self, *, forgotten_after: float) -> None:
        self._forgotten_after = forgotten_after
        self._began: float | None = None
        self._last = 0.0

    def note_error(self, now: float) -> None:
        """Note an error that the provider answered at `now`, a reading of a monotonic clock."""
        if self._began is None or now - self._last > self._forgotten_after:
            self._began = now
        self._last = now

    def note_reply(self) -> None:
        """Note that the provider works."""
        self._began = None

    def seconds(self, now: float) -> float:
        """Return for how long there were only errors."""
        return 0.0 if self._began is None else now - self._began
