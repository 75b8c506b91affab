"""From a draft to a timeline: prove, merge, link, order, number, and account for every item."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from timeline.assembly.grounds import RejectedError
from timeline.assembly.merging import merge
from timeline.assembly.proof import ProvedEvent, prover_of
from timeline.assembly.relations import Link, evident_links, proposed_links
from timeline.domain.annotated import AnnotatedArticle, Sentence
from timeline.domain.article import Article
from timeline.domain.draft import Draft, as_json
from timeline.domain.timeline import (
    ArticleReference,
    Counts,
    Event,
    Evidence,
    Provenance,
    Rejection,
    Relation,
    Timeline,
    Usage,
)
from timeline.domain.vocabulary import WarningCode
from timeline.version import __version__

CONTEXT = 32
"""Characters of prefix and suffix around a quoted sentence."""


def assemble(article: AnnotatedArticle, draft: Draft, warnings: tuple[WarningCode, ...] = ()) -> Timeline:
    """Return the proved timeline of `draft`, with `warnings` about the article as a whole."""
    prove = prover_of(article)
    proved: list[ProvedEvent] = []
    indices: list[int] = []
    rejected = list(draft.rejected)
    for index, proposed in enumerate(draft.events):
        try:
            proved.append(prove(proposed))
            indices.append(index)
        except RejectedError as error:
            rejected.append(Rejection(reason=error.reason, message=error.message, draft=as_json(proposed)))
    merged = merge(proved)
    became = dict(zip(indices, merged.became, strict=True))
    links, bereft = proposed_links(draft.events, became)
    links += evident_links(merged.events, links)
    events, order = _in_order(_bereave(merged.events, bereft), article.article.published)
    reference = _reference(article.article)
    ids = _identify(reference.id, events)
    counts = Counts(
        proposed=len(draft.events) + len(draft.rejected),
        accepted=len(events),
        merged=len(proved) - len(events),
        rejected=len(rejected),
    )
    return Timeline(
        article=reference,
        events=tuple(_as_event(event, id_, article.article.text) for event, id_ in zip(events, ids, strict=True)),
        relations=_relate(links, order, ids),
        rejected=tuple(rejected),
        failures=draft.failures,
        provenance=_provenance(draft, counts),
        warnings=warnings,
    )


def event_id(article_id: str, event: ProvedEvent | Event, evidence: Iterable[Sequence[int]]) -> str:
    """Return the id of a record: a hash of article id, type, trigger span and evidence spans."""
    seen = f'["{article_id}", "{event.type}", {list(event.trigger.span)}, {[list(span) for span in evidence]}]'
    return "evt_" + hashlib.sha256(seen.encode()).hexdigest()[:16]


def sort_key(event: ProvedEvent | Event, published: date) -> tuple[date, str, bool, date, int]:
    """Return what orders a timeline: first day, time of day, undated after dated, last day, order in the text."""
    when = event.when
    first = (when and (when.earliest or when.latest)) or published
    last = (when and when.latest) or date.max
    time = when.edtf.partition("T")[2] if when else ""
    return (first, time, when is None, last, event.trigger.span.start)


def _bereave(events: tuple[ProvedEvent, ...], bereft: set[int]) -> list[ProvedEvent]:
    lost = (WarningCode.RELATION_DROPPED,)
    return [
        event._replace(warnings=event.warnings + lost) if at in bereft else event for at, event in enumerate(events)
    ]


def _in_order(events: list[ProvedEvent], published: date) -> tuple[list[ProvedEvent], dict[int, int]]:
    """Return the events in order, and where each index went."""
    order = sorted(range(len(events)), key=lambda at: (*sort_key(events[at], published), at))
    return [events[at] for at in order], {at: place for place, at in enumerate(order)}


def _identify(article_id: str, events: list[ProvedEvent]) -> list[str]:
    ids = []
    seen: Counter[str] = Counter()
    for event in events:
        base = event_id(article_id, event, (sentence.span for sentence in event.evidence))
        seen[base] += 1
        ids.append(base if seen[base] == 1 else f"{base}-{seen[base]}")
    return ids


def _as_event(event: ProvedEvent, id_: str, text: str) -> Event:
    return Event(
        id=id_,
        title=event.title,
        type=event.type,
        status=event.status,
        when=event.when,
        participants=event.participants,
        place=event.place,
        sources=event.sources,
        trigger=event.trigger,
        evidence=tuple(quote(text, sentence) for sentence in event.evidence),
        warnings=event.warnings,
    )


def quote(text: str, sentence: Sentence) -> Evidence:
    """Return the sentence as evidence, with its context."""
    start, end = sentence.span
    return Evidence(
        span=sentence.span,
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
    )


def _relate(links: list[Link], order: dict[int, int], ids: list[str]) -> tuple[Relation, ...]:
    placed = sorted((order[link.source], order[link.target], link.kind) for link in links)
    return tuple(Relation(kind=kind, source=ids[source], target=ids[target]) for source, target, kind in placed)


def _reference(article: Article) -> ArticleReference:
    return ArticleReference(
        id=article.id,
        title=article.title,
        published=article.published,
        source=article.source,
        url=article.url,
        text=article.text if article.is_extracted else None,
    )


def _provenance(draft: Draft, counts: Counts) -> Provenance:
    return Provenance(
        engine=draft.engine,
        model=draft.model,
        prompts=draft.prompts,
        version=__version__,
        counts=counts,
        requests=draft.requests,
        retries=draft.retries,
        usage=draft.usage or Usage(),
    )
