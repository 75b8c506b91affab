"""Where a model's replies come from: recordings in a folder for every article, the model, or both."""

from pathlib import Path

from pydantic import ValidationError

from evals.errors import StaleError
from timeline.llm.model import Model, close
from timeline.llm.recordings import RecordedModel, Recording, RecordingMode
from timeline.settings import read_settings
from timeline.wiring import open_configured_model

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

    async def close(self) -> None:
        """Close the model, where there is one."""
        if self._model is not None:
            await close(self._model)

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
    opened = open_configured_model(read_settings().with_model(model))
    return Replies(folder, mode=mode, name=opened.name, model=opened)


def has_recordings(folder: Path) -> bool:
    """Say whether a system was ever recorded."""
    return next(folder.glob("*/*.json"), None) is not None


def _recorded_name(folder: Path) -> str:
    names = {_model_of(path) for path in folder.glob("*/*.json")}
    if not names:
        raise StaleError(f"{folder}: no recordings; make them with --record")
    if len(names) > 1:
        raise StaleError(f"{folder}: recordings of several models ({', '.join(sorted(names))}); choose with --model")
    return names.pop()


def _model_of(path: Path) -> str:
    try:
        return Recording.model_validate_json(path.read_bytes()).request.model
    except ValidationError as error:
        raise StaleError(f"{path}: a broken recording; delete it and record again") from error
