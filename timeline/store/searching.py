"""Find events: the places first, in order and no more than a page of them, then what stands there."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, Row, Select, select, union_all

from timeline.domain.timeline import ArticleReference, Event, Relation
from timeline.store.cursor import read_cursor, write_cursor
from timeline.store.documents import read_event, read_reference, read_relations
from timeline.store.fulltext.full_text import FullText, Wanted
from timeline.store.places import EVERYWHERE, Stretch, last_day, stretches
from timeline.store.query import EventQuery
from timeline.store.stored import EventPage, ListedEvent
from timeline.store.tables import events, listed, versions
from timeline.store.terms import name_words, text_words

_EMPTY = EventPage(articles=(), events=(), relations=(), next=None)


def search(
    connection: Connection, full_text: FullText, query: EventQuery, *, limit: int, cursor: str | None
) -> EventPage:
    """Return a page of the events that the query asks for."""
    after = read_cursor(cursor) if cursor is not None else None
    asked = places_query(full_text, query, limit=limit + 1, after=after)
    if asked is None:
        return _EMPTY
    found = list(connection.scalars(asked))
    shown = found[:limit]
    return _page(connection, shown, write_cursor(shown[-1]) if len(found) > limit else None)


def places_query(full_text: FullText, query: EventQuery, *, limit: int, after: int | None) -> Select[int] | None:
    """Return the query for the first places behind `after`, or None where nothing can be found."""
    wanted = _wanted(query)
    if wanted is None:
        return None
    parts = [
        _bounded(full_text.places(stretch, wanted) if wanted.has_words else _from_index(stretch, wanted), limit)
        for stretch in _behind(after, _stretches(query, wanted))
    ]
    if not parts:
        return None
    merged = union_all(*parts).subquery()
    return select(merged.c.place).order_by(merged.c.place).limit(limit)


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


def _bounded(places: Select[int], limit: int) -> Select[int]:
    part = places.order_by("place").limit(limit).subquery()
    return select(part.c.place)


def _from_index(stretch: Stretch, wanted: Wanted) -> Select[int]:
    found = select(listed.c.place.label("place")).where(
        listed.c.reach == stretch.reach, listed.c.place.between(stretch.low, stretch.high)
    )
    if stretch.ends is not None:
        found = found.where(last_day(listed.c.place) >= stretch.ends)
    if wanted.type:
        found = found.where(listed.c.type == wanted.type)
    if wanted.status:
        found = found.where(listed.c.status == wanted.status)
    return found


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
