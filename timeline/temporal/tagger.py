"""Finds the time expressions of a text and resolves them, in order, against publication and each other."""

from datetime import date
from functools import partial
from typing import NamedTuple

from timeline.temporal.english.rules import english, english_scanner
from timeline.temporal.grammar import Grammar, Match, Rule
from timeline.temporal.narrative import tells_history
from timeline.temporal.reading import Reading
from timeline.temporal.reference import Context
from timeline.temporal.scan import stretches
from timeline.temporal.tokens import Cutter, Tokens


class Found(NamedTuple):
    """A match with what it was resolved to, and by which rule."""

    match: Match
    rule: Rule
    reading: Reading


def find(text: str, published: date) -> list[Found]:
    """Return the time expressions in order; they do not overlap."""
    grammar, scanner = english(), english_scanner()
    cutter = Cutter(text, grammar.lexicon)
    triggers = scanner.triggers(cutter.folded)
    context = Context(text, published, narrative=tells_history(text, triggers, grammar.lexicon, published))
    context.parse = partial(_whole, grammar)
    found: list[Found] = []
    for start, stop in stretches(cutter.folded, triggers):
        _read_stretch(grammar, cutter.cut(start, stop), context, found)
    return found


def _read_stretch(grammar: Grammar, tokens: Tokens, context: Context, found: list[Found]) -> None:
    stop = len(tokens.classes)
    context.match_stop = -1
    at = 0
    while (start := grammar.next_start(tokens, at)) is not None:
        accepted = _first_reading(grammar, tokens, start, stop, context)
        if accepted is None:
            at = start + 1
            continue
        found.append(accepted)
        _remember(accepted, context)
        at = accepted.match.stop


def _remember(accepted: Found, context: Context) -> None:
    context.match_stop, context.match_period = accepted.match.stop, accepted.reading.period
    if accepted.reading.period is not None and accepted.reading.told:
        context.tell(accepted.match.end, accepted.reading.period)


def _first_reading(grammar: Grammar, tokens: Tokens, at: int, stop: int, context: Context) -> Found | None:
    """Return the reading of the first rule that accepts what stands at token `at`."""
    for rule, match in grammar.matches_at(tokens, at, stop):
        reading = resolve(rule, match, context)
        if reading is not None:
            return Found(match, rule, reading)
    return None


def resolve(rule: Rule, match: Match, context: Context) -> Reading | None:
    """Resolve a match; a date outside the calendar is none."""
    try:
        return rule.resolve(match, context)
    except (ValueError, OverflowError):
        return None


def _whole(grammar: Grammar, context: Context, tokens: Tokens, first: int, stop: int) -> Reading | None:
    """Read the tokens from `first` to `stop` as one phrase."""
    for rule, match in grammar.matches_at(tokens, first, stop):
        if match.stop == stop and (reading := resolve(rule, match, context)) is not None:
            return reading
    return None
