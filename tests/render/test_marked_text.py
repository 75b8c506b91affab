"""The text cut by its marks."""

from timeline.render import Rendered
from timeline.render.marked_text import Kind, Run, marked_paragraphs


def test_nothing_of_the_text_is_lost_or_repeated(rendered: Rendered) -> None:
    """The pieces in their order are the paragraphs of the text."""
    pieces = [piece.span.of(rendered.text) for run in _runs(rendered) for piece in run.pieces]
    assert "".join("".join(pieces).split()) == "".join(rendered.text.split())


def test_a_run_is_the_evidence_of_its_events(rendered: Rendered) -> None:
    """A sentence of two events is one run that names both, and both end with it."""
    lead = next(run for run in _runs(rendered) if _words(run, rendered).startswith("LEDNA, Kostrava ("))
    titles = [rendered.timeline.events[index].title for index in lead.events]
    assert titles == ["Presidents Maren and Dovrek meet in Ledna", "Ministers sign a transit agreement"]
    assert lead.ends == lead.events
    assert _words(lead, rendered).endswith("hung over the table.")


def test_every_quote_of_every_event_is_covered(rendered: Rendered) -> None:
    """Putting the runs of an event together gives its evidence back, in the order of the text."""
    for index, event in enumerate(rendered.timeline.events):
        marked = "".join(_words(run, rendered) for run in _runs(rendered) if index in run.events)
        assert marked == "".join(each.exact for each in sorted(event.evidence, key=lambda each: each.span))


def test_a_date_says_what_it_stands_for(rendered: Rendered) -> None:
    """The expression inside a sentence is a piece of its own."""
    dated = {
        piece.span.of(rendered.text): piece.dates for run in _runs(rendered) for piece in run.pieces if piece.dates
    }
    assert dated == {
        "since 2022": ("since 2022",),
        "late April": ("about Apr 2025",),
        "Wednesday": ("14 May 2025",),
        "Friday": ("16 May 2025",),
        "14:30 on Friday": ("14:30 16 May 2025",),
        "on June 3-5": ("3–5 Jun 2025",),
        "in the first quarter of 2026": ("Q1 2026",),
    }


def test_a_trigger_is_marked_for_its_event(rendered: Rendered) -> None:
    """The word that names the event is found in the text."""
    triggers = {
        piece.span.of(rendered.text): piece.events(Kind.TRIGGER)
        for run in _runs(rendered)
        for piece in run.pieces
        if piece.events(Kind.TRIGGER)
    }
    assert triggers["accused"] == (2,)
    assert triggers["shipping"] == (5,)


def test_a_timeline_of_another_text_marks_nothing_beyond_it(rendered: Rendered) -> None:
    """Spans that lie outside the text are left out."""
    assert list(marked_paragraphs("", rendered.timeline.events)) == []
    short = "Only this."
    assert [
        piece.span.of(short) for run in next(marked_paragraphs(short, rendered.timeline.events)) for piece in run.pieces
    ]


def _runs(rendered: Rendered) -> list[Run]:
    return [run for block in marked_paragraphs(rendered.text, rendered.timeline.events) for run in block]


def _words(run: Run, rendered: Rendered) -> str:
    return "".join(piece.span.of(rendered.text) for piece in run.pieces)
