"""The vocabulary as a page of documentation: `python -m timeline.render.vocabulary > docs/vocabulary.md`."""

import sys
from collections.abc import Iterable

from timeline.domain.vocabulary import (
    EventStatus,
    EventType,
    FailureKind,
    Granularity,
    RejectionReason,
    RelationKind,
    Role,
    Term,
    WarningCode,
)

_LISTS: dict[str, type[Term]] = {
    "Status": EventStatus,
    "Role": Role,
    "Relation": RelationKind,
    "Granularity": Granularity,
    "Rejection": RejectionReason,
    "Warning": WarningCode,
    "Failure": FailureKind,
}


def vocabulary_page() -> str:
    """Return the page, in Markdown."""
    types = ((one.value, one.definition, one.plover or "–") for one in EventType)
    sections = ["# Vocabulary", "Every closed list of the Timeline JSON, written from `timeline/domain/vocabulary.py`."]
    sections += ["## Type", _table(("value", "what it covers", "PLOVER"), types)]
    for heading, terms in _LISTS.items():
        sections += [f"## {heading}", _table(("value", "meaning"), ((one.value, one.definition) for one in terms))]
    return "\n\n".join(sections) + "\n"


def _table(headings: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [headings, tuple("---" for _ in headings), *((f"`{first}`", *rest) for first, *rest in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


if __name__ == "__main__":
    sys.stdout.write(vocabulary_page())
