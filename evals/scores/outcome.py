"""How one article came out: every pair field by field, the extras and the misses."""

from typing import NamedTuple

from evals.gold import Gold, GoldEvent, GoldRelation
from evals.prediction import PredictedEvent, PredictedRelation, Prediction
from evals.scores.days import date_score
from evals.scores.grounded import is_grounded
from evals.scores.matching import Matching, Pair, match, participants_f1
from evals.scores.words import names_f1, same_name


class PairOutcome(NamedTuple):
    """A matched pair and how well its fields agree. `dated` says that the labels name a date."""

    predicted: PredictedEvent
    gold: GoldEvent
    type: bool
    status: bool
    place: bool
    date_exact: bool
    date_overlap: float
    dated: bool
    participants: float
    sources: float


class RelationCounts(NamedTuple):
    """Relations whose both ends are matched: right ones, predicted ones, labelled ones."""

    hits: int
    predicted: int
    gold: int


class Outcome(NamedTuple):
    """How one article came out. `misses` are required events that nobody predicted.

    `grounded` holds one truth for every predicted event, in its order.
    """

    article: str
    pairs: tuple[PairOutcome, ...]
    extras: tuple[PredictedEvent, ...]
    misses: tuple[GoldEvent, ...]
    relations: RelationCounts
    grounded: tuple[bool, ...]
    characters: int | None


def score(prediction: Prediction, gold: Gold) -> Outcome:
    """Score the prediction for one article against its labels."""
    matching = match(prediction.events, gold.events)
    return Outcome(
        article=gold.name,
        pairs=tuple(score_pair(pair) for pair in matching.pairs),
        extras=matching.extras,
        misses=tuple(event for event in matching.unmatched if event.required),
        relations=count_relations(matching, prediction.relations, gold.relations),
        grounded=tuple(is_grounded(event, gold.article.text) for event in prediction.events),
        characters=prediction.characters,
    )


def score_pair(pair: Pair) -> PairOutcome:
    """Compare the fields of a matched pair."""
    predicted, gold = pair
    date = date_score(predicted.when, gold.when)
    return PairOutcome(
        predicted=predicted,
        gold=gold,
        type=predicted.type in gold.type,
        status=predicted.status in gold.status,
        place=same_place(predicted.place, gold.place),
        date_exact=date.exact,
        date_overlap=date.overlap,
        dated=gold.when != (None,),
        participants=participants_f1(predicted, gold),
        sources=names_f1(predicted.sources, [(source,) for source in gold.sources]),
    )


def same_place(predicted: str | None, accepted: tuple[str | None, ...]) -> bool:
    """Say whether a place is one of the accepted ones; null agrees with null alone."""
    if predicted is None:
        return None in accepted
    return bool(predicted) and any(same_name(predicted, place) for place in accepted if place)


def count_relations(
    matching: Matching, predicted: tuple[PredictedRelation, ...], gold: tuple[GoldRelation, ...]
) -> RelationCounts:
    """Count the relations between matched events, by kind and both ends."""
    partner = {pair.predicted.id: pair.gold.id for pair in matching.pairs}
    matched = set(partner.values())
    ours = {
        (link.kind, partner[link.source], partner[link.target])
        for link in predicted
        if link.source in partner and link.target in partner
    }
    theirs = {
        (link.kind.value, link.source, link.target)
        for link in gold
        if link.source in matched and link.target in matched
    }
    return RelationCounts(hits=len(ours & theirs), predicted=len(ours), gold=len(theirs))
