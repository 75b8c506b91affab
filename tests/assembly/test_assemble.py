"""A draft becomes a timeline in which every item is accounted for."""

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline.assembly import assemble, verify
from timeline.domain.annotated import AnnotatedArticle
from timeline.domain.draft import Draft, DraftEvent, DraftParticipant, DraftRelation
from timeline.domain.timeline import Timeline
from timeline.domain.vocabulary import EventStatus, EventType, RejectionReason, RelationKind, Role, WarningCode


def draft_of(*events: DraftEvent) -> Draft:
    """Return a draft of the rules engine with these events."""
    return Draft(engine="rules", events=events)


def titles(timeline: Timeline) -> list[str]:
    """Return the titles in the order of the timeline."""
    return [event.title for event in timeline.events]


def summit(when: str) -> DraftEvent:
    """Return a record of the planned summit."""
    return DraftEvent(
        title="Summit planned in Warsaw",
        type=EventType.SUMMIT,
        status=EventStatus.PLANNED,
        evidence=(6,),
        trigger="summit",
        when=when,
        place="Warsaw",
        sources=("NTB",),
    )


def test_events_stand_in_order_of_time(
    article: AnnotatedArticle, meeting: DraftEvent, accusation: DraftEvent, tag_of: Callable[[str], str]
) -> None:
    """The undated accusation stands at the day of publication, between the past and what is planned."""
    timeline = assemble(article, draft_of(summit(tag_of("April 28-30")), accusation, meeting))
    assert titles(timeline) == [meeting.title, accusation.title, "Summit planned in Warsaw"]
    assert WarningCode.UNDATED in timeline.events[1].warnings


def test_what_is_proposed_is_accepted_merged_or_rejected(article: AnnotatedArticle, meeting: DraftEvent) -> None:
    """The counts balance, and a rejection keeps the item as proposed."""
    strange = meeting.model_copy(update={"trigger": "danced"})
    timeline = assemble(article, draft_of(meeting, meeting, strange))
    counts = timeline.provenance.counts
    assert (counts.proposed, counts.accepted, counts.merged, counts.rejected) == (3, 1, 1, 1)
    assert timeline.rejected[0].reason is RejectionReason.TRIGGER_NOT_IN_EVIDENCE
    assert timeline.rejected[0].draft == strange.model_dump(mode="json")


def test_two_mentions_of_one_event_are_one_record_with_all_evidence(
    article: AnnotatedArticle, meeting: DraftEvent
) -> None:
    """The fuller of two records wins field by field."""
    mention = meeting.model_copy(update={"evidence": (2, 1), "place": None, "when": None})
    (event,) = assemble(article, draft_of(mention, meeting)).events
    assert event.when is not None
    assert event.place is not None
    assert [evidence.exact[:6] for evidence in event.evidence] == ["Norweg", "Norway"]
    assert WarningCode.UNDATED not in event.warnings


def test_two_events_of_one_kind_stay_two(
    article: AnnotatedArticle, meeting: DraftEvent, tag_of: Callable[[str], str]
) -> None:
    """Records whose dates contradict each other are not one event."""
    again = meeting.model_copy(update={"when": tag_of("April 28-30")})
    assert assemble(article, draft_of(meeting, again)).provenance.counts.merged == 0


def test_a_denial_is_linked_to_the_accusation_it_answers(
    article: AnnotatedArticle, accusation: DraftEvent, denial: DraftEvent
) -> None:
    """The accused denies, so the link is evident even if nobody proposed it."""
    timeline = assemble(article, draft_of(denial, accusation))
    by_id = {event.id: event for event in timeline.events}
    (relation,) = timeline.relations
    assert relation.kind is RelationKind.DENIES
    assert by_id[relation.source].type is EventType.DENIAL
    assert by_id[relation.target].type is EventType.ACCUSATION


def test_a_link_follows_its_records_through_merging_and_order(
    article: AnnotatedArticle, meeting: DraftEvent, accusation: DraftEvent, denial: DraftEvent
) -> None:
    """Indices of the draft become ids of the timeline."""
    answer = denial.model_copy(update={"relations": (DraftRelation(kind=RelationKind.DENIES, to=0),)})
    timeline = assemble(article, draft_of(accusation, meeting, accusation, answer))
    (relation,) = timeline.relations
    assert relation.target == next(event.id for event in timeline.events if event.type is EventType.ACCUSATION)


def test_a_link_to_a_rejected_record_is_told(
    article: AnnotatedArticle, accusation: DraftEvent, meeting: DraftEvent
) -> None:
    """The record that loses its link carries a warning."""
    linked = meeting.model_copy(update={"relations": (DraftRelation(kind=RelationKind.ABOUT, to=1),)})
    wrong = accusation.model_copy(update={"trigger": "danced"})
    (event,) = assemble(article, draft_of(linked, wrong)).events
    assert WarningCode.RELATION_DROPPED in event.warnings


def test_equal_records_get_different_ids(article: AnnotatedArticle, accusation: DraftEvent) -> None:
    """A counter parts records that agree in all that the id is made of."""
    other = accusation.model_copy(
        update={"participants": (DraftParticipant(name="Norway", role=Role.ACTOR),), "title": "Accused"}
    )
    ids = [event.id for event in assemble(article, draft_of(accusation, other)).events]
    assert len(set(ids)) == 2
    assert ids[1] == f"{ids[0]}-2"


def test_the_same_draft_gives_the_same_bytes(
    article: AnnotatedArticle, meeting: DraftEvent, accusation: DraftEvent
) -> None:
    """Nothing depends on chance or on the day."""
    draft = draft_of(meeting, accusation)
    assert assemble(article, draft).model_dump_json() == assemble(article, draft).model_dump_json()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50, deadline=None)
@given(data=st.data())
def test_whatever_is_proposed_what_is_accepted_is_proved(
    data: st.DataObject, article: AnnotatedArticle, meeting: DraftEvent, accusation: DraftEvent, denial: DraftEvent
) -> None:
    """Records with parts drawn at random never unbalance the counts, and verify."""
    numbers = st.integers(min_value=-1, max_value=9)
    phrases = st.sampled_from(
        ["met", "accused", "denied", "sign", "Poland", "the", "", "Gdansk", "March", "t1", "t2", "0"]
    )
    random_event = st.builds(
        lambda base, evidence, trigger, when, name: base.model_copy(
            update={
                "evidence": tuple(evidence),
                "trigger": trigger,
                "when": when,
                "participants": (DraftParticipant(name=name, role=Role.ACTOR),),
            }
        ),
        st.sampled_from([meeting, accusation, denial]),
        st.lists(numbers, max_size=4),
        phrases,
        st.none() | phrases,
        phrases,
    )
    events = data.draw(st.lists(random_event, max_size=6))
    timeline = assemble(article, draft_of(*events))
    counts = timeline.provenance.counts
    assert counts.proposed == len(events)
    assert verify(timeline, article) == ()


def test_merging_again_changes_nothing(article: AnnotatedArticle, meeting: DraftEvent) -> None:
    """A record proposed once more adds to the count of merged ones and to nothing else."""
    once = assemble(article, draft_of(meeting))
    twice = assemble(article, draft_of(meeting, meeting))
    assert once.events == twice.events
