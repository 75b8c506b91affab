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
    asked = {"long-term", "long", "term", "us", "plan", "meet", "met"}
    assert grounds.absent_stems(asked, grounds.sentences) == {"met"}


def test_stems_are_looked_for_in_the_whole_article() -> None:
    """Before and behind the cited sentence."""
    grounds = _grounds("A plan met them. They went home. The crew slept.")
    assert grounds.absent_stems({"plan", "home", "crew", "ship"}, grounds.sentences[1:2]) == {"ship"}
