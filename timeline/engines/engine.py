"""The seam between the pipeline and whatever proposes events."""

from collections.abc import AsyncGenerator
from typing import Protocol, runtime_checkable

from timeline.domain.annotated import AnnotatedArticle
from timeline.domain.draft import Draft


class Engine(Protocol):
    """Proposes the events of an article as pointers into it."""

    @property
    def name(self) -> str:
        """What provenance calls the engine: `rules` or `llm`."""
        ...

    async def draft(self, article: AnnotatedArticle) -> Draft:
        """Return the proposal. What could not be done is in its failures.

        Raises:
            ModelError: The model cannot be had at all.
        """
        ...


@runtime_checkable
class StreamingEngine(Engine, Protocol):
    """An engine that gives its proposal part by part."""

    def stream(self, article: AnnotatedArticle) -> AsyncGenerator[Draft]:
        """Yield the parts of the proposal in the order of the article; relations count the events of all parts.

        Raises:
            ModelError: The model cannot be had at all.
        """
        ...


@runtime_checkable
class Closable(Protocol):
    """An engine that holds connections or files."""

    async def aclose(self) -> None:
        """Let go of them, in the event loop that used them."""
        ...


async def close_engine(engine: Engine) -> None:
    """Close an engine that holds something."""
    if isinstance(engine, Closable):
        await engine.aclose()
