"""The library's door: texts and dates in, time expressions out."""

from datetime import date, datetime
from typing import NamedTuple

from timeline.domain.edtf import Bounds, bounds
from timeline.domain.time_expression import TimeExpression
from timeline.errors import InputError
from timeline.temporal.reading import Reading
from timeline.temporal.scope import scoped
from timeline.temporal.tagger import Found, find


class Explained(NamedTuple):
    """A time expression and why it was read so, in words."""

    expression: TimeExpression
    reasons: tuple[str, ...]


def tag(text: str, published: date) -> list[TimeExpression]:
    """Find the time expressions of a text and resolve them against its publication date.

    Args:
        text: the text; offsets count its code points as given.
        published: the day of publication. The clock is never read.

    Returns:
        The expressions in order of their start. They do not overlap.

    Raises:
        InputError: `published` is a datetime or no date, or `text` is no string.
    """
    _check(text, published)
    return [_expression(found, reading) for found, reading in scoped(find(text, published))]


def explain(text: str, published: date) -> list[Explained]:
    """Do what `tag` does, and say of each expression why it was read so.

    Raises:
        InputError: as `tag` does.
    """
    _check(text, published)
    return [Explained(_expression(found, reading), reading.reasons) for found, reading in scoped(find(text, published))]


def resolve_phrase(text: str, start: int, end: int, published: date) -> TimeExpression | None:
    """Resolve exactly the phrase `text[start:end]`, in its context.

    The phrase may hold more than the expression ("on Friday"), both ends of a range, or a part of an expression
    ("Friday" in "next Friday afternoon").

    Returns:
        The expression, or None if the phrase stands for no calendar time.

    Raises:
        InputError: as `tag` does, or the offsets are not in the text.
    """
    _check(text, published)
    if not 0 <= start < end <= len(text):
        raise InputError(f"phrase [{start!r}, {end!r}] is not in a text of {len(text)} characters; give start < end")
    dated = [expression for expression in tag(text, published) if expression.edtf is not None]
    meant = [one for one in dated if start <= one.start and one.end <= end] or [
        one for one in dated if one.start <= start and end <= one.end
    ]
    if len({one.edtf for one in meant}) != 1:
        return None
    return meant[0].model_copy(update={"start": start, "end": end, "text": text[start:end]})


def _check(text: str, published: date) -> None:
    if not isinstance(text, str):
        raise InputError(f"text is a {type(text).__name__}; give a string")
    if isinstance(published, datetime) or not isinstance(published, date):
        raise InputError(f"published is {published!r}; give a datetime.date, such as datetime.date(2024, 10, 12)")


def _expression(found: Found, reading: Reading) -> TimeExpression:
    days = _days(reading.edtf)
    match = found.match
    return TimeExpression(
        start=match.start,
        end=match.end,
        text=match.text,
        type=reading.type,
        value=reading.value,
        mod=reading.mod,
        edtf=reading.edtf if days else None,
        earliest=days.earliest if days else None,
        latest=days.latest if days else None,
        rule=found.rule.name,
        alternatives=reading.alternatives,
    )


def _days(edtf: str | None) -> Bounds | None:
    try:
        return bounds(edtf) if edtf else None
    except ValueError:
        return None
