"""The words shared by the table, the report and the page."""

import pytest

from timeline.domain.timeline import Failure, Rejection, Usage
from timeline.domain.vocabulary import FailureKind, RejectionReason, RelationKind
from timeline.render import Rendered
from timeline.render.labels import INVERSES, effort, failure_words, links_of, rejection_words


def test_every_relation_reads_from_both_ends() -> None:
    """No kind of relation is without its inverse."""
    assert set(INVERSES) == set(RelationKind)


def test_links_are_found_from_both_ends(rendered: Rendered) -> None:
    """The accusation alleges one event and is denied in another."""
    links = links_of(rendered.timeline)
    assert [(link.words, link.event.id) for link in links.forth["evt_charge"]] == [("alleges", "evt_shipping")]
    assert [(link.words, link.event.id) for link in links.back["evt_charge"]] == [("denied in", "evt_denial")]


def test_a_relation_to_an_event_that_is_not_shown_is_left_out(rendered: Rendered) -> None:
    """A part of a timeline has the links within it."""
    part = rendered.timeline.model_copy(update={"events": rendered.timeline.events[:4]})
    assert list(links_of(part).forth["evt_charge"]) == []


def test_no_effort_is_told_where_no_model_was_asked(empty: Rendered) -> None:
    """The rules engine costs nothing to speak of."""
    assert effort(empty.timeline.provenance) == ""


@pytest.mark.parametrize(
    ("cost", "ending"),
    [pytest.param(None, "731 out", id="unknown"), pytest.param(0.5, "731 out · $0.5000", id="known")],
)
def test_a_cost_is_told_where_it_is_known(rendered: Rendered, cost: float | None, ending: str) -> None:
    """An unknown cost is not shown as none."""
    usage = Usage(input=2480, cached=1024, output=731, cost_usd=cost)
    assert effort(rendered.timeline.provenance.model_copy(update={"usage": usage})).endswith(ending)


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        pytest.param({"title": "A meets B"}, "“A meets B”, no evidence: the record cites no sentence", id="title"),
        pytest.param({"title": 7}, "no evidence: the record cites no sentence", id="title-that-is-none"),
        pytest.param("prose", "no evidence: the record cites no sentence", id="no-record"),
    ],
)
def test_a_rejection_is_named_by_its_title(draft: dict[str, str] | str, expected: str) -> None:
    """Where there is no title, the reason stands alone."""
    assert rejection_words(Rejection(reason=RejectionReason.NO_EVIDENCE, draft=draft)) == expected


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        pytest.param((), "refusal: no", id="none"),
        pytest.param((3,), "refusal: no (sentence 3 not read)", id="one"),
        pytest.param((3, 4), "refusal: no (sentences 3, 4 not read)", id="two"),
    ],
)
def test_a_failure_names_the_sentences_left_unread(sentences: tuple[int, ...], expected: str) -> None:
    """A reader can look them up."""
    assert failure_words(Failure(kind=FailureKind.REFUSAL, message="no", sentences=sentences)) == expected
