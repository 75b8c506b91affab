"""Predictions made from the labels and then damaged in a known way, to try a scorer with."""

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from random import Random

from evals.gold import Gold, GoldEvent
from evals.prediction import PredictedEvent, PredictedParticipant, PredictedRelation, Prediction
from timeline.domain.span import Offsets
from timeline.domain.vocabulary import EventStatus, EventType, RelationKind

SHARE = 0.3
"""How many of the events a distortion damages."""

Damage = Callable[[PredictedEvent, Prediction, Random], PredictedEvent]


def perfect(gold: Gold) -> Prediction:
    """Return a prediction that says what the labels prefer."""
    return Prediction(
        article=gold.name,
        text=gold.article.id,
        events=tuple(_event(event) for event in gold.events),
        relations=tuple(
            PredictedRelation(kind=link.kind, source=link.source, target=link.target) for link in gold.relations
        ),
    )


def dice(*seeds: object) -> Random:
    """Return dice that fall the same way whenever the seeds are the same."""
    return Random(":".join(str(seed) for seed in seeds))  # noqa: S311 - nothing secret


def distorted(prediction: Prediction, name: str, random: Random) -> Prediction:
    """Return a prediction with some of its events damaged; `name` is one of DISTORTIONS."""
    return DISTORTIONS[name](prediction, random)


def _event(event: GoldEvent) -> PredictedEvent:
    return PredictedEvent(
        id=event.id,
        title=event.title,
        type=event.type[0],
        status=event.status[0],
        when=event.when[0],
        participants=tuple(PredictedParticipant(name=who.name, role=who.role) for who in event.participants),
        place=event.place[0],
        sources=event.sources,
        trigger=event.trigger[0],
        evidence=event.evidence[:1],
    )


def _changed(event: PredictedEvent, **fields: object) -> PredictedEvent:
    return event.model_copy(update=fields)


def _on_some(damage: Damage) -> Callable[[Prediction, Random], Prediction]:
    def apply(prediction: Prediction, random: Random) -> Prediction:
        events = tuple(
            damage(event, prediction, random) if random.random() < SHARE else event for event in prediction.events
        )
        return prediction.model_copy(update={"events": events})

    return apply


def _drop(prediction: Prediction, random: Random) -> Prediction:
    return prediction.model_copy(
        update={"events": tuple(event for event in prediction.events if random.random() >= SHARE)}
    )


def _repeat(prediction: Prediction, random: Random) -> Prediction:
    copies = tuple(_changed(event, id=f"{event.id}-again") for event in prediction.events if random.random() < SHARE)
    return prediction.model_copy(update={"events": prediction.events + copies})


def _shuffle(prediction: Prediction, random: Random) -> Prediction:
    events = list(prediction.events)
    random.shuffle(events)
    return prediction.model_copy(update={"events": tuple(events)})


def _relink(prediction: Prediction, random: Random) -> Prediction:
    links = [link for link in prediction.relations if random.random() >= SHARE]
    ids = [event.id for event in prediction.events] or ["nobody"]
    links += [
        PredictedRelation(
            kind=random.choice(list(RelationKind)), source=random.choice(ids), target=random.choice([*ids, "nobody"])
        )
        for _ in range(3)
    ]
    return prediction.model_copy(update={"relations": tuple(links)})


def _change_type(event: PredictedEvent, _: Prediction, random: Random) -> PredictedEvent:
    return _changed(event, type=random.choice(list(EventType)).value)


def _change_status(event: PredictedEvent, _: Prediction, random: Random) -> PredictedEvent:
    return _changed(event, status=random.choice(list(EventStatus)).value)


def _shift_date(event: PredictedEvent, _: Prediction, random: Random) -> PredictedEvent:
    day = date(2020, 1, 1) + timedelta(days=random.randrange(2000))
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", event.when or ""):
        day = date.fromisoformat(str(event.when)) + timedelta(days=random.randrange(-3, 4))
    later = day + timedelta(days=random.randrange(40))
    forms = [day.isoformat(), f"{day:%Y-%m}", f"{day:%Y}", f"{day:%Y}-{random.choice((21, 24, 33, 36, 41))}"]
    forms += [f"{day}/{later}", f"{day:%Y}/..", f"../{day:%Y-%m}", f"{day:%Y-%m}~", f"{day}T09:30:00", "soon"]
    return _changed(event, when=random.choice([*forms, None]))


def _swap_names(event: PredictedEvent, prediction: Prediction, random: Random) -> PredictedEvent:
    other = random.choice(prediction.events)
    return _changed(event, participants=other.participants, sources=other.sources, place=other.place)


def _shorten_names(event: PredictedEvent, _: Prediction, random: Random) -> PredictedEvent:
    shorter = tuple(
        who.model_copy(update={"name": random.choice(who.name.split())}) for who in event.participants if who.name
    )
    return _changed(event, participants=shorter, place=event.place and event.place.split(",")[0])


def _move_evidence(event: PredictedEvent, prediction: Prediction, random: Random) -> PredictedEvent:
    spans = random.choice(prediction.events).evidence
    nudged = tuple(Offsets(max(0, span.start - 20), span.end) for span in spans)
    return _changed(event, evidence=random.choice([nudged, ()]))


def _reword(event: PredictedEvent, prediction: Prediction, random: Random) -> PredictedEvent:
    title = random.choice(prediction.events).title.split()
    return _changed(event, title=" ".join(title[: random.randrange(1, 12)]), trigger=random.choice(["", *title]))


def _everything(prediction: Prediction, random: Random) -> Prediction:
    for name in random.sample([name for name in DISTORTIONS if name != "everything"], k=6):
        prediction = DISTORTIONS[name](prediction, random)
    return prediction


DISTORTIONS: Mapping[str, Callable[[Prediction, Random], Prediction]] = {
    "dropped events": _drop,
    "repeated events": _repeat,
    "shuffled events": _shuffle,
    "changed types": _on_some(_change_type),
    "changed statuses": _on_some(_change_status),
    "shifted dates": _on_some(_shift_date),
    "swapped names": _on_some(_swap_names),
    "shortened names": _on_some(_shorten_names),
    "moved evidence": _on_some(_move_evidence),
    "other words": _on_some(_reword),
    "other relations": _relink,
    "everything": _everything,
}
"""Every way to damage a prediction."""
