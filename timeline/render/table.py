"""The table for a terminal: a head line, the events in order, and what became of everything else."""

import io
from collections.abc import Iterator, Sequence

from rich.console import Console, Group, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from timeline.domain.timeline import Event, Timeline
from timeline.domain.vocabulary import EventStatus
from timeline.render.dates import human, human_when
from timeline.render.labels import (
    MARKS,
    Link,
    balance,
    effort,
    engine_words,
    failure_words,
    links_of,
    people,
    rejection_words,
)
from timeline.render.plain import one_line
from timeline.render.rendered import Rendered, Screen

_STYLES = {
    EventStatus.OCCURRED: "green",
    EventStatus.ONGOING: "cyan",
    EventStatus.PLANNED: "blue",
    EventStatus.PROPOSED: "blue",
    EventStatus.POSTPONED: "magenta",
    EventStatus.CANCELLED: "red",
    EventStatus.ALLEGED: "yellow",
    EventStatus.DENIED: "red",
    EventStatus.HYPOTHETICAL: "magenta",
}
_DATE_COLUMNS = 17
_LABEL_COLUMNS = 6


def render_table(timelines: Sequence[Rendered], screen: Screen) -> str:
    """Write each timeline as a table of the screen's width, without a blank at the end of a line."""
    written = io.StringIO()
    console = _console(written, screen)
    for number, rendered in enumerate(timelines):
        if number:
            console.print()
        console.print(_page(rendered.timeline))
    return "".join(f"{line.rstrip()}\n" for line in written.getvalue().split("\n")[:-1])


def _console(written: io.StringIO, screen: Screen) -> Console:
    """Make a console that looks at nothing but its arguments: not at the environment, not at a terminal."""
    return Console(
        file=written,
        width=screen.width,
        color_system="standard" if screen.color else None,
        force_terminal=screen.color,
        force_jupyter=False,
        no_color=False,
        highlight=False,
        emoji=False,
        markup=False,
        legacy_windows=False,
        _environ={},
    )


def _page(timeline: Timeline) -> RenderableType:
    return Group(*_head(timeline), Text(), _events(timeline), Rule(style="dim"), *_foot(timeline))


def _head(timeline: Timeline) -> Iterator[RenderableType]:
    article = timeline.article
    yield _text(article.title or "Untitled article", "bold")
    facts = (article.source, f"published {human(article.published.isoformat())}", engine_words(timeline.provenance))
    yield _text(" · ".join(fact for fact in facts if fact), "dim")
    for code in timeline.warnings:
        yield _hanging("!", _text(code.definition, "yellow"))


def _events(timeline: Timeline) -> RenderableType:
    if not timeline.events:
        return _text("No event was found.", "italic")
    links = links_of(timeline)
    table = Table.grid(padding=(0, 1), expand=True)
    table.add_column(width=_DATE_COLUMNS)
    table.add_column(width=1)
    table.add_column(ratio=1)
    for event in timeline.events:
        mark = Text(MARKS[event.status], _STYLES[event.status])
        table.add_row(_date(event), mark, Group(*_lines(event, links.forth[event.id])))
    return table


def _date(event: Event) -> Text:
    return _text(human_when(event.when), "dim italic" if event.when is None else "bold")


def _lines(event: Event, links: Sequence[Link]) -> Iterator[RenderableType]:
    yield _text(event.title, "bold")
    yield Text.assemble((event.type.value, "dim"), (" · ", "dim"), (event.status.value, _STYLES[event.status]))
    if event.participants:
        yield _labelled("who", people(event))
    if event.place:
        yield _labelled("where", event.place.name)
    if event.sources:
        yield _labelled("source", ", ".join(source.name for source in event.sources))
    for link in links:
        yield _hanging("→", _text(f"{link.words}: {link.event.title}", "cyan"))
    for code in event.warnings:
        yield _hanging("!", _text(code.definition, "yellow"))
    yield Text()


def _labelled(label: str, words: str) -> RenderableType:
    return _hanging(label, _text(words), width=_LABEL_COLUMNS)


def _hanging(label: str, words: Text, *, width: int = 1) -> RenderableType:
    """Set words beside a label, so that their further lines begin where the first does."""
    line = Table.grid(padding=(0, 1), expand=True)
    line.add_column(width=width, style="dim")
    line.add_column(ratio=1)
    line.add_row(label, words)
    return line


def _foot(timeline: Timeline) -> Iterator[RenderableType]:
    yield _text(balance(timeline.provenance), "dim")
    if took := effort(timeline.provenance):
        yield _text(took, "dim")
    for rejection in timeline.rejected:
        yield _hanging("-", _text(f"rejected: {rejection_words(rejection)}", "yellow"))
    for failure in timeline.failures:
        yield _hanging("-", _text(f"not done: {failure_words(failure)}", "red"))


def _text(words: str, style: str = "") -> Text:
    return Text(one_line(words), style)
