"""A timeline in the parts that are stored, and back."""

import hashlib
import json
from typing import NamedTuple

from pydantic import TypeAdapter

from timeline.domain.article import Article
from timeline.domain.timeline import ArticleReference, Event, Failure, Provenance, Rejection, Relation, Timeline
from timeline.domain.value import Value
from timeline.domain.vocabulary import WarningCode

_RELATIONS = TypeAdapter(tuple[Relation, ...])


class Remarks(Value):
    """What a timeline says beside its events."""

    rejected: tuple[Rejection, ...]
    failures: tuple[Failure, ...]
    warnings: tuple[WarningCode, ...]


class Parts(NamedTuple):
    """The columns of a version that hold its timeline."""

    is_whole: bool
    shows_text: bool
    reference: str
    provenance: str
    relations: str
    remarks: str


def take_apart(timeline: Timeline) -> Parts:
    """Return the parts of a timeline but for its events."""
    remarks = Remarks(rejected=timeline.rejected, failures=timeline.failures, warnings=timeline.warnings)
    return Parts(
        is_whole=not timeline.failures,
        shows_text=timeline.article.text is not None,
        reference=without_text(timeline.article).model_dump_json(),
        provenance=timeline.provenance.model_dump_json(),
        relations=_RELATIONS.dump_json(timeline.relations).decode(),
        remarks=remarks.model_dump_json(),
    )


def put_together(parts: Parts, events: list[str], text: str) -> Timeline:
    """Return the timeline that was taken apart."""
    remarks = Remarks.model_validate_json(parts.remarks)
    reference = read_reference(parts.reference)
    return Timeline(
        article=reference.model_copy(update={"text": text}) if parts.shows_text else reference,
        events=tuple(read_event(record) for record in events),
        relations=read_relations(parts.relations),
        rejected=remarks.rejected,
        failures=remarks.failures,
        provenance=read_provenance(parts.provenance),
        warnings=remarks.warnings,
    )


def without_text(reference: ArticleReference) -> ArticleReference:
    """Return the reference as lists give it."""
    return reference.model_copy(update={"text": None})


def read_reference(written: str) -> ArticleReference:
    """Return an article's reference."""
    return ArticleReference.model_validate_json(written)


def read_provenance(written: str) -> Provenance:
    """Return how a timeline was made."""
    return Provenance.model_validate_json(written)


def read_relations(written: str) -> tuple[Relation, ...]:
    """Return the relations of a version."""
    return _RELATIONS.validate_json(written)


def read_event(record: str) -> Event:
    """Return an event."""
    return Event.model_validate_json(record)


def identity(article: Article, timeline: Timeline, *, is_whole: bool) -> str:
    """Return what two extractions of the same text share when the second is nothing new.

    That is who made them (engine, model, prompts, version of the package) and from what (publication date, title,
    source, address, language). One in which a part failed is another than the whole one.
    """
    provenance, reference = timeline.provenance, timeline.article
    seen = [
        provenance.engine,
        provenance.model,
        sorted(provenance.prompts.items()),
        provenance.version,
        reference.published.isoformat(),
        reference.title,
        reference.source,
        reference.url,
        reference.text is not None,
        article.language,
        is_whole,
    ]
    return hashlib.sha256(json.dumps(seen).encode()).hexdigest()
