"""The form of structured output that an endpoint takes, known from one process to the next."""

import logging
import sqlite3
from typing import Protocol

from timeline.llm.cache import ReplyCache
from timeline.llm.forms import ReplyForm

_LOG = logging.getLogger(__name__)


class FormMemory(Protocol):
    """Knows the form that worked last for one model at one endpoint."""

    def recall(self) -> ReplyForm | None:
        """Return it, or None where none is known."""
        ...

    def note(self, form: ReplyForm) -> None:
        """Keep the form that works now."""
        ...


class NoMemory:
    """Knows nothing: the form is found out again by each process."""

    def recall(self) -> ReplyForm | None:
        """Return None."""
        return None

    def note(self, form: ReplyForm) -> None:
        """Keep nothing."""


class CachedForm:
    """Keeps the form in the cache. One that cannot be used is told in the log and passed over."""

    def __init__(self, cache: ReplyCache, *, endpoint: str, model: str) -> None:
        self._cache = cache
        self._endpoint = endpoint
        self._model = model

    def recall(self) -> ReplyForm | None:
        """Return the form, or None where none is known, or none that this version knows."""
        try:
            return ReplyForm(self._cache.find_form(self._endpoint, self._model) or "")
        except ValueError:
            return None
        except sqlite3.Error as error:
            _LOG.warning("model cache cannot be read error=%s", type(error).__name__)
            return None

    def note(self, form: ReplyForm) -> None:
        """Keep the form."""
        try:
            self._cache.store_form(self._endpoint, self._model, form)
        except sqlite3.Error as error:
            _LOG.warning("model cache cannot be written error=%s", type(error).__name__)
