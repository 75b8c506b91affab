"""What is asked of the store's events."""

from datetime import date

from pydantic import Field, model_validator

from timeline.domain.value import Value
from timeline.domain.vocabulary import EventStatus, EventType

_LONGEST = 10_000
"""Characters; no database takes a query of any number of words."""


class EventQuery(Value):
    """Conditions that all have to hold; None, like a blank string, sets none."""

    about: str | None = Field(default=None, max_length=_LONGEST)
    """Whole words of a participant's name, in order; case, accents and punctuation do not count. A name that the
    same article gives in a longer form counts in that form too."""
    start: date | None = None
    """The first day of a period; an event counts whose dates overlap it."""
    end: date | None = None
    """The last day of the period."""
    type: EventType | None = None
    status: EventStatus | None = None
    text: str | None = Field(default=None, max_length=_LONGEST)
    """Words that all stand in the event's title, trigger, names or evidence, in whatever inflection."""
    undated: bool = False
    """Events without a date are wanted too where a period is given; without a period they always are, at the end."""

    @model_validator(mode="after")
    def _in_order(self) -> "EventQuery":
        if self.start and self.end and self.end < self.start:
            raise ValueError(f"the period ends on {self.end}, before it starts on {self.start}; exchange the two")
        return self

    @property
    def has_period(self) -> bool:
        """Say whether the events are to overlap a period."""
        return self.start is not None or self.end is not None
