"""What a record must have in the article to be taken."""

import gc
import weakref
from collections.abc import Callable
from datetime import date

import pytest

from timeline.assembly.grounds import Grounds, RejectedError
from timeline.assembly.proof import prove, prover_of
from timeline.domain.annotated import AnnotatedArticle
from timeline.domain.article import Article
from timeline.domain.draft import DraftEvent, DraftParticipant, DraftRelation
from timeline.domain.span import Offsets
from timeline.domain.vocabulary import EventStatus, EventType, RejectionReason, RelationKind, Role, WarningCode
from timeline.reading.annotation import annotate


def bent(draft: DraftEvent, **changes: object) -> DraftEvent:
    """Return the draft with some fields changed."""
    return DraftEvent.model_validate({**draft.model_dump(), **changes})


def test_a_supported_record_is_proved_with_offsets(meeting: DraftEvent, grounds: Grounds) -> None:
    """Trigger, names, place and date point at what they quote, and nothing is warned of."""
    proved = prove(meeting, grounds)
    quoted = [proved.trigger.span, *(one.span for one in proved.participants)]
    assert [grounds.text_at(span) for span in quoted] == ["met", "Ingrid Solberg", "Tomasz Wrona"]
    assert proved.place is not None
    assert grounds.text_at(proved.place.span) == "Gdansk"
    assert proved.when is not None
    assert (proved.when.edtf, proved.when.anchor) == ("2025-03-13", date(2025, 3, 14))
    assert proved.warnings == ()


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        pytest.param({"evidence": ()}, RejectionReason.NO_EVIDENCE, id="no sentence"),
        pytest.param({"evidence": (99,)}, RejectionReason.UNKNOWN_SENTENCE, id="unknown sentence"),
        pytest.param({"trigger": "kissed"}, RejectionReason.TRIGGER_NOT_IN_EVIDENCE, id="foreign trigger"),
        pytest.param({"trigger": "accused"}, RejectionReason.TRIGGER_NOT_IN_EVIDENCE, id="trigger of another sentence"),
        pytest.param({"trigger": "me"}, RejectionReason.TRIGGER_NOT_IN_EVIDENCE, id="half a word"),
        pytest.param({"trigger": ""}, RejectionReason.TRIGGER_NOT_IN_EVIDENCE, id="empty trigger"),
        pytest.param({"when": "t99"}, RejectionReason.DATE_NOT_IN_TEXT, id="unknown tag"),
        pytest.param({"when": "2025-03-13"}, RejectionReason.DATE_NOT_IN_TEXT, id="a date of its own"),
        pytest.param({"place": "Oslo"}, RejectionReason.PLACE_NOT_IN_TEXT, id="foreign place"),
        pytest.param({"sources": ("Reuters",)}, RejectionReason.SOURCE_NOT_IN_TEXT, id="foreign source"),
        pytest.param(
            {"participants": [{"name": "Donald Duck", "role": "actor"}]},
            RejectionReason.NAME_NOT_IN_TEXT,
            id="foreign name",
        ),
        pytest.param(
            {"participants": [{"name": "them", "role": "actor"}]}, RejectionReason.NAME_NOT_IN_TEXT, id="a pronoun"
        ),
    ],
)
def test_what_the_article_lacks_is_rejected_with_its_reason(
    meeting: DraftEvent, grounds: Grounds, changes: dict[str, object], reason: RejectionReason
) -> None:
    """A pointer that leads nowhere costs the record, and the reason says which."""
    with pytest.raises(RejectedError) as caught:
        prove(bent(meeting, **changes), grounds)
    assert reason is caught.value.reason


def test_a_record_that_drops_a_not_is_rejected(meeting: DraftEvent, grounds: Grounds) -> None:
    """What every cited sentence negates is not held as fact."""
    signing = bent(
        meeting, title="The two sides sign an agreement", type="agreement", evidence=(5,), trigger="sign", when=None
    )
    with pytest.raises(RejectedError) as caught:
        prove(signing, grounds)
    assert RejectionReason.POLARITY is caught.value.reason


def test_a_title_that_drops_a_not_is_replaced(meeting: DraftEvent, grounds: Grounds) -> None:
    """The title is made from the sentence, which keeps its negation."""
    signing = bent(
        meeting,
        title="The two sides sign an agreement",
        type="agreement",
        status="proposed",
        evidence=(5,),
        trigger="sign",
        when=None,
    )
    proved = prove(signing, grounds)
    assert proved.title == "The two sides did not sign an agreement"
    assert WarningCode.TITLE_REPLACED in proved.warnings


@pytest.mark.parametrize(
    "title",
    [
        pytest.param("Ingrid Solberg meets 15 experts", id="another number"),
        pytest.param("Ingrid Solberg does not meet Tomasz Wrona", id="a denial of its own"),
        pytest.param("Ingrid Solberg marries Tomasz Wrona", id="a word the article lacks"),
        pytest.param(
            "Ingrid Solberg meets Tomasz Wrona in Gdansk on Thursday and 14 experts joined them", id="too long"
        ),
        pytest.param("", id="empty"),
    ],
)
def test_an_unlicensed_title_is_replaced_by_words_of_the_sentence(
    meeting: DraftEvent, grounds: Grounds, title: str
) -> None:
    """The record stays, under words that stand in its sentence, with a warning."""
    proved = prove(bent(meeting, title=title), grounds)
    assert proved.title == "Norwegian minister Ingrid Solberg met Tomasz Wrona in Gdansk on Thursday, and …"
    assert WarningCode.TITLE_REPLACED in proved.warnings


def test_a_title_that_swaps_accuser_and_accused_is_replaced(accusation: DraftEvent, grounds: Grounds) -> None:
    """The title follows the roles of the record."""
    proved = prove(bent(accusation, title="Halvard Lines accuses Poland of cutting the pipeline"), grounds)
    assert proved.title.startswith("Poland has accused Halvard Lines")


def test_a_record_that_swaps_accuser_and_accused_is_rejected(accusation: DraftEvent, grounds: Grounds) -> None:
    """The sentence has the one called actor as the object of the verb."""
    swapped = bent(
        accusation,
        title="Halvard Lines accuses Poland",
        participants=[{"name": "Halvard Lines", "role": "actor"}, {"name": "Poland", "role": "target"}],
    )
    with pytest.raises(RejectedError) as caught:
        prove(swapped, grounds)
    assert RejectionReason.ROLES_SWAPPED is caught.value.reason


def test_a_passive_is_no_swap(grounds: Grounds, accusation: DraftEvent) -> None:
    """A passive title names the accused first, and is licensed."""
    proved = prove(bent(accusation, title="Halvard Lines accused by Poland"), grounds)
    assert proved.title == "Halvard Lines accused by Poland"


def test_a_name_outside_the_cited_sentences_is_warned_of(denial: DraftEvent, grounds: Grounds) -> None:
    """A pronoun or a description may stand for the name."""
    assert WarningCode.NAME_NOT_IN_EVIDENCE in prove(denial, grounds).warnings


def test_a_phrase_that_the_tagger_has_is_its_tag(meeting: DraftEvent, grounds: Grounds) -> None:
    """A date may be pointed at by its words."""
    proved = prove(bent(meeting, when="on Thursday"), grounds)
    assert proved.when is not None
    assert proved.when.edtf == "2025-03-13"


def test_a_phrase_without_a_calendar_date_leaves_the_record_undated(meeting: DraftEvent, grounds: Grounds) -> None:
    """The record stays and says that its date could not be resolved."""
    proved = prove(bent(meeting, when="experts joined"), grounds)
    assert proved.when is None
    assert {WarningCode.DATE_NOT_RESOLVED, WarningCode.UNDATED} <= set(proved.warnings)


def test_a_date_of_another_sentence_is_warned_of(
    meeting: DraftEvent, grounds: Grounds, tag_of: Callable[[str], str]
) -> None:
    """A tag of any sentence counts; one after publication on a past event is suspect as well."""
    proved = prove(bent(meeting, when=tag_of("April 28-30")), grounds)
    assert proved.warnings == (WarningCode.DATE_NOT_IN_EVIDENCE, WarningCode.DATE_AFTER_PUBLICATION)


def test_an_unknown_sentence_beside_a_known_one_is_dropped_with_a_warning(
    meeting: DraftEvent, grounds: Grounds
) -> None:
    """The record is proved on the sentence that is there."""
    proved = prove(bent(meeting, evidence=(2, 99)), grounds)
    assert [sentence.number for sentence in proved.evidence] == [2]
    assert WarningCode.EVIDENCE_DROPPED in proved.warnings


def test_the_case_and_the_quotes_of_a_name_may_differ(meeting: DraftEvent, grounds: Grounds) -> None:
    """The record has the name as the article writes it."""
    person = DraftParticipant(name="INGRID  solberg", role=Role.PARTICIPANT)
    proved = prove(meeting.model_copy(update={"participants": (person,)}), grounds)
    assert [one.name for one in proved.participants] == ["Ingrid Solberg"]


def test_spans_are_half_open(meeting: DraftEvent, grounds: Grounds) -> None:
    """The trigger's span holds exactly its characters."""
    start, end = prove(meeting, grounds).trigger.span
    assert Offsets(start, end).of(grounds.article.text) == "met"
    assert meeting.type is EventType.MEETING
    assert meeting.status is EventStatus.OCCURRED


def test_a_record_is_proved_once_whatever_its_relations(article: AnnotatedArticle, meeting: DraftEvent) -> None:
    """Who asks again gets the same, as long as the article is held."""
    linked = meeting.model_copy(update={"relations": (DraftRelation(kind=RelationKind.ABOUT, to=0),)})
    assert prover_of(article)(meeting) is prover_of(article)(linked)


def test_a_prover_goes_with_its_article() -> None:
    """However many articles are at work together, none is held after it."""
    articles = [annotate(Article(text=f"They met {n} times.", published=date(2031, 3, 6))) for n in range(70)]
    provers = [prover_of(article) for article in articles]
    assert all(prover_of(article) is one for article, one in zip(articles, provers, strict=True))
    first = weakref.ref(provers[0])
    del articles, provers
    gc.collect()
    assert first() is None
