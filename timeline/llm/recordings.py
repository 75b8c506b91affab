"""Replies in files that are committed, so that evals run without a key and without a network.

Each file is named by the key of its request and holds the fingerprint of the request and the reply.
"""

import json
from enum import StrEnum
from pathlib import Path

from pydantic import ValidationError

from timeline.domain.value import Value
from timeline.errors import ConfigurationError
from timeline.llm.account import Account
from timeline.llm.fingerprint import Fingerprint, explain_miss, fingerprint_of
from timeline.llm.messages import ModelReply, ModelRequest
from timeline.llm.model import Model, close


class RecordingMode(StrEnum):
    """Where replies come from: files only, files and else the model, or the model only."""

    REPLAY = "replay"
    RECORD = "record"
    LIVE = "live"


class StaleRecordingError(ConfigurationError):
    """A request was not recorded; the message says in what it differs from the nearest that was."""


class Recording(Value):
    """A request by its fingerprint, and its reply."""

    request: Fingerprint
    reply: ModelReply


class RecordedModel:
    """Replays the replies of a folder, and records those that are missing where the mode says so.

    Without a model behind it, it can only replay; `name` is then the name of the model that was recorded.
    """

    def __init__(self, directory: Path, *, mode: RecordingMode, model: Model | None = None, name: str = "") -> None:
        if model is None and mode is not RecordingMode.REPLAY:
            raise ConfigurationError(f"mode {mode.value!r} needs a model; set OPENAI_API_KEY or TIMELINE_BASE_URL")
        self._directory = directory
        self._mode = mode
        self._model = model
        self._name = name or (model.name if model is not None else "")
        self._used: set[str] = set()

    @property
    def name(self) -> str:
        """The name of the model."""
        return self._name

    async def aclose(self) -> None:
        """Close the model behind."""
        if self._model is not None:
            await close(self._model)

    def unused(self) -> tuple[Path, ...]:
        """Return the recordings that no request has used so far."""
        return tuple(sorted(path for path in self._directory.glob("*.json") if path.stem not in self._used))

    async def ask(self, request: ModelRequest, account: Account) -> ModelReply:
        """Return the reply to the request; a recorded one is counted as it was when it was recorded.

        Raises:
            StaleRecordingError: It is not recorded, and the mode is to replay.
            CallError: The model gave no reply.
        """
        fingerprint = fingerprint_of(self.name, request)
        self._used.add(fingerprint.key)
        path = self._directory / f"{fingerprint.key}.json"
        if self._mode is not RecordingMode.LIVE and path.exists():
            reply = _read(path).reply
            account.open_request(is_retry=False)
            account.add(reply.usage)
            return reply
        if self._model is None or self._mode is RecordingMode.REPLAY:
            raise StaleRecordingError(self._explain(fingerprint))
        reply = await self._model.ask(request, account)
        if self._mode is RecordingMode.RECORD:
            self._write(path, Recording(request=fingerprint, reply=reply))
        return reply

    def _explain(self, missed: Fingerprint) -> str:
        stored = (_read(path).request for path in sorted(self._directory.glob("*.json")))
        return (
            f"no recording {missed.key[:12]}… in {self._directory.name!r}: {explain_miss(missed, stored)}; "
            "record again, with a model configured"
        )

    def _write(self, path: Path, recording: Recording) -> None:
        self._directory.mkdir(parents=True, exist_ok=True)
        content = json.dumps(recording.model_dump(mode="json"), indent=1, ensure_ascii=False, sort_keys=True)
        partial = path.with_suffix(".partial")
        partial.write_text(content + "\n", encoding="utf-8")
        partial.replace(path)


def _read(path: Path) -> Recording:
    try:
        return Recording.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise ConfigurationError(f"recording {path.name!r} cannot be read; delete it and record again") from error
