"""The table for a terminal."""

from collections.abc import Callable

import pytest
from rich.text import Text

from timeline.domain.vocabulary import EventStatus
from timeline.render import Format, Rendered, render
from timeline.render.labels import MARKS


def test_an_event_is_a_date_a_mark_and_what_is_known(rendered: Rendered) -> None:
    """Each fact has its own line beside the date."""
    block = (
        "14 May 2025       ● Maren accuses Kostrava of shipping ballistic missiles to\n"
        "                    rebels\n"
        "                    accusation · occurred\n"
        "                    who    Ilya Maren (actor), Kostrava (target)\n"
        "                    source Dnevnik\n"
        "                    → alleges: Kostrava ships ballistic missiles to rebels in\n"
        "                      the Sarn valley\n"
        "                    ! a name stands in the article, but in no cited sentence\n"
    )
    assert block in render([rendered], Format.TABLE)


def test_the_head_says_of_what_and_by_whom(rendered: Rendered) -> None:
    """Title, source, publication date, engine and model come first."""
    head = render([rendered], Format.TABLE).splitlines()[:3]
    assert head == [
        "Varenia and Kostrava agree to reopen border as missile row simmers",
        "Harbor Wire · published 17 May 2025 · llm engine, press-small-2",
        "",
    ]


def test_the_foot_accounts_for_everything_proposed(rendered: Rendered) -> None:
    """Counts, cost, rejected records and failures stand under the rule."""
    foot = render([rendered], Format.TABLE).split("─" * 80 + "\n")[1]
    assert foot.splitlines() == [
        "13 proposed = 10 accepted + 1 merged + 2 rejected",
        "2 requests, 1 retry · 2,480 tokens in (1,024 cached), 731 out · $0.0020",
        "- rejected: “Maren visits Kostrava in July”, date not in text: 'July' stands",
        "  nowhere in the article",
        "- rejected: “Rebels seize the Sarn valley”, no evidence: the record cites no",
        "  sentence",
        "- not done: truncated: the reply ended within a record (sentences 14, 15 not",
        "  read)",
    ]


def test_events_keep_the_order_of_the_timeline(rendered: Rendered) -> None:
    """The renderer does not sort."""
    written = render([rendered], Format.TABLE, width=120)
    places = [written.index(f"{MARKS[event.status]} {event.title}") for event in rendered.timeline.events]
    assert places == sorted(places)


def test_a_timeline_of_nothing_says_so(empty: Rendered) -> None:
    """An article without an event and without a title still has a table."""
    assert render([empty], Format.TABLE, width=40) == (
        "Untitled article\npublished 17 May 2025 · rules engine\n\nNo event was found.\n"
        + "─" * 40
        + "\n0 proposed = 0 accepted + 0 merged + 0\nrejected\n"
    )


@pytest.mark.parametrize("width", [40, 60, 80, 132])
def test_no_line_is_wider_than_the_screen(rendered: Rendered, width: int) -> None:
    """Long titles are wrapped, and no line ends in blanks."""
    lines = render([rendered], Format.TABLE, width=width).splitlines()
    assert max(len(line) for line in lines) <= width
    assert lines == [line.rstrip() for line in lines]


def test_colour_changes_no_word(rendered: Rendered) -> None:
    """Without the colours, the coloured table is the plain one."""
    plain = render([rendered], Format.TABLE)
    coloured = render([rendered], Format.TABLE, color=True)
    assert "\x1b" not in plain
    assert "\x1b[34mplanned\x1b[0m" in coloured
    assert [line.rstrip() for line in Text.from_ansi(coloured).plain.splitlines()] == plain.splitlines()


def test_the_terminal_of_the_caller_does_not_matter(rendered: Rendered, monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment changes nothing: the shell decides and says so."""
    expected = render([rendered], Format.TABLE)
    for name, setting in {"COLUMNS": "33", "FORCE_COLOR": "1", "TERM": "dumb", "JUPYTER_COLUMNS": "20"}.items():
        monkeypatch.setenv(name, setting)
    assert render([rendered], Format.TABLE) == expected
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[34m" in render([rendered], Format.TABLE, color=True)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        pytest.param("red \x1b[31m \x9b2J bell \x07", "red �[31m �2J bell �", id="control-characters"),
        pytest.param("one\r\n two\tthree\u2028four", "one two three four", id="line-breaks"),
        pytest.param("abc\u202edef\u2066ghi", "abcdefghi", id="direction"),
        pytest.param("[red]bold[/red] :smile:", "[red]bold[/red] :smile:", id="markup-of-the-terminal-library"),
        pytest.param("نمی\u200cشود", "نمی\u200cشود", id="a-joiner-that-spelling-needs"),
    ],
)
def test_an_article_cannot_steer_the_terminal(hostile: Callable[[str], Rendered], words: str, shown: str) -> None:
    """What the terminal would obey is shown or dropped, wherever it stands."""
    written = render([hostile(words)], Format.TABLE, width=200)
    assert written.count(shown) >= 8
    assert not set(written) & {"\x1b", "\x9b", "\x07", "\u202e", "\u2066", "\r"}


def test_tables_of_several_articles_follow_each_other(rendered: Rendered, empty: Rendered) -> None:
    """A blank line stands between them."""
    assert render([rendered, empty], Format.TABLE) == "\n".join(
        render([each], Format.TABLE) for each in (rendered, empty)
    )


def test_every_status_has_a_mark_of_its_own() -> None:
    """No two statuses look the same without colour."""
    assert set(MARKS) == set(EventStatus)
    assert len(set(MARKS.values())) == len(EventStatus)
