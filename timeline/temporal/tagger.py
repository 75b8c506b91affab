"""Finds the time expressions of a text and resolves them, in order, against publication and each other."""

from datetime import date
from typing import NamedTuple

from timeline.temporal.english.rules import english
from timeline.temporal.grammar import Grammar, Match, Rule
from timeline.temporal.narrative import tells_history
from timeline.temporal.reading import Reading
from timeline.temporal.reference import Context
from timeline.temporal.tokens import Tokens, cut


class Found(NamedTuple):
    """A match with what it was resolved to, and by which rule."""

    match: Match
    rule: Rule
    reading: Reading


def find(text: str, published: date) -> list[Found]:
    """Return the time expressions in order; they do not overlap."""
    grammar = english()
    tokens = cut(text, grammar.lexicon)
    context = Context(text, published, narrative=tells_history(tokens, grammar.lexicon, published))
    context.parse = lambda part, first, stop: _whole(grammar, part, first, stop, context)
    return list(_matches(grammar, tokens, context))


def _matches(grammar: Grammar, tokens: Tokens, context: Context) -> list[Found]:
    found: list[Found] = []
    at, stop = 0, len(tokens.classes)
    while (candidate := grammar.search(tokens, at, stop)) is not None:
        accepted = _first_reading(grammar, tokens, candidate, stop, context)
        if accepted is None:
            at = candidate[1].first + 1
            continue
        found.append(accepted)
        at = accepted.match.stop
        _remember(accepted, context)
    return found


def _remember(accepted: Found, context: Context) -> None:
    context.match_stop, context.match_period = accepted.match.stop, accepted.reading.period
    if accepted.reading.period is not None and accepted.reading.told:
        context.tell(accepted.match.end, accepted.reading.period)


def _first_reading(
    grammar: Grammar, tokens: Tokens, candidate: tuple[int, Match], stop: int, context: Context
) -> Found | None:
    """Return the reading of the first rule that accepts the tokens at the candidate's place."""
    option: tuple[int, Match] | None = candidate
    while option is not None:
        index, match = option
        reading = resolve(grammar.rules[index], match, context)
        if reading is not None:
            return Found(match, grammar.rules[index], reading)
        option = grammar.retry(tokens, match.first, stop, index)
    return None


def resolve(rule: Rule, match: Match, context: Context) -> Reading | None:
    """Resolve a match; a date outside the calendar is none."""
    try:
        return rule.resolve(match, context)
    except (ValueError, OverflowError):
        return None


def _whole(grammar: Grammar, tokens: Tokens, first: int, stop: int, context: Context) -> Reading | None:
    """Read the tokens from `first` to `stop` as one phrase."""
    option = grammar.retry(tokens, first, stop, -1)
    while option is not None:
        index, match = option
        if match.stop == stop and (reading := resolve(grammar.rules[index], match, context)) is not None:
            return reading
        option = grammar.retry(tokens, first, stop, index)
    return None
