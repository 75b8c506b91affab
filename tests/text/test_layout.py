"""Which part of a page each paragraph belongs to."""

import pytest

from timeline.domain.annotated import Layout
from timeline.text.layout import layouts
from timeline.text.lines import split_paragraphs

_LETTERS = {
    "h": Layout.HEADLINE,
    "s": Layout.HEADING,
    "c": Layout.CAPTION,
    "b": Layout.BODY,
    "f": Layout.FURNITURE,
}

_PAGES = {
    "a saved page": """
        f close
        f Saturday March 9, 2024
        h Ministers meet in ‘very old’ hall of Port Ana
        f By\u00a0Reuters
        f March 3, 2024
        c Minister Rahim Noor greets his guests in the hall of Port Ana. — AFP/File
        b PORT ANA: Six ministers met on Friday.
        b “We will sign,” said Noor.
        f Share this
        """,
    "a menu above and links below": """
        f Skip to content
        f Home
        f World
        f Business
        f Sport
        h Minister quits after report
        f By Jane Doe
        f Published: 3 May 2023, 10:15 AM
        f Share
        b The minister resigned on Tuesday.
        s What the report says
        b He had been in office for a year.
        f Related articles
        f Another story about the minister and his friends
        f Yet another story of the day
        f © 2023 The Paper. All rights reserved.
        """,
    "an agency page": """
        f 1 of 3 |
        c Rescue workers search for victims (AP Photo/John Roe)
        f By JANE DOE and JOHN ROE
        f Updated 4:15 PM EDT, May 3, 2023
        b PORT ANA (AP) — A quake hit the coast on Monday.
        c FILE - The harbour of Port Ana, Jan. 3, 2024. (AP Photo/Jane Doe, File)
        b Ten people died.
        f ___
        f Associated Press writer Jim Poe contributed to this report.
        """,
    "a second headline": """
        h Minister quits after report
        s Opposition calls for elections as coalition wobbles
        b PORT ANA — The minister resigned on Tuesday.
        c Photo: Reuters
        b He will leave in May.
        f Reporting by Jane Doe; Editing by John Roe
        f Read more: Something else happened here
        """,
    "an agency at the end": """
        h Talks end in Port Ana
        b PORT ANA: The talks ended on Friday without a deal.
        b The envoys will meet again next month. — Reuters
        """,
    "a chronology": """
        h A year of war
        s Feb. 24, 2022
        b The army crosses the border.
        s March 1, 2022
        b The harbour falls.
        """,
    "a live page": """
        h Live: Strikes hit the port
        s 14:05 GMT
        b The navy said it had sunk a ship.
        s 14:20 GMT – Minister speaks
        b He denied the report.
        s 15:00
        b Talks resume
        """,
    "a list": """
        b Key points:
        b • The deal was signed
        b - The minister resigned
        b 1. A new one was named.
        """,
    "one line": """
        b The minister met the envoys on Friday
        """,
    "no full stops": """
        h the minister met the envoys in port ana
        b they talked about gas
        b they will meet in may
        """,
    "no headline": """
        b The minister met the envoys on Friday.
        b They will meet again.
        """,
    "a long headline": """
        h Ministers of six countries meet in Port Ana to talk about the railway that nobody wants to pay for
        s Dorrit Roe
        f Sunday, March 3, 2024
        b The ministers met on Friday.
        """,
    "a lead that asks": """
        h Ministers meet in Port Ana
        b Who will pay for the railway that was promised ten years ago and that nobody has seen since?
        b The ministers met on Friday.
        """,
    "a lead that ends in quotes": """
        b The minister left the hall, a move that the paper called “an amicable separation.”
        b She is 52 years old.
        """,
    "a dateline on a line of its own": """
        b PORT ANA, Kestria (AP) --
        b The bridge fell on Tuesday.
        """,
    "a headline that asks": """
        h Who will lead Port Ana?
        b Three people want to.
        """,
    "a paper's name on top": """
        f The Port Ana Courier
        f Wednesday, August 31, 2011
        h Watchman dies in fire at furniture factory
        f By Norma Stile, staff writer
        b The fire broke out on Tuesday.
        """,
    "a rubric on top": """
        s OPINION
        h The bridge that nobody wanted to mend
        f Jane Doe, political editor
        f Port Ana, 6 February 2012
        b The bridge fell on Tuesday.
        """,
    "a paper in the headline": """
        h Minister meets the press
        b She spoke on Tuesday.
        """,
    "the day of saving in words": """
        f Saved from your list on Saturday, March 9, 2024
        h Talks end in Port Ana
        b The talks ended.
        """,
    "a date on top": """
        f March 3, 2024
        h Talks end in Port Ana
        b The talks ended.
        """,
}


@pytest.mark.parametrize("page", _PAGES.values(), ids=_PAGES.keys())
def test_each_line_of_a_page_has_its_layout(page: str) -> None:
    """The layout of every line is the one that its first letter stands for."""
    lines = [line.strip() for line in page.strip().splitlines()]
    text = "\n\n".join(line[2:] for line in lines)
    assert layouts(text, split_paragraphs(text)) == [_LETTERS[line[0]] for line in lines]


def test_an_empty_text_has_no_layout() -> None:
    """There is nothing to lay out."""
    assert layouts("", []) == []
