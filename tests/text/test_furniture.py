"""What is page furniture and what is news."""

import pytest

from timeline.text.furniture import is_furniture, opens_links


@pytest.mark.parametrize(
    "line",
    [
        "close",
        "Share this:",
        "ADVERTISEMENT",
        "Read more: A bridge falls in Port Ana",
        "Also read: A bridge falls",
        "© 2024 The Daily Post",
        "Copyright 2024 The Daily Post. All rights reserved.",
        "We use cookies to improve your visit.",
        "By continuing to use this page you agree to our terms.",
        "Sign up for our morning newsletter",
        "Subscribe to The Daily Post",
        "3 min read",
        "12 Comments",
        "Published in The Daily Post, October 12th, 2024",
        "Last updated: 3 May 2023 10:15",
        "(Reporting by Jane Doe; editing by John Roe)",
        "2 hours ago",
        "Posted 2 hours ago",
        "Published Monday",
        "Updated 10.15 a.m., Oct 12, 2024",
        "Published 9 Oct 2024, 10:15 p.m.",
        "Saved from your long reading list on Saturday, December 21, 2024",
        "World » Europe",
        "Facebook | X | Email",
        "— Reuters",
        "Tags: ministers, railway",
        "***",
    ],
)
def test_lines_of_the_page_are_furniture(line: str) -> None:
    """Buttons, notices, links, credits and ornaments are no part of the article."""
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell on Tuesday.",
        "Copyright laws were changed on Tuesday.",
        "Published on Monday, the report found that the bridge was old.",
        "Updated on 3 May, the rules take effect in June.",
        "Prices > wages, the union's banner said.",
        "Updated rules take effect in May.",
        "Getty Images sued a rival on Friday.",
        "Related parties sold the shares.",
        "The search goes on.",
        "Reuters reported that the minister left.",
        "Read more slowly, the judge told the lawyer.",
        "By continuing the war, the general angered his allies.",
        "Listen to the people, the minister said.",
        "Follow the money, said the investigator.",
    ],
)
def test_sentences_that_begin_alike_are_news(line: str) -> None:
    """A word that also stands on buttons makes no furniture of a sentence."""
    assert not is_furniture(line)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Related articles", True),
        ("More from Port Ana", True),
        ("Trending", True),
        ("More than ten people died.", False),
    ],
)
def test_a_line_above_links_is_told(line: str, expected: bool) -> None:
    """Some lines announce the titles of other articles."""
    assert opens_links(line) is expected
