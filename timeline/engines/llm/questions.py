"""Prompts and an article become requests. The unchanging part stands first, so that providers can cache it."""

from pydantic import JsonValue

from timeline.domain.annotated import AnnotatedArticle
from timeline.domain.value import Value
from timeline.domain.vocabulary import EventStatus, EventType, RelationKind, Role
from timeline.engines.llm.chunks import Chunk, Line
from timeline.engines.llm.shown import shown
from timeline.engines.llm.wire import reply_schema
from timeline.llm.messages import Message, ModelRequest, Parameters
from timeline.prompting.prompt import Prompt

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Prompts(Value):
    """The prompts of the engine."""

    extract: Prompt

    @property
    def identities(self) -> dict[str, str]:
        """The identity of each, by name."""
        return {prompt.name: prompt.identity for prompt in (self.extract,)}


class Questions:
    """Writes the requests for articles."""

    def __init__(self, prompts: Prompts, parameters: Parameters) -> None:
        self._prompts = prompts
        self._parameters = parameters
        self._system = prompts.extract.render("system", _vocabulary())

    def read(self, article: AnnotatedArticle, chunk: Chunk) -> ModelRequest:
        """Ask for the events of a chunk."""
        return self._request(self._article_part(article, chunk))

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
        messages = (Message(role="system", content=self._system), Message(role="user", content=content))
        return ModelRequest(messages=messages, reply=reply_schema(), parameters=self._parameters)


def _text_of(lines: tuple[Line, ...]) -> str:
    return "\n".join(line.text for line in lines)


def _vocabulary() -> dict[str, JsonValue]:
    return {
        "types": [_entry(term, term.definition) for term in EventType],
        "statuses": [_entry(term, term.definition) for term in EventStatus],
        "roles": [_entry(term, term.definition) for term in Role],
        "relations": [_entry(term, term.definition) for term in RelationKind],
    }


def _entry(value: str, definition: str) -> JsonValue:
    return {"value": str(value), "definition": definition}
