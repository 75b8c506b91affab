"""Articles with numbered sentences and time tags."""

from datetime import date

from timeline.domain.article import Article
from timeline.reading.annotation import annotate

_TEXT = """close
Saturday March 9, 2024

Talks end in Port Ana

By Reuters
March 3, 2024

PORT ANA: The talks ended on Friday. The ministers will meet again on May 7.

Published in The Daily Post, March 3rd, 2024
"""


def test_tags_stand_in_order_in_the_sentence_that_holds_them() -> None:
    """Tags are numbered from one, quote the text, and lie inside their sentence."""
    annotated = annotate(Article(text=_TEXT, published=date(2024, 3, 3)))
    found = [(tag.id, tag.span.of(_TEXT)) for tag in annotated.times]
    assert found == [("t1", "Friday"), ("t2", "May 7")]
    assert all(annotated.sentence_by_number[tag.sentence].span.covers(tag.span) for tag in annotated.times)


def test_dates_of_page_furniture_are_left_out() -> None:
    """The day on which a page was saved is no date of the article."""
    annotated = annotate(Article(text=_TEXT, published=date(2024, 3, 3)))
    assert {tag.expression.value for tag in annotated.times} == {"2024-03-01", "2024-05-07"}
    assert not any("March 9" in tag.expression.text for tag in annotated.times)


def test_a_text_without_times_has_no_tags() -> None:
    """Sentences alone are an annotated article."""
    annotated = annotate(Article(text="The talks ended.", published=date(2024, 3, 3)))
    assert (len(annotated.sentences), annotated.times) == (1, ())
