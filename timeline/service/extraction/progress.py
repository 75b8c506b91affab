"""How far an extraction is: told by an engine that looks on while another one drafts."""

from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing

from pydantic import Field

from timeline.domain.annotated import AnnotatedArticle
from timeline.domain.draft import Draft, join_drafts
from timeline.engines.engine import Engine, StreamingEngine
from timeline.service.models.wire import Wire


class Progress(Wire):
    """How far an extraction is."""

    sentences: int = Field(description="sentences of the article that can prove an event")
    parts: int = Field(description="parts of the article that the engine has answered for")
    proposed: int = Field(description="records proposed so far; each will be accepted, merged or rejected")


class WatchedEngine:
    """Drafts as `engine` does, and tells the progress before the first part and after each."""

    def __init__(self, engine: Engine, tell: Callable[[Progress], None]) -> None:
        self._engine = engine
        self._tell = tell
        self.name = engine.name

    async def draft(self, article: AnnotatedArticle) -> Draft:
        """Return the whole proposal."""
        return join_drafts([part async for part in self.stream(article)])

    async def stream(self, article: AnnotatedArticle) -> AsyncGenerator[Draft]:
        """Yield the parts of the proposal."""
        sentences = sum(sentence.is_evidence for sentence in article.sentences)
        progress = Progress(sentences=sentences, parts=0, proposed=0)
        self._tell(progress)
        async with aclosing(self._parts(article)) as parts:
            async for part in parts:
                proposed = progress.proposed + len(part.events) + len(part.rejected)
                progress = Progress(sentences=sentences, parts=progress.parts + 1, proposed=proposed)
                self._tell(progress)
                yield part

    async def _parts(self, article: AnnotatedArticle) -> AsyncGenerator[Draft]:
        if not isinstance(self._engine, StreamingEngine):
            yield await self._engine.draft(article)
            return
        async with aclosing(self._engine.stream(article)) as parts:
            async for part in parts:
                yield part
