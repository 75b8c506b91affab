"""Prompts and an article become requests. The unchanging part stands first, so that providers can cache it."""

import json
from collections.abc import Sequence
from pathlib import Path

from pydantic import JsonValue

from timeline.domain.annotated import AnnotatedArticle
from timeline.domain.value import Value
from timeline.domain.vocabulary import EventStatus, EventType, RelationKind, Role
from timeline.engines.llm.chunks import Chunk, Lines
from timeline.engines.llm.parsing import Item
from timeline.engines.llm.records import Records
from timeline.engines.llm.shown import shown
from timeline.engines.llm.wire import reply_schema
from timeline.llm.messages import Message, ModelRequest, Parameters
from timeline.prompting.library import load_prompt
from timeline.prompting.prompt import Prompt

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_NEAR = 25
"""Records are shown with a question where they cite a sentence at most this far from the lines of it."""


class Prompts(Value):
    """The prompts of the engine."""

    extract: Prompt
    repair: Prompt
    coverage: Prompt

    @property
    def identities(self) -> dict[str, str]:
        """The identity of each, by name."""
        return {prompt.name: prompt.identity for prompt in (self.extract, self.repair, self.coverage)}


def load_prompts(directory: Path | None = None) -> Prompts:
    """Read the prompts of the engine from `directory`, or from where the package has them."""
    return Prompts(
        extract=load_prompt("extract", directory),
        repair=load_prompt("repair", directory),
        coverage=load_prompt("coverage", directory),
    )


class Questions:
    """Writes the requests for articles."""

    def __init__(self, prompts: Prompts, parameters: Parameters) -> None:
        self._prompts = prompts
        self._parameters = parameters
        self._system = Message(role="system", content=prompts.extract.render("system", _vocabulary()))

    def read(self, article: AnnotatedArticle, chunk: Chunk) -> ModelRequest:
        """Ask for the events of a chunk."""
        return self._request(self._article_part(article, chunk))

    def repair(self, article: AnnotatedArticle, chunk: Chunk, items: Sequence[Item]) -> ModelRequest:
        """Ask for items of the reply to a chunk once more."""
        faulty: list[JsonValue] = [
            {"id": item.id, "fault": item.fault, "json": json.dumps(item.raw, ensure_ascii=False)} for item in items
        ]
        request = self._prompts.repair.render("request", {"items": faulty})
        return self._request(f"{self._article_part(article, chunk)}\n\n{request}")

    def cover(self, article: AnnotatedArticle, records: Records, chunk: Chunk) -> ModelRequest:
        """Ask about the lines of a chunk that none of the records cites; `context` holds the lines before each."""
        around = Chunk(dict(sorted({**chunk.lines, **chunk.context}.items())))
        near = range(around.numbers[0] - _NEAR, around.numbers[-1] + _NEAR + 1)
        listed: list[JsonValue] = [
            {"id": place, "title": record.title, "sentences": list(record.evidence)}
            for place, record in records.citing(near)
        ]
        variables: dict[str, JsonValue] = {
            "records": listed,
            "asked": list(chunk.numbers),
            "next_id": len(records) + 1,
        }
        request = self._prompts.coverage.render("request", variables)
        return self._request(f"{self._article_part(article, around)}\n\n{request}")

    def _article_part(self, article: AnnotatedArticle, chunk: Chunk) -> str:
        about = article.article
        return self._prompts.extract.render(
            "article",
            {
                "published": f"{_WEEKDAYS[about.published.weekday()]} {about.published.isoformat()}",
                "title": shown(about.title or ""),
                "source": shown(about.source or ""),
                "people": list(chunk.people),
                "context": _text_of(chunk.context),
                "lines": _text_of(chunk.lines),
            },
        )

    def _request(self, content: str) -> ModelRequest:
        messages = (self._system, Message(role="user", content=content))
        return ModelRequest(messages=messages, reply=reply_schema(), parameters=self._parameters)


def _text_of(lines: Lines) -> str:
    return "\n".join(lines.values())


def _vocabulary() -> dict[str, JsonValue]:
    return {
        "types": [_entry(term, term.definition) for term in EventType],
        "statuses": [_entry(term, term.definition) for term in EventStatus],
        "roles": [_entry(term, term.definition) for term in Role],
        "relations": [_entry(term, term.definition) for term in RelationKind],
    }


def _entry(value: str, definition: str) -> JsonValue:
    return {"value": str(value), "definition": definition}
