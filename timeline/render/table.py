"""The table for a terminal: a head line, the events in order, and what became of everything else."""

import io
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from rich.console import Console
from rich.text import Text

from timeline.domain.timeline import Event
from timeline.domain.vocabulary import EventStatus
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
_NARROWEST = 8


def render_table(timelines: Sequence[Rendered], screen: Screen) -> str:
    """Write each timeline as a table of the screen's width, without a blank at the end of a line."""
    written = io.StringIO()
    console = _console(written, screen)
    for number, rendered in enumerate(timelines):
        if number:
            console.print()
        for line in _page(rendered, screen.width):
            console.print(line, soft_wrap=True)
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


def _page(rendered: Rendered, width: int) -> Iterator[Text]:
    timeline = rendered.timeline
    yield from _head(rendered, width)
    yield Text()
    if not timeline.events:
        yield _text("No event was found.", "italic")
    links = links_of(timeline)
    for event in timeline.events:
        yield from _row(event, links.forth[event.id], width)
        yield Text()
    yield Text("─" * width, "dim")
    yield from _foot(rendered, width)


def _head(rendered: Rendered, width: int) -> Iterator[Text]:
    timeline, article = rendered.timeline, rendered.timeline.article
    yield from _wrapped(_text(article.title or "Untitled article", "bold"), width)
    published = f"published {human(article.published.isoformat())}"
    chosen = "" if rendered.whole is None else extent(rendered)
    facts = (article.source, published, engine_words(timeline.provenance), chosen)
    yield from _wrapped(_text(" · ".join(fact for fact in facts if fact), "dim"), width)
    for code in timeline.warnings:
        yield from _hanging("!", _text(code.definition, "yellow"), width)


def _row(event: Event, links: Sequence[Link], width: int) -> Iterator[Text]:
    """Set the date, the mark of the status and what is known side by side."""
    when = _text(human_when(event.when), "dim italic" if event.when is None else "bold")
    marks = [Text(MARKS[event.status], _STYLES[event.status])]
    known = _known(event, links, width - _DATE_COLUMNS - 3)
    for date, mark, line in zip_longest(_wrapped(when, _DATE_COLUMNS), marks, known, fillvalue=Text()):
        yield Text(" ").join((_padded(date, _DATE_COLUMNS), _padded(mark, 1), line))


def _known(event: Event, links: Sequence[Link], width: int) -> Iterator[Text]:
    yield from _wrapped(_text(event.title, "bold"), width)
    kind = Text.assemble((f"{event.type} · ", "dim"), (event.status.value, _STYLES[event.status]))
    yield from _wrapped(kind, width)
    facts = {
        "who": people(event),
        "where": event.place.name if event.place else "",
        "source": ", ".join(source.name for source in event.sources),
    }
    for label, words in facts.items():
        if words:
            yield from _hanging(label.ljust(_LABEL_COLUMNS), _text(words), width)
    for link in links:
        yield from _hanging("→", _text(f"{link.words}: {link.event.title}", "cyan"), width)
    for code in event.warnings:
        yield from _hanging("!", _text(code.definition, "yellow"), width)


def _foot(rendered: Rendered, width: int) -> Iterator[Text]:
    timeline = rendered.timeline
    yield from _wrapped(_text(balance(rendered), "dim"), width)
    yield from _wrapped(_text(effort(timeline.provenance), "dim"), width)
    for rejection in timeline.rejected:
        yield from _hanging("-", _text(f"rejected: {rejection_words(rejection)}", "yellow"), width)
    for failure in timeline.failures:
        yield from _hanging("-", _text(f"not done: {failure_words(failure)}", "red"), width)


def _hanging(label: str, words: Text, width: int) -> Iterator[Text]:
    """Set words beside a label, so that their further lines begin where the first does."""
    for number, line in enumerate(_wrapped(words, width - len(label) - 1)):
        yield Text.assemble((label if number == 0 else " " * len(label), "dim"), " ", line)


def _wrapped(words: Text, width: int) -> Iterator[Text]:
    """Break words into lines; no words give no line."""
    if words:
        yield from words.wrap(_RULER, max(_NARROWEST, width))


def _padded(words: Text, width: int) -> Text:
    return words + Text(" " * (width - words.cell_len))


def _text(words: str, style: str = "") -> Text:
    """Make text of one line in which nothing can steer the terminal or reorder what is read."""
    return Text(one_line(words), style)


_RULER = _console(io.StringIO(), Screen())
"""Where words are only measured."""
