"""The publication date as given and as the article says it."""

from datetime import date

import pytest

from timeline.errors import InputError
from timeline.reading.publication import find_published, parse_published
from timeline.text.sentences import split_sentences

_DAY = date(2024, 3, 3)


def published(text: str) -> date | None:
    """Return the publication date of a text."""
    return find_published(text, split_sentences(text))


@pytest.mark.parametrize(
    "value",
    [
        "2024-03-03",
        " 2024-03-03 ",
        "2024-03-03T23:59:00",
        "2024-03-03T23:59:00Z",
        "2024-03-03 10:15:00+02:00",
        "3 March 2024",
        "March 3, 2024",
        "Sunday, March 3, 2024",
        "Sun, 03 Mar 2024 10:15:00 GMT",
        "3rd Mar 2024",
    ],
)
def test_a_given_date_is_read(value: str) -> None:
    """ISO dates and times and written dates are taken, the time is dropped."""
    assert parse_published(value) == _DAY


@pytest.mark.parametrize(
    "value",
    ["", "today", "yesterday", "03/04/2024", "2024", "2024-13-01", "March 2024", "31 April 2024", "the 3 March 2024"],
)
def test_what_is_no_date_is_refused(value: str) -> None:
    """The message shows the value and the form that is expected."""
    with pytest.raises(InputError) as caught:
        parse_published(value)
    assert repr(value) in str(caught.value)
    assert "2024-10-12" in str(caught.value)


_PAGES = {
    "the line below the byline": "close\nSaturday March 9, 2024\n\nTalks end in Port Ana\n\nBy Reuters\n"
    "March 3, 2024\n\nPORT ANA: The talks ended.",
    "the byline": "Talks end in Port Ana\n\nBy Jane Doe | March 3, 2024\n\nThe talks ended.",
    "a label": "Talks end in Port Ana\nPublished: 3 March 2024 10:15\nUpdated: 5 March 2024\n\nThe talks ended.",
    "a label at the end": "Talks end in Port Ana\n\nThe talks ended.\n\nPublished in The Daily Post, March 3rd, 2024",
    "the line below the headline": "Talks end in Port Ana\n3 March 2024\nThe talks ended.",
    "the dateline": "Talks end in Port Ana\n\nPORT ANA, March 3, 2024 (Reuters) - The talks ended.",
    "the first line": "March 3, 2024\n\nTalks end in Port Ana\n\nThe talks ended.",
    "the line below a paper's name": "THE PORT ANA GAZETTE\nSunday, March 3, 2024 - Morning edition\n\n"
    "Talks end at last in Port Ana\n\nThe talks ended.",
    "the opening of the first paragraph": "Talks end in Port Ana\n\nSunday 3 March 2024. Our reporters follow the day.",
    "the line below a byline with a role": "Talks end in Port Ana\n\nJane Doe, political editor\n"
    "Sun 3 Mar 2024 - 16:40\n\nThe talks ended.",
    "an update only": "Talks end in Port Ana\nLast updated: 3 March 2024\nThe talks ended.",
}


@pytest.mark.parametrize("page", _PAGES.values(), ids=_PAGES.keys())
def test_the_article_says_when_it_was_published(page: str) -> None:
    """Bylines, date lines, labels and datelines date an article."""
    assert published(page) == _DAY


@pytest.mark.parametrize(
    "page",
    [
        "close\nMarch 9, 2024\nShare\n\nTalks end in Port Ana\n\nThe talks ended.",
        "Talks end in Port Ana\n\nThe talks ended on March 3, 2024. They began on March 1, 2024.",
        "PORT ANA, March 3 (Reuters) - The talks ended.",
        "A year of war\n\nFeb. 24, 2022\n\nThe army crosses the border.\n\nMarch 1, 2022\n\nThe harbour falls.",
        "The talks ended.",
        "",
    ],
    ids=["day of saving", "dates of events", "no year", "chronology", "no date", "empty"],
)
def test_other_dates_are_not_taken(page: str) -> None:
    """The day on which a page was saved and the dates of events date no article."""
    assert published(page) is None
