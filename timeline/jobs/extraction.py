"""One article of a job from its input to its timeline on the shelf: whatever goes wrong is an outcome, not an end."""

import asyncio
import logging
import traceback
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import TypeAlias

from timeline.domain.article import Article
from timeline.domain.timeline import Timeline
from timeline.domain.vocabulary import FailureKind
from timeline.engines.engine import Engine, close_engine
from timeline.errors import ConfigurationError, InputError, ModelError, NoPublicationDateError, StoreError
from timeline.jobs.outage import Outage
from timeline.jobs.reading import PageFetcher, find_text_id, read_item
from timeline.jobs.shelf import Shelf
from timeline.pipeline import extract_timeline
from timeline.store.job_values import BegunItem, Outcome, Ticket

_LOG = logging.getLogger(__name__)
_LONGEST_MESSAGE = 1000

OpenEngine: TypeAlias = Callable[[str, str | None], Engine]
"""Opens the engine of a name, with the model of a name where one is given."""

Watch: TypeAlias = Callable[[str], AbstractContextManager[Callable[[Timeline], None]]]
"""Stands around an extraction by the engine of a name; what it gives is told the timeline."""

NoteText: TypeAlias = Callable[[Ticket, str], None]
"""Notes by which id the text of an article is found."""

INPUT = "input"
"""The kind of error of an article that cannot be read."""
MODEL = "model"
"""The kind of error that is not the article's: it may go well once the model is back."""
_KINDS: tuple[tuple[type[Exception], str], ...] = (
    (InputError, INPUT),
    (ConfigurationError, "configuration"),
    (ModelError, MODEL),
)


class Extraction:
    """Extracts articles of at most `longest` characters, each engine opened once. It belongs to one event loop."""

    def __init__(
        self,
        open_engine: OpenEngine,
        shelf: Shelf,
        *,
        note_text: NoteText,
        fetcher: PageFetcher | None = None,
        longest: int | None = None,
        watch: Watch | None = None,
    ) -> None:
        self._open_engine = open_engine
        self._shelf = shelf
        self._note_text = note_text
        self._fetcher = fetcher
        self._longest = longest
        self._watch = watch
        self._engines: dict[tuple[str, str | None], Engine] = {}
        self.outage = Outage()

    async def run(self, ticket: Ticket, item: BegunItem) -> Outcome:
        """Extract an article and put its timeline on the shelf.

        Raises:
            StoreError: The shelf cannot be had.
        """
        try:
            article = self._checked(await self._read(ticket, item))
            timeline = await self._extracted(article, self._engine(item))
            if _is_out_of_money(timeline):
                self.outage.note_error(timeline.failures[0].message)
                return _failed(MODEL, timeline.failures[0].message)
            outcome = await self._kept(ticket, item, article, timeline)
        except StoreError as error:
            self.outage.note_error(str(error))
            raise
        except tuple(kind for kind, _ in _KINDS) as error:
            if isinstance(error, ModelError):
                self.outage.note_error(str(error), error.__cause__)
            return _failed(next(name for kind, name in _KINDS if isinstance(error, kind)), str(error))
        except Exception as error:  # noqa: BLE001 - a fault of ours in one article ends no job
            where = "".join(traceback.format_tb(error.__traceback__))  # without its message, which may hold text
            _LOG.error("article failed job=%s number=%d error=%s\n%s", *ticket[:2], type(error).__qualname__, where)
            return _failed("internal", f"the program failed: {type(error).__name__}; its log has the cause")
        self.outage.note_success()
        return outcome

    async def aclose(self) -> None:
        """Close the engines."""
        engines, self._engines = self._engines, {}
        for engine in engines.values():
            await close_engine(engine)

    async def _read(self, ticket: Ticket, item: BegunItem) -> Article:
        """Read the article; whose text it is gets noted, so that it is found even if nothing comes of the article."""
        try:
            article = await read_item(item, self._fetcher)
        except NoPublicationDateError:
            await self._note(ticket, item, await asyncio.to_thread(find_text_id, item))
            raise
        await self._note(ticket, item, article.id)
        return article

    async def _note(self, ticket: Ticket, item: BegunItem, text_id: str | None) -> None:
        if text_id not in {None, item.text_id}:
            await asyncio.to_thread(self._note_text, ticket, text_id)

    async def _extracted(self, article: Article, engine: Engine) -> Timeline:
        if self._watch is None:
            return await extract_timeline(article, engine)
        with self._watch(engine.name) as tell:
            timeline = await extract_timeline(article, engine)
            tell(timeline)
        return timeline

    def _checked(self, article: Article) -> Article:
        if self._longest is not None and len(article.text) > self._longest:
            raise InputError(f"the article has {len(article.text)} characters; at most {self._longest} are taken")
        return article

    def _engine(self, item: BegunItem) -> Engine:
        name = (item.engine, item.model)
        if name not in self._engines:
            self._engines[name] = self._open_engine(*name)
        return self._engines[name]

    async def _kept(self, ticket: Ticket, item: BegunItem, article: Article, timeline: Timeline) -> Outcome:
        kept = await asyncio.to_thread(self._shelf.keep, ticket, item.name, article, timeline)
        return Outcome(
            article=kept.article,
            version=kept.version,
            events=len(timeline.events),
            failures=len(timeline.failures),
            requests=timeline.provenance.requests,
            cost_usd=timeline.provenance.usage.cost_usd,
        )


def _is_out_of_money(timeline: Timeline) -> bool:
    """Say whether the spending cap left an article without a word from the model."""
    failures = timeline.failures
    return not timeline.events and bool(failures) and all(one.kind is FailureKind.BUDGET for one in failures)


def _failed(kind: str, message: str) -> Outcome:
    return Outcome(error_kind=kind, error=message[:_LONGEST_MESSAGE])
