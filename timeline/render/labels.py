"""The words and marks of a timeline for readers, shared by the table, the report and the page."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from timeline.domain.timeline import Event, Failure, Provenance, Rejection, Timeline
from timeline.domain.vocabulary import EventStatus, RelationKind, Role, Term
from timeline.render.rendered import Rendered

MARKS = {
    EventStatus.OCCURRED: "●",
    EventStatus.ONGOING: "◐",
    EventStatus.PLANNED: "○",
    EventStatus.PROPOSED: "◌",
    EventStatus.POSTPONED: "»",
    EventStatus.CANCELLED: "×",
    EventStatus.ALLEGED: "?",
    EventStatus.DENIED: "⊘",
    EventStatus.HYPOTHETICAL: "◇",
}
"""One sign for each status, so that no meaning hangs on colour alone."""

INVERSES = {
    RelationKind.ALLEGES: "alleged in",
    RelationKind.DENIES: "denied in",
    RelationKind.ABOUT: "spoken of in",
    RelationKind.RESPONDS_TO: "answered by",
    RelationKind.PART_OF: "includes",
    RelationKind.UPDATES: "updated by",
}
"""How a relation reads from its other end."""


class Link(NamedTuple):
    """A relation as it reads from the event that shows it."""

    words: str
    event: Event


def spaced(term: Term) -> str:
    """Write a value of a closed list in words: `responds_to` is "responds to"."""
    return term.value.replace("_", " ")


def people(event: Event) -> str:
    """List who takes part, with the role where it is not that of an equal."""
    return ", ".join(
        each.name if each.role is Role.PARTICIPANT else f"{each.name} ({each.role})" for each in event.participants
    )


class Links(NamedTuple):
    """The relations of a timeline by the id of the event that shows them, in their order."""

    forth: Mapping[str, Sequence[Link]]
    back: Mapping[str, Sequence[Link]]


def links_of(timeline: Timeline) -> Links:
    """Find what each event bears on, and what bears on it."""
    by_id = {event.id: event for event in timeline.events}
    forth: dict[str, list[Link]] = {id_: [] for id_ in by_id}
    back: dict[str, list[Link]] = {id_: [] for id_ in by_id}
    for relation in timeline.relations:
        if relation.source in by_id and relation.target in by_id:
            forth[relation.source].append(Link(spaced(relation.kind), by_id[relation.target]))
            back[relation.target].append(Link(INVERSES[relation.kind], by_id[relation.source]))
    return Links(forth, back)


def engine_words(provenance: Provenance) -> str:
    """Name the engine, and its model where it has one."""
    return f"{provenance.engine} engine" + (f", {provenance.model}" if provenance.model else "")


def extent(rendered: Rendered) -> str:
    """Say how many events are shown, and of how many where they are chosen ones."""
    shown = len(rendered.timeline.events)
    return _count(shown, "event") if rendered.whole is None else f"{shown} of {_count(rendered.whole, 'event')}"


def balance(rendered: Rendered) -> str:
    """Say what became of everything that was proposed for the article, whichever events are shown."""
    counts = rendered.timeline.provenance.counts
    words = (
        f"{counts.proposed} proposed = {counts.accepted} accepted + {counts.merged} merged + {counts.rejected} rejected"
    )
    return words if rendered.whole is None else f"the whole article: {words}"


def effort(provenance: Provenance) -> str:
    """Say what the timeline took; empty where no model was asked."""
    if not provenance.requests:
        return ""
    usage = provenance.usage
    words = f"{_count(provenance.requests, 'request')}, {_count(provenance.retries, 'retry', 'retries')}"
    words += f" · {usage.input:,} tokens in ({usage.cached:,} cached), {usage.output:,} out"
    return words if usage.cost_usd is None else f"{words} · ${usage.cost_usd:.4f}"


def rejection_words(rejection: Rejection) -> str:
    """Say what was not taken, by its title where it has one, and why."""
    draft = rejection.draft
    title = draft.get("title") if isinstance(draft, dict) else None
    reason = f"{spaced(rejection.reason)}: {rejection.message or rejection.reason.definition}"
    return f"“{title}”, {reason}" if isinstance(title, str) and title else reason


def failure_words(failure: Failure) -> str:
    """Say what could not be done, and which sentences were left unread."""
    words = f"{spaced(failure.kind)}: {failure.message}"
    if not failure.sentences:
        return words
    noun = "sentence" if len(failure.sentences) == 1 else "sentences"
    return f"{words} ({noun} {', '.join(str(number) for number in failure.sentences)} not read)"


def _count(number: int, one: str, many: str | None = None) -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
