"""A report in Markdown: each event with the sentences that prove it."""

import re
from collections.abc import Iterator, Sequence

from timeline.domain.timeline import Event
from timeline.render.dates import human, human_when
from timeline.render.labels import (
    MARKS,
    Link,
    balance,
    effort,
    engine_words,
    extent,
    failure_words,
    links_of,
    people,
    rejection_words,
)
from timeline.render.plain import one_line, web_address
from timeline.render.rendered import Rendered, Screen

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~&$!@]|:(?=//)|(?<=www)\.|^[-+=]", re.IGNORECASE)
_LEADING_NUMBER = re.compile(r"^([0-9]+)([.)])")


def render_markdown(timelines: Sequence[Rendered], _screen: Screen) -> str:
    """Write each timeline as a chapter."""
    blocks = [block for rendered in timelines for block in _chapter(rendered)]
    return "\n\n".join(blocks) + "\n"


def _chapter(rendered: Rendered) -> Iterator[str]:
    timeline = rendered.timeline
    yield f"# {_escaped(timeline.article.title or 'Untitled article')}"
    yield _head(rendered)
    for code in timeline.warnings:
        yield f"**Note:** {_escaped(code.definition)}"
    if not timeline.events:
        yield "No event was found."
    links = links_of(timeline)
    for event in timeline.events:
        yield from _section(event, links.forth[event.id])
    yield "## How this was made"
    yield _list(_account(rendered))


def _head(rendered: Rendered) -> str:
    article = rendered.timeline.article
    published = f"published {human(article.published.isoformat())}"
    chosen = "" if rendered.whole is None else extent(rendered)
    known = (article.source, published, engine_words(rendered.timeline.provenance), chosen)
    facts = [_escaped(fact) for fact in known if fact]
    if address := web_address(article.url):
        facts.append(f"<{address}>")
    return " · ".join(facts)


def _section(event: Event, links: Sequence[Link]) -> Iterator[str]:
    yield f"## {_escaped(human_when(event.when))}: {_escaped(event.title)}"
    yield _list(_facts(event, links))
    for evidence in event.evidence:
        yield f"> {_escaped(evidence.exact)}"


def _facts(event: Event, links: Sequence[Link]) -> Iterator[str]:
    yield f"{event.type} · {MARKS[event.status]} {event.status}"
    if event.when:
        yield f"When: “{_escaped(event.when.expression.text)}” = {_escaped(event.when.edtf)}"
    if event.participants:
        yield f"Who: {_escaped(people(event))}"
    if event.place:
        yield f"Where: {_escaped(event.place.name)}"
    if event.sources:
        yield f"Source: {_escaped(', '.join(source.name for source in event.sources))}"
    for link in links:
        yield f"{link.words.capitalize()}: {_escaped(link.event.title)}"
    for code in event.warnings:
        yield f"Note: {_escaped(code.definition)}"


def _account(rendered: Rendered) -> Iterator[str]:
    timeline = rendered.timeline
    yield _escaped(balance(rendered))
    if took := effort(timeline.provenance):
        yield _escaped(took)
    for rejection in timeline.rejected:
        yield f"Rejected: {_escaped(rejection_words(rejection))}"
    for failure in timeline.failures:
        yield f"Not done: {_escaped(failure_words(failure))}"


def _list(items: Iterator[str]) -> str:
    return "\n".join(f"- {item}" for item in items)


def _escaped(words: str) -> str:
    r"""Write words so that Markdown shows them as they are: `*` is `\*`, and an address is no link."""
    return _LEADING_NUMBER.sub(r"\1\\\2", _SPECIAL.sub(r"\\\g<0>", one_line(words)))
