"""What the model sees, as hashes: the key of caches and recordings, and what a miss is explained by."""

import hashlib
import json
from collections.abc import Iterable
from functools import cached_property

from pydantic import JsonValue

from timeline.domain.value import Value
from timeline.llm.messages import ModelRequest, Parameters


class MessagePrint(Value):
    """A message by its hash."""

    role: str
    sha256: str
    characters: int


class Fingerprint(Value):
    """Everything that the model sees: its name, the messages, the schema of the reply and the parameters."""

    model: str
    messages: tuple[MessagePrint, ...]
    schema_sha256: str | None
    parameters: Parameters

    @cached_property
    def key(self) -> str:
        """The SHA-256 of all of it."""
        return _sha256(_canonical(self.model_dump(mode="json")))

    def differences(self, other: "Fingerprint") -> tuple[str, ...]:
        """Say in what this differs from `other`, the older one."""
        return (
            *_changes("model", other.model, self.model),
            *self._differences_of_messages(other),
            *_changes("schema of the reply", other.schema_sha256, self.schema_sha256),
            *_changes_of_parameters(other.parameters, self.parameters),
        )

    def distance(self, other: "Fingerprint") -> tuple[int, int]:
        """Return in how many things this differs from `other`, and by how many characters the messages do."""
        characters = sum(
            abs(new.characters - old.characters) for old, new in zip(other.messages, self.messages, strict=False)
        )
        return len(self.differences(other)), characters

    def _differences_of_messages(self, other: "Fingerprint") -> Iterable[str]:
        if len(self.messages) != len(other.messages):
            yield f"number of messages: {len(other.messages)} → {len(self.messages)}"
        for position, (old, new) in enumerate(zip(other.messages, self.messages, strict=False), start=1):
            if old != new:
                yield f"message {position} ({new.role}): {old.characters} → {new.characters} characters"


def fingerprint_of(model: str, request: ModelRequest) -> Fingerprint:
    """Return the fingerprint of a request to `model`."""
    return Fingerprint(
        model=model,
        messages=tuple(
            MessagePrint(role=message.role, sha256=_sha256(message.content), characters=len(message.content))
            for message in request.messages
        ),
        schema_sha256=None if request.reply is None else _sha256(_canonical(request.reply.model_dump(mode="json"))),
        parameters=request.parameters,
    )


def explain_miss(missed: Fingerprint, stored: Iterable[Fingerprint]) -> str:
    """Say how a request differs from the nearest one that is stored."""
    nearest = min((other for other in stored if other.key != missed.key), key=missed.distance, default=None)
    if nearest is None:
        return "nothing else is stored"
    return "the nearest one stored differs in " + "; ".join(missed.differences(nearest))


def _changes(what: str, old: str | None, new: str | None) -> Iterable[str]:
    if old != new:
        yield f"{what}: {_short(old)} → {_short(new)}"


def _changes_of_parameters(old: Parameters, new: Parameters) -> Iterable[str]:
    before, after = old.model_dump(), new.model_dump()
    return (f"{name}: {before[name]} → {after[name]}" for name in after if before[name] != after[name])


def _short(value: str | None) -> str:
    return "none" if value is None else value if len(value) < 64 else value[:12]


def _canonical(value: JsonValue) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=True, separators=(",", ":"))


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()
