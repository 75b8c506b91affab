"""What goes to a model and what comes back: values without I/O, cheap to import."""

from enum import StrEnum
from functools import cached_property
from typing import Literal

from pydantic import Field, JsonValue

from timeline.domain.timeline import Usage
from timeline.domain.value import Value
from timeline.llm.json_text import find_list


class Message(Value):
    """One message of a conversation. Its content stays out of `repr`: it is article text."""

    role: Literal["system", "user", "assistant"]
    content: str = Field(repr=False)


class ReplySchema(Value):
    """The JSON Schema that a reply has to follow, in the subset that strict structured output allows.

    The reply is an object whose field `key` is the list of its items.
    """

    name: str
    key: str
    definition: dict[str, JsonValue] = Field(repr=False)


class Parameters(Value):
    """Sampling parameters. One that is None is not sent: newer models refuse some of them."""

    temperature: float | None = None
    max_output_tokens: int | None = None
    seed: int | None = None
    reasoning_effort: str | None = None


class ModelRequest(Value):
    """Everything that the model sees, but for its own name."""

    messages: tuple[Message, ...]
    reply: ReplySchema | None = None
    parameters: Parameters = Parameters()

    @property
    def characters(self) -> int:
        """How long the messages are together."""
        return sum(len(message.content) for message in self.messages)


class Finish(StrEnum):
    """Why a reply ended."""

    COMPLETE = "complete"
    TRUNCATED = "truncated"
    REFUSED = "refused"
    FILTERED = "filtered"


class ModelReply(Value):
    """One reply. `text` is what the model wrote, or the reason it gave where it refused."""

    text: str = Field(repr=False)
    finish: Finish = Finish.COMPLETE
    usage: Usage = Usage()

    def list_under(self, key: str) -> list[JsonValue] | None:
        """Return the list that the JSON in the text holds under `key`; several ask for it, and it is read once."""
        if key not in self._lists:
            self._lists[key] = find_list(self.text, key)
        return self._lists[key]

    @cached_property
    def _lists(self) -> dict[str, list[JsonValue] | None]:
        return {}
