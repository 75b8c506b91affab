"""A store with as many invented events as wanted, written in bulk: what the store's benchmark asks its questions of.

Names and words follow Zipf's law, as they do in news: a few stand in every third event, most in hardly any. Dates lie
in 25 years; most are days, some months, years and spans without an end, and one in seven events has none. The articles
are drawn from a few thousand that are made in full; each is given a date and ids of its own.
"""

import random
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from typing import Generic, NamedTuple, TypeVar

from sqlalchemy import Connection, insert, text

from timeline.domain.article import Article
from timeline.domain.span import Offsets
from timeline.domain.timeline import (
    ArticleReference,
    Counts,
    Event,
    Evidence,
    Participant,
    Provenance,
    Quote,
    Timeline,
    When,
)
from timeline.domain.vocabulary import EventStatus, EventType, Granularity, Role
from timeline.store.aliases import longer_forms
from timeline.store.documents import identity, take_apart
from timeline.store.fulltext.full_text import Findable
from timeline.store.fulltext.sqlite import as_row
from timeline.store.places import place, standing
from timeline.store.store import Store
from timeline.store.tables import articles, events, listed, versions
from timeline.store.terms import event_words

FIRST_DAY = date(2000, 1, 1)
DAYS = 25 * 365
EVENTS_OF_AN_ARTICLE = 8
MODELS = 4_000
_SYLLABLES = tuple(first + last for first in "bdfgklmnrstvz" for last in ("a", "e", "il", "or"))
_NAMES, _WORDS = 40_000, 60_000
_BATCH = 2_000
_AT = datetime(2025, 1, 1, tzinfo=UTC)
_REACHES = {"day": 68, "month": 8, "year": 4, "long": 2, "open end": 3, "open start": 1, "none": 14}
_LENGTHS = {"month": 30, "year": 365, "long": 4_000}
_STATUSES = dict(zip(EventStatus, (60, 6, 12, 7, 1, 1, 8, 1, 4), strict=True))
_SPAN = Offsets(0, 4)

_Item = TypeVar("_Item")


class Ranked(Generic[_Item]):
    """Things of which the first are drawn often and the last hardly ever, by Zipf's law."""

    def __init__(self, items: Sequence[_Item], exponent: float) -> None:
        self.items = items
        self._weights = list(accumulate(1 / rank**exponent for rank in range(1, len(items) + 1)))

    def draw(self, chance: random.Random, count: int) -> list[_Item]:
        """Return some of them."""
        return chance.choices(self.items, cum_weights=self._weights, k=count)


class World(NamedTuple):
    """The names, words and kinds of events that there are."""

    names: Ranked[str]
    words: Ranked[str]
    types: Ranked[EventType]


class Model(NamedTuple):
    """The events of an article without their dates, and what they are found by."""

    events: tuple[Event, ...]
    names: tuple[tuple[tuple[str, ...], ...], ...]
    words: tuple[tuple[str, ...], ...]


def make_world(seed: int) -> World:
    """Return the world of a seed."""
    chance = random.Random(seed)  # noqa: S311 - a benchmark, no secret
    first, last = _invented(chance, 2_000), _invented(chance, 8_000)
    names = [f"{chance.choice(first)} {chance.choice(last)}".title() for _ in range(_NAMES)]
    return World(Ranked(names, 0.9), Ranked(_invented(chance, _WORDS), 0.9), Ranked(tuple(EventType), 0.8))


def fill(store: Store, world: World, *, count: int, seed: int) -> None:
    """Write `count` events into an empty SQLite store."""
    chance = random.Random(seed)  # noqa: S311 - a benchmark, no secret
    models = [_model(chance, world) for _ in range(MODELS)]
    taken: Counter[tuple[int, int]] = Counter()
    articles_wanted = count // EVENTS_OF_AN_ARTICLE
    with store.database.writing() as connection:
        connection.execute(text("CREATE TEMP TABLE staged (place INTEGER, facets TEXT, names TEXT, words TEXT)"))
        for start in range(1, articles_wanted + 1, _BATCH):
            keys = range(start, min(start + _BATCH, articles_wanted + 1))
            _write(connection, {key: _article(chance, chance.choice(models), key) for key in keys}, taken)
        connection.execute(
            text(
                "INSERT INTO listed_words (rowid, facets, names, words) "
                "SELECT place, facets, names, words FROM staged ORDER BY place"
            )
        )
        connection.execute(text("DROP TABLE staged"))


class _Invented(NamedTuple):
    article: Article
    timeline: Timeline
    model: Model


def _write(connection: Connection, batch: dict[int, _Invented], taken: Counter[tuple[int, int]]) -> None:
    connection.execute(insert(articles), [_article_row(key, one.article) for key, one in batch.items()])
    connection.execute(insert(versions), [_version_row(key, one) for key, one in batch.items()])
    records = [
        {"version": key, "position": position, "id": event.id, "record": event.model_dump_json()}
        for key, one in batch.items()
        for position, event in enumerate(one.timeline.events)
    ]
    connection.execute(insert(events), records)
    rows, found = [], []
    for key, one in batch.items():
        for position, event in enumerate(one.timeline.events):
            at = standing(event.when, one.timeline.article.published)
            where = place(at.first, at.last, taken[at.first, at.last])
            taken[at.first, at.last] += 1
            names, words = one.model.names[position], one.model.words[position]
            found.append(as_row(Findable(where, at.reach, event.type, event.status, names, words)))
            rows.append(
                {
                    "place": where,
                    "version": key,
                    "position": position,
                    "reach": at.reach,
                    "type": event.type,
                    "status": event.status,
                }
            )
    connection.execute(insert(listed), rows)
    connection.execute(text("INSERT INTO staged VALUES (:place, :facets, :names, :words)"), found)


def _article_row(key: int, article: Article) -> dict[str, object]:
    return {
        "key": key,
        "id": article.id,
        "text": article.text.encode(),
        "language": article.language,
        "first_stored": _AT,
        "last_stored": _AT,
        "current": 1,
    }


def _version_row(key: int, one: _Invented) -> dict[str, object]:
    return {
        "key": key,
        "article": key,
        "number": 1,
        "identity": identity(one.article, one.timeline, is_whole=True),
        "at": _AT,
        **take_apart(one.timeline)._asdict(),
    }


def _article(chance: random.Random, model: Model, key: int) -> _Invented:
    published = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
    made = tuple(
        event.model_copy(update={"id": f"evt_{key:012x}{at:04x}", "when": _when(chance, published)})
        for at, event in enumerate(model.events)
    )
    article = Article(text=f"{key}\n" + "\n".join(one.evidence[0].exact for one in made), published=published)
    reference = ArticleReference(id=article.id, title=f"Article {key}", published=published, source=None, url=None)
    counts = Counts(proposed=len(made), accepted=len(made), merged=0, rejected=0)
    provenance = Provenance(engine="rules", model=None, prompts={}, version="0.1.0", counts=counts)
    return _Invented(article, Timeline(article=reference, events=made, provenance=provenance), model)


def _model(chance: random.Random, world: World) -> Model:
    cast = list(dict.fromkeys(world.names.draw(chance, 6)))
    made = tuple(_event(chance, world, cast) for _ in range(EVENTS_OF_AN_ARTICLE))
    forms = longer_forms(made)
    names = tuple(tuple(form for one in event.participants for form in forms[one.name]) for event in made)
    return Model(made, names, tuple(event_words(event) for event in made))


def _event(chance: random.Random, world: World, cast: list[str]) -> Event:
    sentence = " ".join(world.words.draw(chance, 25)).capitalize() + "."
    named = chance.sample(cast, min(len(cast), chance.randint(1, 3)))
    return Event(
        id="",
        title=" ".join(sentence.split()[:6]),
        type=world.types.draw(chance, 1)[0],
        status=chance.choices(list(_STATUSES), list(_STATUSES.values()))[0],
        when=None,
        participants=tuple(Participant(name=name, role=Role.PARTICIPANT, span=_SPAN) for name in named),
        place=None,
        sources=(),
        trigger=Quote(text=sentence.split()[0], span=_SPAN),
        evidence=(Evidence(span=_SPAN, exact=sentence, prefix="", suffix=""),),
    )


def _when(chance: random.Random, published: date) -> When | None:
    reach = chance.choices(list(_REACHES), list(_REACHES.values()))[0]
    if reach == "none":
        return None
    first = published - timedelta(days=int(chance.expovariate(1 / 20)))
    earliest = None if reach == "open start" else first
    latest = None if reach == "open end" else first + timedelta(days=_LENGTHS.get(reach, 0))
    return When(
        edtf="/".join("" if day is None else day.isoformat() for day in (earliest, latest)),
        earliest=earliest,
        latest=latest,
        granularity=Granularity.INTERVAL,
        expression=Quote(text="then", span=_SPAN),
        anchor=published,
        rule="invented",
    )


def _invented(chance: random.Random, count: int) -> list[str]:
    """Return different words of two to five syllables."""
    found: dict[str, None] = {}
    while len(found) < count:
        found["".join(chance.choices(_SYLLABLES, k=chance.randint(2, 5)))] = None
    return list(found)
