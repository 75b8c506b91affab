"""The seam to a language model: one question, one reply."""

from typing import Protocol, runtime_checkable

from timeline.llm.account import Account
from timeline.llm.messages import ModelReply, ModelRequest


class Model(Protocol):
    """Answers requests. What a request costs is counted on the account that comes with it."""

    @property
    def name(self) -> str:
        """The model's name, as provenance gives it."""
        ...

    async def ask(self, request: ModelRequest, account: Account) -> ModelReply:
        """Return the model's reply.

        Raises:
            CallError: There is none; the class says why.
        """
        ...


@runtime_checkable
class Closable(Protocol):
    """A model that holds connections or files."""

    async def aclose(self) -> None:
        """Let go of them."""
        ...


async def close(model: Model) -> None:
    """Close a model that holds something."""
    if isinstance(model, Closable):
        await model.aclose()
