"""What the two ends of "from … to …" tell of each other: which week a range lies in, which date replaced which.

"The ban runs from 9 a.m. on Friday until 5 p.m. on Sunday"    not over yet, whatever the day of publication
"The fair ran from Thursday to Sunday"                         over
"The vote was moved from Tuesday to Thursday"                  no range: an old date and a new one
"""

from collections.abc import Callable
from datetime import date
from itertools import dropwhile
from typing import Final

from timeline.temporal.english.words import word_set
from timeline.temporal.grammar import Match
from timeline.temporal.period import Grain, move
from timeline.temporal.reference import Context
from timeline.temporal.tokens import BREAK, WORD
from timeline.text.tense import Aspect, Tense
from timeline.text.verb_words import IRREGULAR_PAST

MOVED: Final = word_set("moved postponed delayed deferred adjourned rescheduled extended shifted off back forward")
"""Right before "to" and "until", these name a new date: "put off until May"."""

_CHANGES: Final = MOVED - {"off", "back", "forward"} | word_set(
    "moves move moving postpones postpone postponing delays delay delaying defers defer deferring reschedules "
    "reschedule rescheduling shifting"
)
"""Verbs that change a date, with what is moved between or without: "moved the vote from Friday to Monday"."""

_PUT: Final = word_set("put puts putting push pushed pushes pushing bring brings brought bringing set pull pulled")
_ASIDE: Final = word_set("off back forward")
"""With a verb of putting, these change a date: "brought the vote forward from Friday to Wednesday"."""

_RUNS: Final = word_set("runs lasts holds applies continues stretches spans")
_RUNNING: Final = _RUNS | word_set("run last hold apply continue stretch span")
"""Verbs in the present that say how long something goes on."""

_BEING: Final = word_set("is are was were be been being")
_HOURS: Final = ("dot", "part", "at", "clock", "decimal", "day", "number", "ampm", "noon", "zone")
"""Classes of what may follow a day before its range goes on: "from Friday night to", "from Friday at 9 a.m. until"."""

_CLOSING: Final = word_set("to until till through thru -")
_TO: Final = word_set("to until till")
_REACH: Final = 7
"""Words; how far before "from" or "to" the verb may stand, and how far after the one end of a range the other."""

_WINDOW: Final = 40
"""Tokens; how far back the clause may begin."""

Near = Callable[..., date]
"""Finds a weekday or month on or before a day, or on or after it."""


def opened_by(found: Match, context: Context, grain: Grain = Grain.DAY) -> date | None:
    """Return the start of the day or month that opens the range which the phrase closes; a new date closes none."""
    return (
        None
        if is_new_date(found, context.lead or found.word(-1))
        else context.opened_by(found.tokens, found.first, grain)
    )


def is_new_date(found: Match, before: str) -> bool:
    """Say whether the phrase, after the word `before`, is what a date is moved to."""
    if before not in _TO and before != "for":
        return False
    words = _clause_before(found, before)
    if words[-1:] and words[-1] in MOVED:
        return True
    if before == "for":
        return False
    return _changes(words[: _last(words, "from")]) if "from" in words else before == "to" and _changes(words)


def is_old_date(found: Match, before: str) -> bool:
    """Say whether the phrase, after the word `before`, is what a date is moved from: "moved from Friday to Monday"."""
    return before == "from" and _closing_at(found) is not None and _changes(_clause_before(found, "from"))


def begun(
    found: Match, context: Context, anchor: date, *, number: int, near: Near, grain: Grain
) -> tuple[date, str] | None:
    """Return the start of a range by its end, both weekdays or both months, and why; None if the clause decides.

    `near` finds such a day or month: one that is moved lies beside the date it is moved to, and a range that is
    told in the present is not over at `anchor`, one that is told in the past is.
    """
    before = context.lead or found.word(-1)
    closing = _closing_number(found, grain) if before == "from" or before in _RUNS else None
    if closing is None:
        return None
    if is_old_date(found, before):
        new, forward = near(anchor, closing, ahead=True), "forward" in _clause_before(found, before)
        step = 1 if forward else -1
        return near(move(new, grain, step), number, ahead=forward), "the date it was moved from, beside the new one"
    ahead = True if before in _RUNS else _is_running(found, context)
    if ahead is None:
        return None
    end = near(anchor, closing, ahead=ahead)
    why = "the range is not over, so the last such before its end" if ahead else "the range is over"
    return near(end, number, ahead=False), why


def _is_running(found: Match, context: Context) -> bool | None:
    """Say whether the clause tells of a range that goes on (true), or that is over (false)."""
    verbs = _clause_before(found, "from")[-2:]
    if not _RUNS.isdisjoint(verbs):
        return True
    clause = context.clause(found.start, found.end)
    if clause.tense is Tense.PAST:
        return False
    if clause.tense is Tense.PRESENT and clause.aspect is not Aspect.PERFECTIVE:
        return True
    return True if clause.tense is Tense.NONE and not _RUNNING.isdisjoint(verbs) else None


def _changes(words: list[str]) -> bool:
    """Say whether the last words before "from" or "to" tell of a change of date."""
    near = words[-_REACH:]
    if not near or near[-1] in _RUNNING:
        return False
    if near[-1] == "extended":  # "the season extended from May to June" tells how long it was
        return not _BEING.isdisjoint(near)
    if near[-1] not in MOVED and (near[-1] in IRREGULAR_PAST or near[-1].endswith("ed")):
        return False
    put = list(dropwhile(lambda word: word not in _PUT, near))
    return not _CHANGES.isdisjoint(near) or not _ASIDE.isdisjoint(put)


def _clause_before(found: Match, lead: str) -> list[str]:
    """Return the words of the clause before the word `lead`, which stands before the phrase or begins one around it."""
    low = max(0, found.first - _WINDOW)
    words = found.tokens.words[low : found.first]
    words = words[: _last(words, lead)] if lead in words[-_REACH - 1 :] else []
    ends = [
        at + 1
        for at, word in enumerate(words)
        if word in {",", ";"} or (word == "." and not _abbreviates(found, low + at))
    ]
    return words[max(ends, default=0) :]


def _abbreviates(found: Match, at: int) -> bool:
    """Say whether the stop at token `at` is that of "Dec." or "Fri."."""
    names = {found.lexicon.codes["monabbr"], found.lexicon.codes["wkday"]}
    return at > 0 and found.tokens.classes[at - 1] in names


def _last(words: list[str], word: str) -> int:
    return len(words) - 1 - words[::-1].index(word)


def _closing_at(found: Match) -> int | None:
    """Return the token after "to" where another time stands as the end of the range that the phrase begins."""
    words, after = found.tokens.words, found.stop
    passed = {found.lexicon.codes[name] for name in _HOURS}
    while after < min(len(words), found.stop + _REACH) and found.tokens.classes[after] in passed:
        after += 1
    return after + 1 if after + 1 < len(words) and words[after] in _CLOSING else None


def _closing_number(found: Match, grain: Grain) -> int | None:
    """Return the number of the weekday or month that ends the range, with no other word than times between."""
    names = ("month", "monabbr") if grain is Grain.MONTH else ("weekday", "wkday")
    wanted = {found.lexicon.codes[name] for name in names}
    strange = {found.lexicon.codes[name] for name in (WORD, BREAK)}
    at = _closing_at(found)
    for index in range(at, min(at + _REACH, len(found.tokens.words))) if at is not None else ():
        if found.tokens.classes[index] in wanted:
            number = found.lexicon.value(found.tokens.words[index])
            return number if isinstance(number, int) else None
        if found.tokens.classes[index] in strange:
            return None
    return None
