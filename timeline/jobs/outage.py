"""Whether what every article needs is gone: the model, or the place for the timelines."""

from timeline.llm.errors import AccessError

_IN_A_ROW = 5
"""So many articles one after the other have to fail for want of the model."""


class Outage:
    """Counts the articles that failed for no reason of their own since one last went well."""

    def __init__(self) -> None:
        self._in_a_row = 0
        self.reason = ""

    @property
    def is_total(self) -> bool:
        """Say whether there is no use in beginning another article."""
        return self._in_a_row >= _IN_A_ROW

    def note_error(self, reason: str, cause: BaseException | None = None) -> None:
        """Note a failure. A wrong key, or one without a cause in the model's replies, is conclusive at once."""
        self.reason = reason
        self._in_a_row += _IN_A_ROW if cause is None or isinstance(cause, AccessError) else 1

    def note_success(self) -> None:
        """Note an article that went well."""
        self._in_a_row = 0
