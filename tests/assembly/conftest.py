"""A short article of our own, and a draft that it supports; tests bend the draft."""

from collections.abc import Callable
from datetime import date

import pytest

from timeline.assembly.grounds import Grounds
from timeline.domain.annotated import AnnotatedArticle
from timeline.domain.article import Article
from timeline.domain.draft import DraftEvent, DraftParticipant
from timeline.domain.vocabulary import EventStatus, EventType, Role
from timeline.reading.annotation import annotate

TEXT = """Norway and Poland hold talks

Norwegian minister Ingrid Solberg met Tomasz Wrona in Gdansk on Thursday, and 14 experts joined them.

Poland has accused Halvard Lines of cutting the pipeline in February. The company has denied the allegation.

The two sides did not sign an agreement. A summit is planned for April 28-30 in Warsaw, the agency NTB reported.
"""


@pytest.fixture
def article() -> AnnotatedArticle:
    """The article, numbered and tagged: 1 headline, 2 meeting, 3 accusation, 4 denial, 5 no agreement, 6 summit."""
    return annotate(Article(text=TEXT, published=date(2025, 3, 14)))


@pytest.fixture
def grounds(article: AnnotatedArticle) -> Grounds:
    """What records are proved on."""
    return Grounds(article)


@pytest.fixture
def meeting(tag_of: Callable[[str], str]) -> DraftEvent:
    """A record of the meeting that the article supports in every part."""
    return DraftEvent(
        title="Ingrid Solberg meets Tomasz Wrona in Gdansk",
        type=EventType.MEETING,
        status=EventStatus.OCCURRED,
        evidence=(2,),
        trigger="met",
        when=tag_of("Thursday"),
        participants=(
            DraftParticipant(name="Ingrid Solberg", role=Role.PARTICIPANT),
            DraftParticipant(name="Tomasz Wrona", role=Role.PARTICIPANT),
        ),
        place="Gdansk",
    )


@pytest.fixture
def accusation() -> DraftEvent:
    """A record of the accusation that the article supports in every part."""
    return DraftEvent(
        title="Poland accuses Halvard Lines of cutting the pipeline",
        type=EventType.ACCUSATION,
        status=EventStatus.OCCURRED,
        evidence=(3,),
        trigger="accused",
        participants=(
            DraftParticipant(name="Poland", role=Role.ACTOR),
            DraftParticipant(name="Halvard Lines", role=Role.TARGET),
        ),
    )


@pytest.fixture
def denial() -> DraftEvent:
    """A record of the denial, without a link to what it denies."""
    return DraftEvent(
        title="Halvard Lines denies the allegation",
        type=EventType.DENIAL,
        status=EventStatus.OCCURRED,
        evidence=(4,),
        trigger="denied",
        participants=(DraftParticipant(name="Halvard Lines", role=Role.ACTOR),),
    )


@pytest.fixture
def tag_of(article: AnnotatedArticle) -> Callable[[str], str]:
    """Return the id of the time tag with the given text."""
    return lambda text: next(tag.id for tag in article.times if tag.expression.text == text)
