"""Whether an endpoint has a model, found out before there is work for it."""

import time
from difflib import get_close_matches
from typing import NamedTuple, Protocol

from timeline.llm.account import Account
from timeline.llm.errors import AccessError, CallError, UnknownModelError
from timeline.llm.messages import Message, ModelRequest, Parameters
from timeline.llm.model import Model

SIGN_OF_LIFE = ModelRequest(
    messages=(Message(role="user", content="Answer with the word: ready"),), parameters=Parameters()
)
"""The shortest question that a model can be asked."""

_LISTING_SECONDS = 3.0
_ANSWER_SECONDS = 10.0
_UNKNOWN = 404
_SHOWN = 5


class Lister(Protocol):
    """An endpoint that can be asked which models it has."""

    @property
    def host(self) -> str:
        """Where it is."""
        ...

    async def list_models(self, *, timeout: float) -> tuple[str, ...]:
        """Return their names; none where it lists nothing.

        Raises:
            CallError: It cannot be asked.
        """
        ...


class Doubt(NamedTuple):
    """Why a model may not answer, in words; `is_missing` where its endpoint has no such model."""

    is_missing: bool
    reason: str


async def doubt_of(model: Model, endpoint: Lister) -> Doubt | None:
    """Look for a model at its endpoint; return why it may not answer, or None.

    One that is not listed is asked for a word before it counts as missing: not every endpoint lists all that it has.
    It counts so where the endpoint says that it has no such model; a refusal of another kind leaves a doubt.
    """
    try:
        names = await endpoint.list_models(timeout=_LISTING_SECONDS)
    except CallError as error:
        return Doubt(is_missing=False, reason=str(error))
    if not names or model.name in names:
        return None
    try:
        await model.ask(SIGN_OF_LIFE, _short_account())
    except CallError as error:
        if not _says_unknown(error):
            return Doubt(is_missing=False, reason=str(error))
        reason = f"{endpoint.host} has no model {model.name!r}; it lists {_in_words(model.name, names)}"
        return Doubt(is_missing=True, reason=reason)
    return None


def _says_unknown(error: CallError) -> bool:
    return isinstance(error, UnknownModelError) or (isinstance(error, AccessError) and error.status == _UNKNOWN)


def _short_account() -> Account:
    return Account(max_requests=1, clock=time.monotonic, deadline=time.monotonic() + _ANSWER_SECONDS)


def _in_words(name: str, names: tuple[str, ...]) -> str:
    """Name a few, those that come nearest first."""
    nearest = get_close_matches(name, names, _SHOWN)
    shown = [*nearest, *sorted(set(names) - set(nearest))][:_SHOWN]
    more = len(names) - len(shown)
    return ", ".join(map(repr, shown)) + (f" and {more} more" if more > 0 else "")
