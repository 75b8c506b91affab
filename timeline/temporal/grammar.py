"""Rules, and the finding of what they match.

In a match every class and macro of the rule's pattern can be asked for by its name.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from timeline.temporal.pattern import PatternReader, without_groups
from timeline.temporal.reading import Reading
from timeline.temporal.reference import Context
from timeline.temporal.tokens import BREAK, WORD, Lexicon, Tokens


class Match(NamedTuple):
    """A rule's pattern found in the tokens."""

    tokens: Tokens
    lexicon: Lexicon
    found: re.Match[str]
    parts: Mapping[str, tuple[int, ...]]

    @property
    def first(self) -> int:
        """Index of the first token."""
        return self.found.start()

    @property
    def stop(self) -> int:
        """Index past the last token."""
        return self.found.end()

    def span(self, name: str, nth: int = 0) -> tuple[int, int] | None:
        """Return the tokens of the part of that class or macro, the first, or the one after it, and so on."""
        for group in self.parts.get(name, ()):
            if self.found.start(group) >= 0:
                if nth == 0:
                    return self.found.span(group)
                nth -= 1
        return None

    def has(self, name: str) -> bool:
        """Say whether the part is there."""
        return self.span(name) is not None

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

    @property
    def start(self) -> int:
        """Offset of the first character."""
        return self.tokens.starts[self.first]

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


class Grammar:
    """The rules of a language, compiled; earlier rules win."""

    def __init__(
        self, rules: Sequence[Rule], lexicon: Lexicon, macros: Mapping[str, str], triggers: Iterable[str]
    ) -> None:
        self.rules = tuple(rules)
        self.lexicon = lexicon
        reader = PatternReader(lexicon.codes, macros)
        compiled = [reader.read(rule.pattern) for rule in rules]
        self._patterns = [re.compile(pattern.regex) for pattern in compiled]
        self._parts = [pattern.parts for pattern in compiled]
        starters: dict[str, list[int]] = {}
        for index, pattern in enumerate(compiled):
            for code in pattern.firsts:
                starters.setdefault(code, []).append(index)
        needed = "".join(lexicon.codes[name] for name in triggers)
        strange = lexicon.codes[WORD] + lexicon.codes[BREAK]
        self._start = re.compile(
            f"[{''.join(sorted(starters))}](?:(?<=[{needed}])|(?=[^{strange}{needed}]{{0,{_LONGEST_LEAD}}}+[{needed}]))"
        )
        self._starting = {
            code: (re.compile("|".join(f"({without_groups(compiled[index].regex)})" for index in indexes)), indexes)
            for code, indexes in starters.items()
        }

    def next_start(self, tokens: Tokens, at: int) -> int | None:
        """Return the first token at or after `at` that some rule can begin with, with a trigger not far from it."""
        found = self._start.search(tokens.classes, at)
        return found.start() if found else None

    def matches_at(self, tokens: Tokens, at: int, stop: int) -> Iterator[tuple[Rule, Match]]:
        """Yield what each rule finds at token `at`, in the order of the rules."""
        starting = self._starting.get(tokens.classes[at])
        if starting is None:
            return
        union, indexes = starting
        found = union.match(tokens.classes, at, stop)
        if found is None:
            return
        for index in indexes[(found.lastindex or 1) - 1 :]:
            captured = self._patterns[index].match(tokens.classes, at, stop)
            if captured is not None:
                yield self.rules[index], Match(tokens, self.lexicon, captured, self._parts[index])
