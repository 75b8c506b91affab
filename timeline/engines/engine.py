"""The seam between the pipeline and whatever proposes events."""

from typing import Protocol

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
