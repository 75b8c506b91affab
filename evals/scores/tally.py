"""Sums over articles from which every score is made; sums of articles add up to the sums of a corpus."""

from collections.abc import Iterable
from typing import NamedTuple

from evals.scores.outcome import Outcome, PairOutcome


class Tally(NamedTuple):
    """Counts and sums of one article, one event type, or a whole corpus.

    `true_positives`, `false_positives` and `misses` count events; the fields from `type` to `sources` are sums
    over `pairs`; `dated_exact` is `date_exact` over the pairs whose labels name a date. `written` counts the
    records of articles for which the length of the model's replies is known.
    """

    true_positives: float = 0
    false_positives: float = 0
    misses: float = 0
    pairs: float = 0
    type: float = 0
    status: float = 0
    place: float = 0
    date_exact: float = 0
    date_overlap: float = 0
    dated: float = 0
    dated_exact: float = 0
    participants: float = 0
    sources: float = 0
    relation_hits: float = 0
    relations_predicted: float = 0
    relations_gold: float = 0
    records: float = 0
    grounded: float = 0
    written: float = 0
    characters: float = 0


def total(tallies: Iterable[Tally]) -> Tally:
    """Add tallies up; nothing at all is a tally of zeros."""
    return Tally(*(sum(column) for column in zip(*tallies, strict=True)))


def tally_article(outcome: Outcome) -> Tally:
    """Sum up one article."""
    records = len(outcome.grounded)
    hits, predicted, gold = outcome.relations
    return tally_events(outcome.pairs, len(outcome.extras), len(outcome.misses))._replace(
        relation_hits=hits,
        relations_predicted=predicted,
        relations_gold=gold,
        records=records,
        grounded=sum(outcome.grounded),
        written=0 if outcome.characters is None else records,
        characters=outcome.characters or 0,
    )


def tally_events(pairs: Iterable[PairOutcome], extras: int, misses: int) -> Tally:
    """Sum up matched pairs, extras and misses. A pair with an optional event counts in its fields alone."""
    fields = total(_tally_pair(pair) for pair in pairs)
    return fields._replace(false_positives=extras, misses=misses)


def _tally_pair(pair: PairOutcome) -> Tally:
    return Tally(
        true_positives=pair.gold.required,
        pairs=1,
        type=pair.type,
        status=pair.status,
        place=pair.place,
        date_exact=pair.date_exact,
        date_overlap=pair.date_overlap,
        dated=pair.dated,
        dated_exact=pair.dated and pair.date_exact,
        participants=pair.participants,
        sources=pair.sources,
    )
