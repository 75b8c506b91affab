"""The baseline without the design: one plain prompt, the model's own dates and quotes, read as kindly as can be."""

from collections.abc import Iterator
from pathlib import Path

from pydantic import JsonValue

from evals.prediction import PredictedEvent, PredictedParticipant, PredictedRelation, Prediction
from timeline.domain.article import Article
from timeline.domain.span import Offsets
from timeline.domain.vocabulary import EventStatus, EventType, RelationKind, Role
from timeline.llm.json_text import find_items, find_list
from timeline.llm.messages import Message, ModelRequest
from timeline.prompting.library import load_prompt
from timeline.prompting.prompt import Prompt

Item = dict[str, JsonValue]


def naive_prompt() -> Prompt:
    """Read the prompt, which lies beside this file."""
    return load_prompt("naive", Path(__file__).parent)


def naive_request(prompt: Prompt, article: Article) -> ModelRequest:
    """Ask for the events of an article as anybody would."""
    content = prompt.render(
        "user",
        {
            "types": [value.value for value in EventType],
            "statuses": [value.value for value in EventStatus],
            "roles": [value.value for value in Role],
            "kinds": [value.value for value in RelationKind],
            "published": article.published.isoformat(),
            "text": article.text,
        },
    )
    return ModelRequest(messages=(Message(role="user", content=content),))


def read_naive(reply: str, article: Article, *, name: str) -> Prediction:
    """Read a reply: quotes are located by exact search, and what has no form of an event is counted as lost."""
    items = _list_of(reply, "events")
    events = tuple(_event(item, number, article.text) for number, item in enumerate(items, start=1) if _is_event(item))
    return Prediction(
        article=name,
        text=article.id,
        events=events,
        relations=tuple(_relations(reply)),
        characters=len(reply),
        lost=len(items) - len(events),
    )


def _list_of(reply: str, key: str) -> list[Item]:
    whole = find_list(reply, key)
    items = list(find_items(reply, key)) if whole is None else whole
    return [item if isinstance(item, dict) else {} for item in items]


def _is_event(item: Item) -> bool:
    return bool(_text(item, "title") or _text(item, "trigger"))


def _event(item: Item, number: int, text: str) -> PredictedEvent:
    quotes = _texts(item.get("quotes"))
    places = {quote: text.find(quote) for quote in quotes}
    return PredictedEvent(
        id=_text(item, "id") or f"e{number}",
        title=_text(item, "title"),
        type=_text(item, "type").lower(),
        status=_text(item, "status").lower(),
        when=_text(item, "date") or None,
        participants=tuple(_participants(item.get("participants"))),
        place=_text(item, "place") or None,
        sources=_texts(item.get("sources")),
        trigger=_text(item, "trigger"),
        evidence=tuple(Offsets(at, at + len(quote)) for quote, at in places.items() if at >= 0),
        unfound=tuple(quote for quote, at in places.items() if at < 0),
    )


def _participants(value: JsonValue) -> Iterator[PredictedParticipant]:
    for item in value if isinstance(value, list) else []:
        if isinstance(item, str) and item.strip():
            yield PredictedParticipant(name=item.strip(), role="")
        elif isinstance(item, dict) and _text(item, "name"):
            yield PredictedParticipant(name=_text(item, "name"), role=_text(item, "role").lower())


def _relations(reply: str) -> Iterator[PredictedRelation]:
    for item in _list_of(reply, "relations"):
        kind, source, target = (_text(item, key) for key in ("kind", "from", "to"))
        if kind and source and target:
            yield PredictedRelation(kind=kind.lower(), source=source, target=target)


def _text(item: Item, key: str) -> str:
    value = item.get(key)
    if isinstance(value, int):
        return str(value)
    return value.strip() if isinstance(value, str) else ""


def _texts(value: JsonValue) -> tuple[str, ...]:
    if isinstance(value, str):
        value = [value]
    texts = [item.strip() for item in value if isinstance(item, str)] if isinstance(value, list) else []
    return tuple(text for text in texts if text)
