"""Where a model's replies come from: recordings in a folder for every article, the model, or both."""

from pathlib import Path

from evals.errors import StaleError
from timeline.errors import ConfigurationError
from timeline.llm.limits import Limits
from timeline.llm.model import Model
from timeline.llm.opening import Endpoint, open_model
from timeline.llm.recordings import RecordedModel, Recording, RecordingMode
from timeline.settings import Settings, read_settings

RECORDINGS = Path(__file__).parent / "recordings"


class Replies:
    """The replies to one system. Every article has a folder of its own, named like it."""

    def __init__(self, folder: Path, *, mode: RecordingMode, name: str, model: Model | None = None) -> None:
        self.name = name
        self._folder = folder
        self._mode = mode
        self._model = model

    def for_article(self, article: str) -> RecordedModel:
        """Return the model as it answers about an article."""
        return RecordedModel(self._folder / article, mode=self._mode, model=self._model, name=self.name)

    def keep_what_was_used(self, model: RecordedModel) -> None:
        """Delete recordings that the article does not ask for any more, where the mode is to record."""
        if self._mode is RecordingMode.RECORD:
            for path in model.unused():
                path.unlink()


def open_replies(folder: Path, *, mode: RecordingMode, model: str | None) -> Replies:
    """Return the replies of a system. `model` names the model, None for the recorded or the configured one.

    Raises:
        StaleError: The mode is to replay, and there are no recordings, or they are of several models.
        ConfigurationError: The mode is to ask, and no model is configured.
    """
    if mode is RecordingMode.REPLAY:
        return Replies(folder, mode=mode, name=model or _recorded_name(folder))
    settings = read_settings().with_model(model)
    if not settings.has_model:
        raise ConfigurationError("no model is configured; set OPENAI_API_KEY or TIMELINE_BASE_URL, or use --replay")
    opened = open_model(_endpoint(settings))
    return Replies(folder, mode=mode, name=opened.name, model=opened)


def has_recordings(folder: Path) -> bool:
    """Say whether a system was ever recorded."""
    return next(folder.glob("*/*.json"), None) is not None


def _endpoint(settings: Settings) -> Endpoint:
    return Endpoint(
        model=settings.model,
        base_url=settings.base_url,
        api_key=settings.api_key,
        request_timeout=settings.request_timeout,
        attempts=settings.attempts,
        limits=Limits(
            concurrency=settings.concurrency,
            requests_per_minute=settings.requests_per_minute,
            tokens_per_minute=settings.tokens_per_minute,
        ),
        max_cost_usd=settings.max_cost,
        prices=settings.prices,
    )


def _recorded_name(folder: Path) -> str:
    names = {_model_of(path) for path in folder.glob("*/*.json")}
    if not names:
        raise StaleError(f"{folder}: no recordings; make them with --record")
    if len(names) > 1:
        raise StaleError(f"{folder}: recordings of several models ({', '.join(sorted(names))}); choose with --model")
    return names.pop()


def _model_of(path: Path) -> str:
    return Recording.model_validate_json(path.read_bytes()).request.model
