"""A labelled article of five sentences, small enough to score by hand."""

import hashlib
from typing import Any

from evals.gold import Gold
from evals.prediction import PredictedEvent, PredictedParticipant, PredictedRelation, Prediction
from timeline.domain.span import Offsets

TEXT = """Lord Aldous Venn met Queen Orla in Tarn on Friday.
The two will sign a fishing treaty in Kell on May 3.
Venn accused Brack of sinking two trawlers, the Tarn Gazette reported.
Brack denied it.
Reporters waited outside.
"""


def span(sentence: str) -> list[int]:
    """Return where a sentence of the text stands."""
    start = TEXT.index(sentence)
    return [start, start + len(sentence)]


MEETING = span("Lord Aldous Venn met Queen Orla in Tarn on Friday.")
TREATY = span("The two will sign a fishing treaty in Kell on May 3.")
ACCUSATION = span("Venn accused Brack of sinking two trawlers, the Tarn Gazette reported.")
DENIAL = span("Brack denied it.")


def labels() -> dict[str, Any]:
    """Return the labels as they stand in the file: four required events and an optional one."""
    venn = {"name": "Aldous Venn", "role": "participant", "aliases": ["Venn"]}
    orla = {"name": "Orla", "role": "participant", "aliases": []}
    brack = {"name": "Brack", "role": "target", "aliases": []}
    common: dict[str, Any] = {"place": [None], "sources": [], "required": True}
    return {
        "article": "tarn",
        "published": "2021-04-11",
        "language": "en",
        "text_sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
        "events": [
            {
                **common,
                "id": "e1",
                "title": "Venn and Orla meet in Tarn",
                "type": ["meeting"],
                "status": ["occurred"],
                "when": ["2021-04-09"],
                "participants": [venn, orla],
                "place": ["Tarn"],
                "trigger": ["met"],
                "evidence": [MEETING],
            },
            {
                **common,
                "id": "e2",
                "title": "Venn and Orla sign a fishing treaty in Kell",
                "type": ["agreement", "meeting"],
                "status": ["planned"],
                "when": ["2021-05-03"],
                "participants": [venn, orla],
                "place": ["Kell"],
                "trigger": ["sign"],
                "evidence": [TREATY],
            },
            {
                **common,
                "id": "e3",
                "title": "Venn accuses Brack of sinking two trawlers",
                "type": ["accusation"],
                "status": ["occurred"],
                "when": [None],
                "participants": [{**venn, "role": "actor"}, brack],
                "sources": ["Tarn Gazette"],
                "trigger": ["accused"],
                "evidence": [ACCUSATION],
            },
            {
                **common,
                "id": "e4",
                "title": "Brack denies the accusation",
                "type": ["denial"],
                "status": ["occurred"],
                "when": [None],
                "participants": [{**brack, "role": "actor"}],
                "trigger": ["denied"],
                "evidence": [DENIAL],
            },
            {
                **common,
                "id": "e5",
                "title": "Brack sinks two trawlers",
                "type": ["attack"],
                "status": ["alleged"],
                "when": [None],
                "participants": [{**brack, "role": "actor"}],
                "trigger": ["sinking"],
                "evidence": [ACCUSATION],
                "required": False,
            },
        ],
        "relations": [
            {"kind": "denies", "from": "e4", "to": "e3"},
            {"kind": "alleges", "from": "e3", "to": "e5"},
        ],
    }


def names(*given: str) -> tuple[PredictedParticipant, ...]:
    """Return participants by name."""
    return tuple(PredictedParticipant(name=name, role="participant") for name in given)


def meeting(**changes: object) -> PredictedEvent:
    """Return a right prediction of the meeting, changed as asked."""
    event = PredictedEvent(
        id="p1",
        title="Venn meets Orla",
        type="meeting",
        status="occurred",
        when="2021-04-09",
        participants=names("Aldous Venn", "Orla"),
        place="Tarn",
        trigger="met",
        evidence=(Offsets(*MEETING),),
    )
    return event.model_copy(update=changes)


def prediction(gold: Gold, *events: PredictedEvent, links: tuple[tuple[str, str, str], ...] = ()) -> Prediction:
    """Return a prediction for an article."""
    relations = tuple(PredictedRelation(kind=kind, source=source, target=target) for kind, source, target in links)
    return Prediction(article=gold.name, text=gold.article.id, events=events, relations=relations)


def treaty(**changes: object) -> PredictedEvent:
    """Return a prediction of the treaty with a wrong type, a vague date, a missing name and place, a false source."""
    event = PredictedEvent(
        id="p2",
        title="Venn signs",
        type="statement",
        status="planned",
        when="2021-05",
        participants=names("Venn"),
        sources=("Brack",),
        trigger="sign",
        evidence=(Offsets(*TREATY),),
    )
    return event.model_copy(update=changes)


def denial(**changes: object) -> PredictedEvent:
    """Return a right prediction of the denial, changed as asked."""
    event = PredictedEvent(
        id="p3",
        title="Brack denies it",
        type="denial",
        status="occurred",
        participants=names("Brack"),
        trigger="denied",
        evidence=(Offsets(*DENIAL),),
    )
    return event.model_copy(update=changes)


def sinking(**changes: object) -> PredictedEvent:
    """Return a prediction of the optional event with a wrong status."""
    event = PredictedEvent(
        id="p4",
        title="Brack sinks two trawlers",
        type="attack",
        status="occurred",
        participants=names("Brack"),
        trigger="sinking",
        evidence=(Offsets(*ACCUSATION),),
    )
    return event.model_copy(update=changes)


def extra(**changes: object) -> PredictedEvent:
    """Return a prediction that no label answers."""
    event = PredictedEvent(
        id="p5",
        title="Reporters wait",
        type="other",
        status="occurred",
        trigger="waited",
        evidence=(Offsets(*span("Reporters waited outside.")),),
    )
    return event.model_copy(update=changes)
