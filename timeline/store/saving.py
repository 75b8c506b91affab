"""Keep an extraction: a version of its article, whose events become the listed ones."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from timeline.domain.article import Article
from timeline.domain.timeline import Event, Timeline
from timeline.store.aliases import longer_forms
from timeline.store.documents import Parts, identity, read_event, read_reference, take_apart
from timeline.store.fulltext.full_text import Findable, FullText
from timeline.store.places import Standing, next_place, standing
from timeline.store.tables import articles, events, listed, versions
from timeline.store.terms import event_words

_SEE_ARTICLE = (
    update(articles)
    .where(articles.c.id == bindparam("seen"))
    .values(last_stored=bindparam("at"))
    .returning(articles.c.key, articles.c.current)
)
_KEEP_ARTICLE = insert(articles).returning(articles.c.key, articles.c.current)
_KNOWN = select(versions.c.key, versions.c.number, versions.c.reference).where(
    versions.c.article == bindparam("article"), versions.c.identity == bindparam("identity")
)
_RECORDS = select(events.c.record).where(events.c.version == bindparam("of")).order_by(events.c.position)
_NEWEST = select(func.max(versions.c.number)).where(versions.c.article == bindparam("article"))
_KEEP_VERSION = insert(versions).returning(versions.c.key)
_KEEP_EVENTS = insert(events)
_SHOWN = (
    select(versions.c.key)
    .where(versions.c.article == bindparam("article"))
    .where(select(listed.c.place).where(listed.c.version == versions.c.key).exists())
)
_UNLIST = delete(listed).where(listed.c.version == bindparam("shown"))
_HIGHEST = select(func.max(listed.c.place)).where(listed.c.place.between(bindparam("lowest"), bindparam("highest")))
_LIST = insert(listed)
_MAKE_CURRENT = update(articles).where(articles.c.key == bindparam("article")).values(current=bindparam("number"))


class _Prepared(NamedTuple):
    """An event as it is stored, but for what depends on the others in the store."""

    event: Event
    record: str
    at: Standing
    names: tuple[tuple[str, ...], ...]
    words: tuple[str, ...]


class _Kept(NamedTuple):
    """A stored article, and the number of its current version."""

    key: int
    current: int


class _Known(NamedTuple):
    """A stored version, and the reference of its timeline as it is written."""

    key: int
    number: int
    reference: str


class Extraction(NamedTuple):
    """An extraction that is made ready to be saved, so that nobody waits for that while it is.

    `identities` are those that make it nothing new: its own, and where a part of it failed, that of a whole one first.
    """

    article: Article
    at: datetime
    identities: tuple[str, ...]
    parts: Parts
    events: tuple[_Prepared, ...]


def prepare(article: Article, timeline: Timeline, at: datetime) -> Extraction:
    """Return what is to be saved."""
    kinds = (True, False) if timeline.failures else (True,)
    return Extraction(
        article=article,
        at=at,
        identities=tuple(identity(article, timeline, is_whole=is_whole) for is_whole in kinds),
        parts=take_apart(timeline),
        events=_prepared(timeline.events, timeline.article.published),
    )


def save(connection: Connection, full_text: FullText, extraction: Extraction) -> int:
    """Return the number of the version that holds the extraction: a new one, unless there is one of its identity.

    Either way it is the current one from now on, and its events are the listed ones.
    """
    article = _keep_article(connection, extraction)
    known = _find_version(connection, article.key, extraction)
    if known is None:
        newest: int | None = connection.scalar(_NEWEST, {"article": article.key})
        number = (newest or 0) + 1
        version, told = _keep_version(connection, article.key, number, extraction), extraction.events
    elif known.number == article.current:
        return known.number
    else:
        version, number, told = known.key, known.number, _stored_events(connection, known)
    unlist(connection, full_text, article.key)
    _list_events(connection, full_text, version, told)
    connection.execute(_MAKE_CURRENT, {"article": article.key, "number": number})
    return number


def unlist(connection: Connection, full_text: FullText, article: int) -> None:
    """Take the events of an article out of what queries walk through."""
    for version in connection.scalars(_SHOWN, {"article": article}).all():
        full_text.remove(connection, version)
        connection.execute(_UNLIST, {"shown": version})


def _prepared(told: Sequence[Event], published: date) -> tuple[_Prepared, ...]:
    names = longer_forms(told)
    return tuple(
        _Prepared(
            event=event,
            record=event.model_dump_json(),
            at=standing(event.when, published),
            names=tuple(form for one in event.participants for form in names[one.name]),
            words=event_words(event),
        )
        for event in told
    )


def _keep_article(connection: Connection, extraction: Extraction) -> _Kept:
    """Return the article, which is stored if it is new."""
    article, at = extraction.article, extraction.at
    seen = connection.execute(_SEE_ARTICLE, {"seen": article.id, "at": at}).one_or_none()
    if seen is not None:
        return _Kept(*seen)
    row = {
        "id": article.id,
        "text": article.text.encode(),
        "language": article.language.replace("\0", "\ufffd"),  # which PostgreSQL's text cannot hold
        "first_stored": at,
        "last_stored": at,
        "current": 1,
    }
    return _Kept(*connection.execute(_KEEP_ARTICLE, row).one())


def _find_version(connection: Connection, article: int, extraction: Extraction) -> _Known | None:
    """Return the version that makes the extraction nothing new."""
    for one in extraction.identities:
        found = connection.execute(_KNOWN, {"article": article, "identity": one}).one_or_none()
        if found is not None:
            return _Known(*found)
    return None


def _stored_events(connection: Connection, version: _Known) -> tuple[_Prepared, ...]:
    """Return the events of a version as they were saved: a model may have found others this time."""
    records = connection.scalars(_RECORDS, {"of": version.key})
    published = read_reference(version.reference).published
    return _prepared([read_event(record) for record in records], published)


def _keep_version(connection: Connection, article: int, number: int, extraction: Extraction) -> int:
    own = {"article": article, "number": number, "identity": extraction.identities[-1], "at": extraction.at}
    version: int = connection.execute(_KEEP_VERSION, {**own, **extraction.parts._asdict()}).scalar_one()
    records = [
        {"version": version, "position": position, "id": one.event.id, "record": one.record}
        for position, one in enumerate(extraction.events)
    ]
    if records:
        connection.execute(_KEEP_EVENTS, records)
    return version


def _list_events(connection: Connection, full_text: FullText, version: int, told: Sequence[_Prepared]) -> None:
    placed = sorted(_placed(connection, told))
    if not placed:
        return
    rows, findable = [], []
    for place, position in placed:
        one = told[position]
        kind = {"reach": one.at.reach, "type": one.event.type, "status": one.event.status}
        rows.append({"place": place, "version": version, "position": position, **kind})
        findable.append(Findable(place, one.at.reach, one.event.type, one.event.status, one.names, one.words))
    connection.execute(_LIST, rows)
    full_text.add(connection, findable)


def _placed(connection: Connection, told: Sequence[_Prepared]) -> Iterator[tuple[int, int]]:
    """Yield the place of each event, behind those of the same days, and its position in the timeline."""
    taken: dict[Standing, int] = {}
    for position, one in enumerate(told):
        highest = taken[one.at] if one.at in taken else _highest(connection, one.at)
        taken[one.at] = next_place(one.at, highest)
        yield taken[one.at], position


def _highest(connection: Connection, at: Standing) -> int | None:
    highest: int | None = connection.scalar(_HIGHEST, {"lowest": at.lowest, "highest": at.highest})
    return highest
