"""Values that are kept in caches: alike where they are equal, apart where they are not."""

from datetime import date

import pytest
from pydantic import ValidationError

from timeline.domain.annotated import AnnotatedArticle, Sentence
from timeline.domain.article import Article
from timeline.domain.draft import DraftEvent, DraftParticipant
from timeline.domain.span import Offsets
from timeline.domain.timeline import Quote
from timeline.domain.vocabulary import EventStatus, EventType, Role


def _draft(name: str = "Ana Silva") -> DraftEvent:
    return DraftEvent(
        title="Silva resigns",
        type=EventType.DEPARTURE,
        status=EventStatus.OCCURRED,
        evidence=(1,),
        trigger="resigned",
        participants=(DraftParticipant(name=name, role=Role.ACTOR),),
    )


def _annotated(end: int = 3) -> AnnotatedArticle:
    article = Article(text="One. Two.", published=date(2024, 5, 20))
    return AnnotatedArticle(article=article, sentences=(Sentence(number=1, span=Offsets(0, end)),), times=())


def test_equal_values_are_one_key() -> None:
    """A cache finds what an equal value put there."""
    assert len({_draft(), _draft()}) == 1
    assert len({_annotated(), _annotated()}) == 1


def test_values_that_differ_are_two_keys() -> None:
    """Also where they differ in what their hash leaves out."""
    assert len({_draft(), _draft("Per Holm")}) == 2
    assert len({_annotated(), _annotated(end=4)}) == 2


@pytest.mark.parametrize("span", [Offsets(5, 2), (5, 2), Offsets(-1, 2), (-1, 2)], ids=str)
def test_a_span_out_of_order_is_refused(span: tuple[int, int]) -> None:
    """Whether it comes as offsets or from JSON."""
    with pytest.raises(ValidationError):
        Quote.model_validate({"text": "a", "span": span})
