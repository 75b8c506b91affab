"""How a timeline becomes a prediction."""

from datetime import date

from evals.prediction import from_timeline
from tests.evals.sample import MEETING, TEXT
from timeline.domain.article import Article
from timeline.domain.span import Offsets
from timeline.domain.timeline import (
    ArticleReference,
    Counts,
    Event,
    Evidence,
    Failure,
    Participant,
    Provenance,
    Quote,
    Relation,
    Timeline,
    When,
)
from timeline.domain.vocabulary import EventStatus, EventType, FailureKind, Granularity, RelationKind, Role

PUBLISHED = date(2021, 4, 11)
SENTENCE = Offsets(*MEETING)


def _event(exact: str) -> Event:
    day = date(2021, 4, 9)
    return Event(
        id="evt_1",
        title="Venn meets Orla",
        type=EventType.MEETING,
        status=EventStatus.OCCURRED,
        when=When(
            edtf="2021-04-09",
            earliest=day,
            latest=day,
            granularity=Granularity.DAY,
            expression=Quote(text="Friday", span=Offsets(43, 49)),
            anchor=PUBLISHED,
            rule="weekday",
        ),
        participants=(Participant(name="Aldous Venn", role=Role.PARTICIPANT, span=Offsets(5, 16)),),
        place=None,
        sources=(),
        trigger=Quote(text="met", span=Offsets(17, 20)),
        evidence=(Evidence(span=SENTENCE, exact=exact, prefix="", suffix=""),),
    )


def _timeline(event: Event) -> Timeline:
    return Timeline(
        article=ArticleReference(
            id=Article(text=TEXT, published=PUBLISHED).id, title=None, published=PUBLISHED, source=None, url=None
        ),
        events=(event,),
        relations=(Relation(kind=RelationKind.ABOUT, source="evt_1", target="evt_2"),),
        failures=(Failure(kind=FailureKind.REFUSAL, message="no"),),
        provenance=Provenance(
            engine="llm",
            model="m",
            prompts={},
            version="1",
            counts=Counts(proposed=1, accepted=1, merged=0, rejected=0),
        ),
    )


def test_every_field_is_carried_over() -> None:
    """What is scored is what the timeline says."""
    found = from_timeline(_timeline(_event(SENTENCE.of(TEXT))), article="tarn", text=TEXT, characters=12)
    [event] = found.events
    assert (event.type, event.status, event.when, event.place) == ("meeting", "occurred", "2021-04-09", None)
    assert (event.trigger, event.evidence, event.unfound) == ("met", (SENTENCE,), ())
    assert [who.name for who in event.participants] == ["Aldous Venn"]
    assert found.relations[0].target == "evt_2"
    assert found.failures == ("refusal: no",)
    assert found.characters == 12


def test_a_quote_that_is_not_the_text_is_noticed() -> None:
    """Grounding is checked here again, not believed."""
    found = from_timeline(_timeline(_event("Lord Venn met the Queen.")), article="tarn", text=TEXT)
    assert found.events[0].unfound == ("Lord Venn met the Queen.",)
