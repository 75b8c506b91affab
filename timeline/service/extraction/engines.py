"""The engines in use: each is opened when it is first asked for, and serves all requests."""

import threading

from timeline.domain.article import Article
from timeline.domain.timeline import Timeline
from timeline.engines.engine import Engine, close_engine
from timeline.llm.allowance import Allowance
from timeline.llm.calls import Observer
from timeline.pipeline import extract_timeline, traced
from timeline.processes import Processes
from timeline.service.extraction.loop import ExtractionLoop
from timeline.settings import Settings
from timeline.wiring import EngineName, choose_engine, resolve_engine_name


class Engines:
    """Opens the engines that the settings allow; `loop` is where they are to be used.

    `observer` is told of every request to a model, as it ended; `allowance` is what the models share with the jobs.
    """

    def __init__(self, settings: Settings, *, observer: Observer, allowance: Allowance | None = None) -> None:
        self._observer = observer
        self._allowance = allowance
        self._opening = threading.Lock()
        self.loop = ExtractionLoop()
        self._settings = settings
        self._open: dict[EngineName, Engine] = {}
        self._processes = Processes(settings.processes) if settings.processes else None

    def get(self, asked: EngineName) -> Engine:
        """Return the engine asked for.

        Raises:
            ConfigurationError: No model is configured for it.
        """
        name = resolve_engine_name(asked, self._settings)
        with self._opening:
            if name not in self._open:
                self._open[name] = choose_engine(
                    name, self._settings, observer=self._observer, allowance=self._allowance
                )
            return self._open[name]

    async def extract(self, article: Article, engine: Engine) -> Timeline:
        """Return the timeline of an article: by the rules in a process for it, else in the loop.

        Raises:
            UnreadableInputError: The article has no text.
            ModelError: The engine's model cannot be had at all.
        """
        if engine.name == EngineName.RULES and self._processes is not None:
            return await traced(article, engine.name, self._processes.extract(article))
        return await self.loop.run(extract_timeline(article, engine))

    async def aclose(self) -> None:
        """Close those that were opened, their loop and their processes."""
        if self._processes is not None:
            await self._processes.aclose()
        while self._open:
            _, engine = self._open.popitem()
            await self.loop.run(close_engine(engine))
        await self.loop.aclose()
