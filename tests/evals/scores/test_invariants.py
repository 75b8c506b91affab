"""What holds for every prediction, right or wrong."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from evals.distort import DISTORTIONS, dice, distorted, perfect
from evals.gold import Gold, GoldEvent
from evals.prediction import Prediction
from evals.report.segments import segments
from evals.scores.days import date_score, days_of
from evals.scores.matching import match
from evals.scores.metrics import METRICS
from evals.scores.outcome import score
from evals.scores.tally import tally_article
from evals.scores.words import names_f1
from tests.evals.sample import TEXT, labels
from timeline.domain.article import Article
from timeline.domain.span import Offsets

GOLD = Gold(
    name="tarn",
    article=Article(text=TEXT, published=date(2021, 4, 11)),
    events=tuple(GoldEvent.model_validate(event) for event in labels()["events"]),
    relations=(),
)

damaged = st.builds(
    lambda name, seed: distorted(distorted(perfect(GOLD), "everything", dice(seed)), name, dice(seed, name)),
    st.sampled_from(sorted(DISTORTIONS)),
    st.integers(0, 10_000),
)
spans = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(lambda ends: Offsets(min(ends), max(ends)))
names = st.lists(st.sampled_from(["Iran", "the Iran", "Masoud Pezeshkian", "Pezeshkian", "", "of"]), max_size=4)


@settings(deadline=None)
@given(damaged)
def test_shares_lie_between_zero_and_one(prediction: Prediction) -> None:
    """No damage makes a score leave its scale."""
    tally = tally_article(score(prediction, GOLD))
    values = [metric.of(tally) for name, metric in METRICS.items() if name != "characters_per_event"]
    assert all(value is None or 0 <= value <= 1 for value in values)


@settings(deadline=None)
@given(damaged)
def test_every_event_is_counted_once(prediction: Prediction) -> None:
    """Predictions are pairs or extras, labels are pairs or unmatched."""
    matching = match(prediction.events, GOLD.events)
    assert len(matching.pairs) + len(matching.extras) == len(prediction.events)
    assert len(matching.pairs) + len(matching.unmatched) == len(GOLD.events)
    assert len({pair.gold.id for pair in matching.pairs}) == len(matching.pairs)


@settings(deadline=None)
@given(names, names)
def test_f1_of_names_lies_between_zero_and_one(predicted: list[str], gold: list[str]) -> None:
    """Also where a name is empty or a stop word."""
    assert 0 <= names_f1(predicted, [(name,) for name in gold]) <= 1


@settings(deadline=None)
@given(st.dates(min_value=date(1, 1, 1)), st.dates(min_value=date(1, 1, 1)))
def test_days_of_an_interval_are_its_ends(first: date, second: date) -> None:
    """And a date always agrees with itself."""
    start, end = sorted((first, second))
    edtf = f"{start.isoformat()}/{end.isoformat()}"
    assert days_of(edtf) == (start.toordinal(), end.toordinal())
    assert date_score(edtf, [None, edtf]) == (True, 1.0)


@settings(deadline=None)
@given(st.dictionaries(st.text(max_size=3), st.lists(spans, max_size=3), max_size=4))
def test_segments_put_together_are_the_text(cited: dict[str, list[Offsets]]) -> None:
    """However records overlap."""
    found = segments(TEXT, cited)
    assert "".join(segment.text for segment in found) == TEXT
    assert {key for segment in found for key in segment.keys} == {
        key for key, places in cited.items() if any(place.start < place.end for place in places)
    }
