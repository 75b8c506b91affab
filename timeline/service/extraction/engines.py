"""The engines in use: each is opened when it is first asked for, and serves all requests."""

import threading

from timeline.engines.engine import Engine, close_engine
from timeline.llm.allowance import Allowance
from timeline.llm.calls import Observer
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

    async def aclose(self) -> None:
        """Close those that were opened, and their loop."""
        while self._open:
            _, engine = self._open.popitem()
            await self.loop.run(close_engine(engine))
        await self.loop.aclose()
