"""What an article gives to prove on."""

from datetime import date

from timeline.assembly.grounds import Grounds
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
