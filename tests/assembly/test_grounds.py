"""What an article gives to prove on."""

import gc
import weakref
from datetime import date

from timeline.assembly.grounds import Grounds, grounds_of
from timeline.domain.article import Article
from timeline.reading.annotation import annotate


def _grounds(text: str) -> Grounds:
    return Grounds(annotate(Article(text=text, published=date(2031, 3, 6))))


def test_initials_of_a_run_of_names_are_its_acronym() -> None:
    """Of two words or more, hyphenated ones counted as two."""
    grounds = _grounds("The United Arab Emirates and the al-Nour Front of Bosnia-Herzegovina met there.")
    assert {"UAE", "NF", "BH"} <= grounds.acronyms
    assert not {"UU", "UF"} & grounds.acronyms


def test_stems_are_those_of_words_and_their_parts() -> None:
    """With and without points and hyphens."""
    grounds = _grounds("A long-term U.S. plan met them.")
    assert {"long-term", "long", "term", "us", "plan", "meet"} <= grounds.stems


def test_grounds_are_prepared_once_and_go_with_their_article() -> None:
    """However many articles are at work together, and none of them is held after it."""
    articles = [annotate(Article(text=f"They met {n} times.", published=date(2031, 3, 6))) for n in range(70)]
    prepared = [grounds_of(article) for article in articles]
    assert all(grounds_of(article) is one for article, one in zip(articles, prepared, strict=True))
    first = weakref.ref(prepared[0])
    del articles, prepared
    gc.collect()
    assert first() is None
