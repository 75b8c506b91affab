"""Find events: the places first, in order and no more than a page of them, then what stands there."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from sqlalchemy import Connection, Integer, Row, Select, bindparam, select, union_all

from timeline.domain.timeline import ArticleReference, Event, Relation
from timeline.store.cursor import read_cursor, write_cursor
from timeline.store.documents import read_event, read_reference, read_relations
from timeline.store.fulltext.full_text import FullText, Wanted
from timeline.store.listing import from_index
from timeline.store.places import EVERYWHERE, Stretch, stretches
from timeline.store.query import EventQuery
from timeline.store.shape import Part, Shape
from timeline.store.stored import EventPage, ListedEvent
from timeline.store.tables import events, listed, versions
from timeline.store.terms import name_words, text_words

_EMPTY = EventPage(articles=(), events=(), relations=(), next=None)
_LIMIT = bindparam("limit", type_=Integer)


class Asked(NamedTuple):
    """A statement for places, and its parameters."""

    statement: Select[int]
    parameters: dict[str, object]


def search(
    connection: Connection, full_text: FullText, query: EventQuery, *, limit: int, cursor: str | None
) -> EventPage:
    """Return a page of the events that the query asks for."""
    after = read_cursor(cursor) if cursor is not None else None
    asked = ask(full_text, query, limit=limit + 1, after=after)
    if asked is None:
        return _EMPTY
    found = list(connection.scalars(asked.statement, asked.parameters))
    shown = found[:limit]
    return _page(connection, shown, write_cursor(shown[-1]) if len(found) > limit else None)


def ask(full_text: FullText, query: EventQuery, *, limit: int, after: int | None) -> Asked | None:
    """Return what asks for the first places behind `after`, or None where nothing can be found."""
    wanted = _wanted(query)
    if wanted is None:
        return None
    walked = list(_behind(after, _stretches(query, wanted)))
    if not walked:
        return None
    parts = tuple(
        Part(number, stretch.reach is not None, stretch.ends is not None) for number, stretch in enumerate(walked)
    )
    parameters: dict[str, object] = {"limit": limit, "type": wanted.type, "status": wanted.status}
    for part, stretch in zip(parts, walked, strict=True):
        parameters |= {part.key(name): value for name, value in stretch._asdict().items()}
        if wanted.has_words:
            parameters |= full_text.parameters(part, stretch, wanted)
    shape = Shape(parts, wanted.type is not None, wanted.status is not None, bool(wanted.name), bool(wanted.words))
    return Asked(_statement(full_text, shape), parameters)


@lru_cache(maxsize=1024)
def _statement(full_text: FullText, shape: Shape) -> Select[int]:
    """Return the statement that merges the stretches of a query in order, each no further than a page goes."""
    has_words = shape.has_name or shape.has_words
    parts = [full_text.places(part, shape) if has_words else from_index(part, shape) for part in shape.parts]
    bounded = [part.order_by("place").limit(_LIMIT).subquery() for part in parts]
    merged = union_all(*(select(part.c.place) for part in bounded)).subquery()
    return select(merged.c.place).order_by(merged.c.place).limit(_LIMIT)


def _wanted(query: EventQuery) -> Wanted | None:
    """Return the words asked for, or None where something is asked that has no word."""
    name, words = _given(query.about), _given(query.text)
    wanted = Wanted(name_words(name or ""), text_words(words or ""), query.type, query.status)
    is_wordless = (name is not None and not wanted.name) or (words is not None and not wanted.words)
    return None if is_wordless else wanted


def _given(value: str | None) -> str | None:
    return value if value and value.strip() else None


def _stretches(query: EventQuery, wanted: Wanted) -> list[Stretch]:
    if query.has_period:
        return stretches(query.start, query.end, undated=query.undated)
    return [EVERYWHERE] if wanted.has_words else stretches(None, None, undated=True)


def _behind(after: int | None, wanted: Iterable[Stretch]) -> Iterator[Stretch]:
    """Yield what lies behind a place."""
    for stretch in wanted:
        low = stretch.low if after is None else max(stretch.low, after + 1)
        if low <= stretch.high:
            yield stretch._replace(low=low)


class _Origin(NamedTuple):
    reference: ArticleReference
    relations: tuple[Relation, ...]


def _page(connection: Connection, places: Sequence[int], next_cursor: str | None) -> EventPage:
    rows = connection.execute(
        select(listed.c.version, events.c.record)
        .join(events, (events.c.version == listed.c.version) & (events.c.position == listed.c.position))
        .where(listed.c.place.in_(places))
        .order_by(listed.c.place)
    ).all()
    origins = _origins(connection, rows)
    shown = [_listed(read_event(record), origins[version].reference.id) for version, record in rows]
    ids = {event.id for event in shown}
    return EventPage(
        articles=tuple(origin.reference for origin in origins.values()),
        events=tuple(shown),
        relations=tuple(
            relation
            for origin in origins.values()
            for relation in origin.relations
            if relation.source in ids or relation.target in ids
        ),
        next=next_cursor,
    )


def _listed(event: Event, article: str) -> ListedEvent:
    """Return an event with its article; its fields have just been read, so they are not validated again."""
    return ListedEvent.model_construct(**event.__dict__, article=article)


def _origins(connection: Connection, rows: Sequence[Row[int, str]]) -> dict[int, _Origin]:
    """Return the article and the relations of each version, in the order of their first event."""
    wanted = list(dict.fromkeys(version for version, _ in rows))
    read = select(versions.c.key, versions.c.reference, versions.c.relations).where(versions.c.key.in_(wanted))
    found = {
        key: _Origin(read_reference(reference), read_relations(relations))
        for key, reference, relations in connection.execute(read)
    }
    return {version: found[version] for version in wanted}
