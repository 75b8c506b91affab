"""Short articles, read and parsed, for the tests of the rules engine."""

from collections.abc import Callable
from datetime import date

import pytest

from timeline.domain.annotated import AnnotatedArticle
from timeline.domain.article import Article
from timeline.domain.draft import Draft
from timeline.engines.rules.engine import draft
from timeline.engines.rules.syntax.capitals import Capitals
from timeline.engines.rules.syntax.clauses import Parse
from timeline.engines.rules.syntax.raw_words import raw_words
from timeline.engines.rules.syntax.tagging import tag_words
from timeline.reading.annotation import annotate

PUBLISHED = date(2023, 5, 17)  # a Wednesday


@pytest.fixture
def read() -> Callable[[str], AnnotatedArticle]:
    """Annotate a text published on Wednesday, 17 May 2023."""
    return lambda text: annotate(Article(text=text, published=PUBLISHED))


@pytest.fixture
def propose(read: Callable[[str], AnnotatedArticle]) -> Callable[[str], Draft]:
    """Draft the events of a text."""
    return lambda text: draft(read(text))


@pytest.fixture
def parse(read: Callable[[str], AnnotatedArticle]) -> Callable[[str], Parse]:
    """Parse the only sentence of a text."""

    def parse_sentence(text: str) -> Parse:
        article = read(text)
        (sentence,) = article.sentences
        raws = raw_words(article, sentence)
        return Parse(tag_words(raws, Capitals([raws]), sentence.layout))

    return parse_sentence
