"""Hand-labelled articles: how they are read, and why one is refused."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Annotated

from pydantic import Field, ValidationError
from pydantic_core import ErrorDetails

from evals.errors import GoldError, RunError
from evals.scores.days import days_of
from evals.scores.words import stands_in
from timeline.domain.article import Article
from timeline.domain.span import Span
from timeline.domain.value import Value
from timeline.domain.vocabulary import EventStatus, EventType, RelationKind, Role

ARTICLES = Path(__file__).parent / "articles"

Label = Annotated[str, Field(min_length=1)]


class GoldParticipant(Value):
    """Someone who takes part, with the other names that count as right."""

    name: Label
    role: Role
    aliases: tuple[Label, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every accepted name, the preferred one first."""
        return (self.name, *self.aliases)


class GoldEvent(Value):
    """One labelled event. Where a field lists several values all are accepted, and the first is preferred.

    `evidence` holds every sentence that a correct record may cite. An event that is not `required` costs
    nothing when missing and nothing when found.
    """

    id: Label
    title: Label
    type: Annotated[tuple[EventType, ...], Field(min_length=1)]
    status: Annotated[tuple[EventStatus, ...], Field(min_length=1)]
    when: Annotated[tuple[str | None, ...], Field(min_length=1)]
    participants: tuple[GoldParticipant, ...]
    place: Annotated[tuple[Label | None, ...], Field(min_length=1)]
    sources: tuple[Label, ...]
    trigger: Annotated[tuple[Label, ...], Field(min_length=1)]
    evidence: Annotated[tuple[Span, ...], Field(min_length=1)]
    required: bool


class GoldRelation(Value):
    """A labelled link between two events, by id."""

    kind: RelationKind
    source: str = Field(alias="from")
    target: str = Field(alias="to")


class Gold(Value):
    """An article with its labels."""

    name: str
    article: Article
    events: tuple[GoldEvent, ...]
    relations: tuple[GoldRelation, ...]

    @cached_property
    def identity(self) -> str:
        """The SHA-256 of everything that a score depends on: text, date and labels."""
        return hashlib.sha256(self.model_dump_json().encode()).hexdigest()


class _GoldFile(Value):
    """The file as it is written. `text_sha256` is the SHA-256 of the text file's bytes when it was labelled."""

    article: str
    published: date
    language: str = "en"
    text_sha256: str
    events: tuple[GoldEvent, ...]
    relations: tuple[GoldRelation, ...]


def load_corpus(folder: Path = ARTICLES) -> tuple[Gold, ...]:
    """Read every labelled article of a folder, in order of name.

    Raises:
        GoldError: Some labels break the codebook, or a text has no labels.
        RunError: There is nothing to read.
    """
    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise RunError(f"{folder}: no labelled article (NAME.txt with NAME.json) in this folder")
    for text in sorted(folder.glob("*.txt")):
        if text.with_suffix(".json") not in paths:
            raise GoldError(text, [f"a text without labels; add {text.stem}.json or remove it"])
    return tuple(load_gold(path) for path in paths)


def load_gold(path: Path) -> Gold:
    """Read one labelled article: `path` is the JSON file, its text lies beside it.

    Raises:
        GoldError: The labels break the codebook, or the text was changed after labelling.
    """
    text_path = path.with_suffix(".txt")
    if not text_path.exists():
        raise GoldError(path, [f"its text {text_path.name} does not exist"])
    content = text_path.read_bytes()
    try:
        file = _GoldFile.model_validate_json(path.read_bytes())
        text = content.decode("utf-8-sig")
    except ValidationError as error:
        raise GoldError(path, [_reason(details) for details in error.errors()]) from error
    except UnicodeDecodeError as error:
        raise GoldError(path, [f"its text is not UTF-8: {error}"]) from error
    if reasons := [*_hash_reasons(file, content), *_reasons(file, path.stem, text)]:
        raise GoldError(path, reasons)
    article = Article(text=text, published=file.published, language=file.language)
    return Gold(name=file.article, article=article, events=file.events, relations=file.relations)


def corpus_identity(corpus: Iterable[Gold]) -> str:
    """Return the SHA-256 of all labelled articles together."""
    identities = sorted(f"{gold.name}:{gold.identity}" for gold in corpus)
    return hashlib.sha256("\n".join(identities).encode()).hexdigest()


def _reason(details: ErrorDetails) -> str:
    where = ".".join(str(part) for part in details["loc"])
    return f"{where}: {details['msg']}; got {details['input']!r:.80}"


def _hash_reasons(file: _GoldFile, content: bytes) -> Iterator[str]:
    found = hashlib.sha256(content).hexdigest()
    if found != file.text_sha256:
        yield (
            f"the text was changed after labelling: its SHA-256 is {found}, labelled was {file.text_sha256!r}; "
            "check the labels, then write the new hash into text_sha256"
        )


def _reasons(file: _GoldFile, stem: str, text: str) -> Iterator[str]:
    if file.article != stem:
        yield f"article is {file.article!r}, the file is named {stem!r}"
    ids = Counter(event.id for event in file.events)
    yield from (f"{id_}: {count} events have this id" for id_, count in ids.items() if count > 1)
    for event in file.events:
        yield from (f"{event.id}: {reason}" for reason in _event_reasons(event, text))
    for relation in file.relations:
        yield from _relation_reasons(relation, ids)
    twice = Counter((relation.kind, relation.source, relation.target) for relation in file.relations)
    yield from (f"relation {' '.join(link)} is listed {count} times" for link, count in twice.items() if count > 1)


def _relation_reasons(relation: GoldRelation, ids: Counter[str]) -> Iterator[str]:
    for end in (relation.source, relation.target):
        if end not in ids:
            yield f"relation {relation.kind} {relation.source} {relation.target}: there is no event {end!r}"
    if relation.source == relation.target:
        yield f"relation {relation.kind} links {relation.source!r} with itself"


def _event_reasons(event: GoldEvent, text: str) -> Iterator[str]:
    for span in event.evidence:
        if span.end > len(text) or not span.of(text).strip():
            yield f"evidence {list(span)} holds no text; the text has {len(text)} characters"
    dates = [value for value in event.when if value is not None and not _is_date(value)]
    yield from (f"when {value!r} is no EDTF value of the codebook" for value in dates)
    cited = " … ".join(span.of(text) for span in event.evidence)
    triggers = [trigger for trigger in event.trigger if not stands_in(trigger, cited)]
    yield from (f"trigger {trigger!r} stands in none of the evidence" for trigger in triggers)
    names = [name for participant in event.participants for name in participant.names]
    copied = [*names, *event.sources, *filter(None, event.place)]
    yield from (f"{name!r} does not stand in the text" for name in copied if not stands_in(name, text))


def _is_date(value: str) -> bool:
    try:
        days = days_of(value).closed
    except ValueError:
        return False
    return days.first <= days.last and not set(value) & set("?%")
