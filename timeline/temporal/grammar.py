"""Rules, and the finding of what they match.

In a match every class and macro of the rule's pattern can be asked for by its name.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from timeline.temporal.pattern import PatternReader
from timeline.temporal.reading import Reading
from timeline.temporal.reference import Context
from timeline.temporal.tokens import BREAK, WORD, Lexicon, Tokens

Places = Mapping[str, tuple[tuple[int, int], ...]]
"""Where each class and macro of a pattern stands in what it matched: first token and the one past the last."""


class Match(NamedTuple):
    """A rule's pattern found in the tokens from `first` up to `stop`; `places` count from `first`."""

    tokens: Tokens
    lexicon: Lexicon
    first: int
    stop: int
    places: Places

    def span(self, name: str, nth: int = 0) -> tuple[int, int] | None:
        """Return the tokens of the part of that class or macro, the first, or the one after it, and so on."""
        places = self.places.get(name, ())
        if nth >= len(places):
            return None
        start, stop = places[nth]
        return self.first + start, self.first + stop

    def has(self, name: str) -> bool:
        """Say whether the part is there."""
        return name in self.places

    def has_any(self, names: Iterable[str]) -> bool:
        """Say whether one of the parts is there."""
        return not self.places.keys().isdisjoint(names)

    def value(self, name: str, nth: int = 0) -> object:
        """Return the lexicon's value of the part, or None if it is not there."""
        span = self.span(name, nth)
        return self.lexicon.value(self.tokens.words[span[0]]) if span else None

    def number(self, name: str, nth: int = 0) -> int:
        """Return the part's whole number."""
        value = self.value(name, nth)
        if not isinstance(value, int):
            raise TypeError(f"class {name!r} has no whole number: {value!r}")
        return value

    def name(self, name: str) -> str:
        """Return the part's value as a string."""
        return str(self.value(name))

    def words(self, name: str, nth: int = 0) -> list[str]:
        """Return the folded tokens of the part."""
        span = self.span(name, nth)
        return self.tokens.words[span[0] : span[1]] if span else []

    def word(self, offset: int) -> str:
        """Return the folded token `offset` places from the match: -1 just before it, 0 just after it."""
        index = self.stop + offset if offset >= 0 else self.first + offset
        return self.tokens.words[index] if 0 <= index < len(self.tokens.words) else ""

    def is_joined_to_next(self) -> bool:
        """Say whether a hyphen joins the match to the word after it: "the year" in "the year-old firm"."""
        return self.word(0) == "-" and self.tokens.is_joined(self.stop)

    @property
    def start(self) -> int:
        """Offset of the first character."""
        return self.tokens.start(self.first)

    @property
    def end(self) -> int:
        """Offset past the last character."""
        return self.tokens.ends[self.stop - 1]

    @property
    def text(self) -> str:
        """The characters of the match, as the text has them."""
        return self.tokens.text[self.start : self.end]


class Example(NamedTuple):
    """A sentence published on Saturday 2024-10-12, the phrase that a rule finds in it, and what it makes of it."""

    sentence: str
    phrase: str
    value: str
    edtf: str | None = None


class Rule(NamedTuple):
    """A pattern with its name, its resolver and an example."""

    name: str
    pattern: str
    resolve: Callable[[Match, Context], Reading | None]
    example: Example


_LONGEST_LEAD: Final = 12
"""Tokens; how far behind the start of an expression its first trigger may stand."""

_RUNS_KEPT: Final = 16_384
"""So many runs of classes are remembered with what rules find in them; news has a few hundred that recur."""


class _Found(NamedTuple):
    """What a rule finds at the beginning of a run of classes: so many tokens, with those parts."""

    rule: Rule
    length: int
    places: Places


class Grammar:
    """The rules of a language, compiled; earlier rules win."""

    def __init__(
        self, rules: Sequence[Rule], lexicon: Lexicon, macros: Mapping[str, str], triggers: Iterable[str]
    ) -> None:
        self.rules = tuple(rules)
        self.lexicon = lexicon
        reader = PatternReader(lexicon.codes, macros)
        self._compiled = [reader.read(rule.pattern) for rule in rules]
        self._patterns = [re.compile(pattern.regex) for pattern in self._compiled]
        self._starting: dict[str, list[int]] = {}
        for index, pattern in enumerate(self._compiled):
            for code in pattern.firsts:
                self._starting.setdefault(code, []).append(index)
        needed = "".join(lexicon.codes[name] for name in triggers)
        strange = lexicon.codes[WORD] + lexicon.codes[BREAK]
        self._start = re.compile(
            f"[{''.join(sorted(self._starting))}]"
            f"(?:(?<=[{needed}])|(?=[^{strange}{needed}]{{0,{_LONGEST_LEAD}}}+[{needed}]))"
        )
        known = frozenset().union(*(pattern.classes for pattern in self._compiled))
        longest = max(pattern.longest for pattern in self._compiled)
        self._run = re.compile(f"[{''.join(sorted(known))}]{{1,{longest}}}+")
        self._found_in = lru_cache(maxsize=_RUNS_KEPT)(self._find_in)

    def next_start(self, tokens: Tokens, at: int) -> int | None:
        """Return the first token at or after `at` that some rule can begin with, with a trigger not far from it."""
        found = self._start.search(tokens.classes, at)
        return found.start() if found else None

    def matches_at(self, tokens: Tokens, at: int, stop: int) -> Iterator[tuple[Rule, Match]]:
        """Yield what each rule finds at token `at`, in the order of the rules."""
        run = self._run.match(tokens.classes, at, stop)
        if run is None:
            return
        for rule, length, places in self._found_in(run[0]):
            yield rule, Match(tokens, self.lexicon, at, at + length, places)

    def _find_in(self, run: str) -> tuple[_Found, ...]:
        """Return what each rule finds at the beginning of a run of classes that rules know, in their order."""
        return tuple(
            _Found(self.rules[index], found.end(), _places(found, self._compiled[index].parts))
            for index in self._starting.get(run[0], ())
            if (found := self._patterns[index].match(run)) is not None
        )


def _places(found: re.Match[str], parts: Mapping[str, tuple[int, ...]]) -> Places:
    places = {
        name: [found.span(group) for group in groups if found.start(group) >= 0] for name, groups in parts.items()
    }
    return {name: tuple(spans) for name, spans in places.items() if spans}
