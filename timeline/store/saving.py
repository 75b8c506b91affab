"""Keep an extraction: a version of its article, whose events become the listed ones."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import Connection, delete, func, insert, select, update

from timeline.domain.article import Article
from timeline.domain.timeline import Timeline
from timeline.store.aliases import longer_forms
from timeline.store.documents import identity, take_apart
from timeline.store.fulltext.full_text import Findable, FullText
from timeline.store.places import Standing, next_place, standing
from timeline.store.tables import articles, events, listed, versions
from timeline.store.terms import event_words


def save(connection: Connection, full_text: FullText, article: Article, timeline: Timeline, at: datetime) -> int:
    """Return the number of the version that holds `timeline`: a new one, unless there is one of the same identity."""
    key = _keep_article(connection, article, at)
    known = _find_version(connection, key, article, timeline)
    if known is not None:
        return known
    number = _next_number(connection, key)
    version = _keep_version(connection, (key, number), article, timeline, at)
    unlist(connection, full_text, key)
    _list_events(connection, full_text, version, timeline)
    connection.execute(update(articles).where(articles.c.key == key).values(current=number))
    return number


def unlist(connection: Connection, full_text: FullText, article: int) -> None:
    """Take the events of an article out of what queries walk through."""
    shown = select(versions.c.key).join(listed, listed.c.version == versions.c.key).where(versions.c.article == article)
    for version in connection.scalars(shown.distinct()).all():
        full_text.remove(connection, version)
        connection.execute(delete(listed).where(listed.c.version == version))


def _keep_article(connection: Connection, article: Article, at: datetime) -> int:
    """Return the key of the article, which is stored if it is new."""
    seen = update(articles).where(articles.c.id == article.id).values(last_stored=at).returning(articles.c.key)
    key: int | None = connection.scalar(seen)
    if key is not None:
        return key
    row = {
        "id": article.id,
        "text": article.text.encode(),
        "language": article.language.replace("\0", "\ufffd"),  # which PostgreSQL's text cannot hold
        "first_stored": at,
        "last_stored": at,
        "current": 1,
    }
    made: int = connection.execute(insert(articles).values(row).returning(articles.c.key)).scalar_one()
    return made


def _find_version(connection: Connection, article: int, given: Article, timeline: Timeline) -> int | None:
    """Return the version that makes `timeline` nothing new.

    A whole one does so for one of the same identity in which a part failed, but not the other way round.
    """
    for is_whole in (True, False) if timeline.failures else (True,):
        known = select(versions.c.number).where(
            versions.c.article == article, versions.c.identity == identity(given, timeline, is_whole=is_whole)
        )
        number: int | None = connection.scalar(known)
        if number is not None:
            return number
    return None


def _next_number(connection: Connection, article: int) -> int:
    highest: int | None = connection.scalar(select(func.max(versions.c.number)).where(versions.c.article == article))
    return (highest or 0) + 1


def _keep_version(
    connection: Connection, numbered: tuple[int, int], article: Article, timeline: Timeline, at: datetime
) -> int:
    parts = take_apart(timeline)
    row = {
        "article": numbered[0],
        "number": numbered[1],
        "identity": identity(article, timeline, is_whole=parts.is_whole),
        "at": at,
        **parts._asdict(),
    }
    version: int = connection.execute(insert(versions).values(row).returning(versions.c.key)).scalar_one()
    records = [
        {"version": version, "position": position, "id": event.id, "record": event.model_dump_json()}
        for position, event in enumerate(timeline.events)
    ]
    if records:
        connection.execute(insert(events), records)
    return version


def _list_events(connection: Connection, full_text: FullText, version: int, timeline: Timeline) -> None:
    placed = sorted(_placed(connection, timeline))
    rows = [
        {
            "place": place,
            "version": version,
            "position": position,
            "reach": at.reach,
            "type": timeline.events[position].type,
            "status": timeline.events[position].status,
        }
        for place, position, at in placed
    ]
    if rows:
        connection.execute(insert(listed), rows)
        names = longer_forms(timeline.events)
        full_text.add(
            connection,
            [
                Findable(
                    place=place,
                    reach=at.reach,
                    type=event.type,
                    status=event.status,
                    names=tuple(form for one in event.participants for form in names[one.name]),
                    words=event_words(event),
                )
                for place, position, at in placed
                for event in (timeline.events[position],)
            ],
        )


def _placed(connection: Connection, timeline: Timeline) -> Iterator[tuple[int, int, Standing]]:
    """Yield the place of each event, and its position in the timeline: behind those of the same days."""
    taken: dict[Standing, int] = {}
    for position, event in enumerate(timeline.events):
        at = standing(event.when, timeline.article.published)
        highest = taken[at] if at in taken else _highest(connection, at)
        taken[at] = next_place(at, highest)
        yield taken[at], position, at


def _highest(connection: Connection, at: Standing) -> int | None:
    taken = listed.c.place.between(at.lowest, at.highest)
    highest: int | None = connection.scalar(select(func.max(listed.c.place)).where(taken))
    return highest
