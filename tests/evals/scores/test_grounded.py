"""What of a record stands in the text."""

import pytest

from evals.prediction import PredictedEvent
from evals.scores.grounded import is_grounded, numbers, ungrounded
from tests.evals.sample import TEXT, extra, meeting, names, sinking
from timeline.domain.span import Offsets


@pytest.mark.parametrize(
    ("event", "complaint"),
    [
        pytest.param(meeting(evidence=()), "no sentence", id="no evidence"),
        pytest.param(meeting(unfound=("They met.",)), "They met.", id="a quote that was repaired"),
        pytest.param(meeting(evidence=(Offsets(0, 9999),)), "span [0, 9999]", id="a span past the end"),
        pytest.param(meeting(trigger="talked"), "trigger 'talked'", id="trigger"),
        pytest.param(meeting(trigger=""), "trigger ''", id="no trigger"),
        pytest.param(meeting(participants=names("Lord Venn")), "name 'Lord Venn'", id="name"),
        pytest.param(meeting(place="Tarn, Kell"), "place 'Tarn, Kell'", id="place"),
        pytest.param(meeting(sources=("Reuters",)), "source 'Reuters'", id="source"),
        pytest.param(sinking(title="Brack sinks 7 trawlers"), "number '7'", id="number"),
    ],
)
def test_what_is_not_in_the_text_is_named(event: PredictedEvent, complaint: str) -> None:
    """Every part of a record is looked for."""
    assert any(complaint in reason for reason in ungrounded(event, TEXT))
    assert not is_grounded(event, TEXT)


@pytest.mark.parametrize("event", [meeting(), sinking(title="Brack sinks 2 trawlers"), extra()], ids=lambda e: e.title)
def test_grounded_records(event: PredictedEvent) -> None:
    """A number may be written in digits where the text spells it out."""
    assert is_grounded(event, TEXT)


def test_numbers() -> None:
    """Separators of thousands do not count, decimals do."""
    assert numbers("1,200 people, 3.5 percent, twelve ships.") == {"1200", "3.5", "12"}
