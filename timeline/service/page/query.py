"""The search form: what was typed, and the question to the store that it stands for."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple, TypeVar
from urllib.parse import urlencode

from pydantic import ValidationError

from timeline.domain.vocabulary import EventStatus, EventType
from timeline.errors import InputError
from timeline.store import EventQuery

_Choice = TypeVar("_Choice", EventType, EventStatus)


class Search(NamedTuple):
    """What was typed into the form, field by field; the names are those of the API's query."""

    about: str = ""
    q: str = ""
    start: str = ""
    end: str = ""
    type: str = ""
    status: str = ""
    cursor: str = ""

    @property
    def is_asked(self) -> bool:
        """Say whether anything is looked for."""
        return any(self._replace(cursor=""))

    @property
    def address(self) -> str:
        """The query as the API has it, without the place in its pages."""
        return urlencode({_FIELDS[name]: value for name, value in self._asdict().items() if value and name != "cursor"})

    def question(self) -> EventQuery:
        """Return what the store is asked.

        Raises:
            InputError: A date is none, a period ends before it starts, or there is no such kind or status.
        """
        try:
            return EventQuery(
                about=self.about or None,
                text=self.q or None,
                start=_day(self.start),
                end=_day(self.end),
                type=_chosen(EventType, self.type),
                status=_chosen(EventStatus, self.status),
            )
        except ValidationError as error:
            raise InputError(error.errors(include_url=False)[0]["msg"].removeprefix("Value error, ")) from error


_FIELDS = {**{name: name for name in Search._fields}, "start": "from", "end": "to"}


def read_search(parameters: Mapping[str, str]) -> Search:
    """Return what a request's query has for the form; everything else in it is left alone."""
    return Search(**{name: parameters.get(parameter, "").strip() for name, parameter in _FIELDS.items()})


def _day(value: str) -> date | None:
    if not value:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise InputError(f"no date: {value!r}; write it as 2024-10-12") from error


def _chosen(choices: type[_Choice], value: str) -> _Choice | None:
    if not value:
        return None
    if value not in choices.__members__.values():
        raise InputError(f"no such value: {value!r}; choose {', '.join(choices)}")
    return next(choice for choice in choices if choice == value)
