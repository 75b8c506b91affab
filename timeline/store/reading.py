"""Read an article, one of its timelines, or one event."""

from typing import Any

from sqlalchemy import Connection, Row, func, select
from sqlalchemy.sql.elements import ColumnElement

from timeline.domain.timeline import Timeline
from timeline.store.documents import (
    Parts,
    put_together,
    read_event,
    read_provenance,
    read_reference,
    read_relations,
)
from timeline.store.stored import Holdings, SavedVersion, StoredArticle, StoredEvent
from timeline.store.tables import articles, events, listed, versions

VERSION = (
    articles.c.id,
    articles.c.current,
    versions.c.number,
    versions.c.at,
    versions.c.is_whole,
    versions.c.reference,
    versions.c.provenance,
)
"""What `saved_version` wants of a row."""
IS_CURRENT: ColumnElement[bool] = versions.c.number == articles.c.current


def read_timeline(connection: Connection, article_id: str, version: int | None) -> Timeline | None:
    """Return the timeline of an article in a version, the current one unless another is named."""
    columns = [versions.c[name] for name in Parts._fields]
    row = connection.execute(
        select(versions.c.key, articles.c.text, *columns)
        .join(articles)
        .where(articles.c.id == article_id, IS_CURRENT if version is None else versions.c.number == version)
    ).one_or_none()
    if row is None:
        return None
    key, text, *parts = row
    records = connection.scalars(select(events.c.record).where(events.c.version == key).order_by(events.c.position))
    return put_together(Parts(*parts), list(records), text.decode())


def read_article(connection: Connection, article_id: str) -> StoredArticle | None:
    """Return an article with all its versions."""
    row = connection.execute(select(articles).where(articles.c.id == article_id)).one_or_none()
    if row is None:
        return None
    kept = connection.execute(
        select(*VERSION).join(articles).where(versions.c.article == row.key).order_by(versions.c.number)
    ).all()
    reference = next(read_reference(one.reference) for one in kept if one.number == row.current)
    return StoredArticle(
        reference=reference,
        text=row.text.decode(),
        language=row.language,
        first_stored=row.first_stored,
        last_stored=row.last_stored,
        versions=tuple(saved_version(one) for one in kept),
        current=row.current,
    )


def read_version(connection: Connection, article_id: str, number: int) -> SavedVersion:
    """Return one version of an article that has it."""
    one = select(*VERSION).join(articles).where(articles.c.id == article_id, versions.c.number == number)
    return saved_version(connection.execute(one).one())


def read_stored_event(connection: Connection, event_id: str) -> StoredEvent | None:
    """Return an event of a current version, or else of the latest that has it."""
    row = connection.execute(
        select(events.c.record, versions.c.relations, *VERSION)
        .join(versions, versions.c.key == events.c.version)
        .join(articles, articles.c.key == versions.c.article)
        .where(events.c.id == event_id)
        .order_by(IS_CURRENT.desc(), versions.c.number.desc())
        .limit(1)
    ).one_or_none()
    if row is None:
        return None
    relations = read_relations(row.relations)
    return StoredEvent(
        event=read_event(row.record),
        article=read_reference(row.reference),
        version=row.number,
        is_current=row.number == row.current,
        relations=tuple(one for one in relations if event_id in {one.source, one.target}),
    )


def count_holdings(connection: Connection) -> Holdings:
    """Count what there is."""
    counts = [connection.scalar(select(func.count()).select_from(table)) for table in (articles, versions, listed)]
    kept, extracted, found = (count or 0 for count in counts)
    return Holdings(articles=kept, versions=extracted, events=found, is_current=True)


def saved_version(row: Row[*tuple[Any, ...]]) -> SavedVersion:
    """Return what is told of a version."""
    provenance = read_provenance(row.provenance)
    return SavedVersion(
        article=row.id,
        number=row.number,
        at=row.at,
        is_current=row.number == row.current,
        is_whole=row.is_whole,
        published=read_reference(row.reference).published,
        engine=provenance.engine,
        model=provenance.model,
        prompts=provenance.prompts,
        package=provenance.version,
        counts=provenance.counts,
    )
