"""What a phrase is resolved against: the publication date, the text around it, and the dates told so far."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from timeline.temporal.period import Grain, Period
from timeline.temporal.reading import Reading
from timeline.temporal.tokens import Tokens
from timeline.text.tense import Clause, Tense, clause_at

_RECENT: Final = 50
"""Mentions; how far back a phrase may refer."""

_CLOSING: Final = ("to", "through", "thru", "until", "till", "")
"""What joins the ends of a range, a hyphen aside."""

_NEARBY: Final = 500
"""Characters; how far back the day may stand that a clock time is of."""


@dataclass
class Context:
    """The state of one reading of a text."""

    text: str
    published: date
    narrative: bool = False
    """Whether the text tells history far from its publication, so that dates chain from the last one told."""
    told: list[tuple[int, Period]] = field(default_factory=list)
    """The periods told so far with the offset of their mention, in order."""

    mentioned: tuple[int, Period] | None = None
    """The period mentioned last, in passing too, and where its mention ends."""

    match_stop: int = -1
    """Index past the last token of the match before, and what it stands for."""
    match_period: Period | None = None
    basis: Reading | None = None
    """The stretch that figures were last given for, which "a year earlier" compares with: a quarter, nine months."""
    lead: str = ""
    """The word before the phrase that a part is read for; empty outside of parts."""
    parse: "Callable[[Context, Tokens, int, int], Reading | None] | None" = None
    """Reads a part of a phrase in a context, from token to token, by the same rules."""

    def part(self, tokens: Tokens, first: int, stop: int) -> Reading | None:
        """Read a part of a phrase."""
        return self.parse(self, tokens, first, stop) if self.parse else None

    def part_of(self, tokens: Tokens, span: tuple[int, int] | None, lead: str) -> Reading | None:
        """Read a part of a phrase that stands after the word `lead`."""
        if span is None:
            return None
        self.lead = lead
        read = self.part(tokens, *span)
        self.lead = ""
        return read

    def list_before(self, tokens: Tokens, first: int) -> Period | None:
        """Return the day that the match before stands for, if only commas, "and" or "or" lie between."""
        gap = tokens.words[self.match_stop : first] if first - 3 <= self.match_stop < first else []
        listed = bool(gap) and all(word in {",", "and", "or", "&"} for word in gap)
        return self.match_period if listed and self.match_period and self.match_period.grain is Grain.DAY else None

    def opened_by(self, tokens: Tokens, first: int, grain: Grain = Grain.DAY) -> date | None:
        """Return the start of the day or month of a range that the phrase ends: "Monday" in "Monday to Friday"."""
        gap = tokens.words[self.match_stop : first] if first - 3 <= self.match_stop < first else []
        begun = self.match_period if "".join(gap).strip("-") in _CLOSING and gap else None
        return begun.start if begun and begun.grain is grain else None

    def after_since(self, tokens: Tokens, first: int) -> bool:
        """Say whether "since" stands right before the token."""
        return first > 0 and tokens.words[first - 1] == "since"

    def clause(self, start: int, end: int) -> Clause:
        """The tense of the clause around `text[start:end]`."""
        return clause_at(self.text, start, end)

    def looks_ahead(self, start: int, end: int) -> bool:
        """Say whether the clause speaks of what is still to come."""
        return self.clause(start, end).tense is Tense.FUTURE

    @property
    def last(self) -> Period | None:
        """The period told last."""
        return self.told[-1][1] if self.told else None

    def last_within(self, start: int, reach: int) -> Period | None:
        """The period told last, if its mention stands at most `reach` characters before `start`."""
        return self.told[-1][1] if self.told and start - self.told[-1][0] <= reach else None

    def day_told(self, start: int, end: int, *, named: bool = False) -> Period | None:
        """The day told last at most `_NEARBY` characters before a phrase that names none.

        Years and months mentioned since then do not matter, and neither does a day to come for what is over, unless
        the phrase means the day `named` just before ("that morning").
        """
        days = [
            period
            for told_at, period in reversed(self.told[-_RECENT:])
            if start - told_at <= _NEARBY and period.grain is Grain.DAY
        ]
        if not days or named or self.narrative:
            return days[0] if days else None
        clause = self.clause(start, end)
        if clause.tense is Tense.PAST:
            return next((day for day in days if day.start <= self.published), None)
        ahead = clause.tense is Tense.FUTURE and clause.modality != "would"
        return next((day for day in days if not ahead or day.start >= self.published), None)

    @property
    def thread(self) -> Period | None:
        """The period told last; a year said in passing ("since it began in 1894") leaves a finer one in place."""
        if len(self.told) < 2 or self.narrative:
            return self.last
        (before_at, before), (last_at, last) = self.told[-2:]
        aside = last.grain is Grain.YEAR and not self._opens_a_sentence(last_at)
        fine = before.grain in (Grain.DAY, Grain.MONTH, Grain.SEASON) and last_at - before_at <= _NEARBY
        return before if aside and fine else last

    @property
    def reference(self) -> date:
        """The day that bare phrases are resolved against."""
        return self.last.start if self.narrative and self.last else self.published

    def last_of(self, *grains: Grain) -> Period | None:
        """The last told period of one of these sizes."""
        return next((period for _, period in reversed(self.told[-_RECENT:]) if period.grain in grains), None)

    def _opens_a_sentence(self, end: int) -> bool:
        """Say whether the mention that ends at `end` stands at the head of a sentence or line: "In 1975, …"."""
        head = self.text[max(0, end - 24) : end].rsplit("\n", 1)
        if len(head) > 1:
            return True
        return re.search(r"(?:[.!?:;][\"')\]]*\s+|^)[\"'(]*(?:[A-Z][a-z]+ ){0,2}\S+$", head[0]) is not None

    def tell(self, start: int, period: Period) -> None:
        """Remember a period. A decade is no reference, and a year leaves a finer period within it in place."""
        if period.grain in (Grain.DECADE, Grain.CENTURY):
            return
        self.mentioned = (start, period)
        if not (self.narrative and self._is_aside(start, period)):
            self.told.append((start, period))

    def mentioned_within(self, start: int, reach: int) -> Period | None:
        """The period mentioned last, in passing too, if that stands at most `reach` characters before `start`."""
        end, period = self.mentioned or (0, None)
        return period if start - end <= reach else None

    def _is_aside(self, end: int, period: Period) -> bool:
        """Say whether a year mentioned up to `end` leaves the thread of dates where it is."""
        last = self.last
        if last is None or period.grain is not Grain.YEAR or last.grain is Grain.YEAR:
            return False
        same_year = last.start.year == period.start.year and last.bc == period.bc
        return same_year or not self._opens_a_sentence(end)
