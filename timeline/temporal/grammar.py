"""Rules, their pattern language, and the finding of matches.

A pattern is a regular expression whose atoms are classes of words: `month dot? day (comma? year4)?`. Spaces
mean nothing. A name in capitals is a macro, given with the rules. In a match every class and macro can be asked for by
its name, also inside a macro.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from timeline.temporal.reading import Reading
from timeline.temporal.reference import Context
from timeline.temporal.tokens import Lexicon, Tokens

_NAME = re.compile(r"[a-z][a-z_]*[0-9]?|[A-Z]+")


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


class Grammar:
    """The rules of a language, compiled; earlier rules win."""

    def __init__(self, rules: Sequence[Rule], lexicon: Lexicon, macros: Mapping[str, str]) -> None:
        self.rules = tuple(rules)
        self.lexicon = lexicon
        if clash := {name for name in macros if name.lower() in lexicon.codes}:
            raise ValueError(f"macros {sorted(clash)} are named like classes of words")
        self._macros = macros
        compiled = [self._compile(rule.pattern) for rule in rules]
        self._patterns = [re.compile(pattern) for pattern, _ in compiled]
        self._parts = [parts for _, parts in compiled]
        bodies = [self._plain(rule.pattern) for rule in rules]
        self._any = re.compile("|".join(f"({body})" for body in bodies))
        self._from = [re.compile("|".join(f"({body})" for body in bodies[index:])) for index in range(len(bodies))]

    def _compile(self, pattern: str) -> tuple[str, Mapping[str, tuple[int, ...]]]:
        """Return the regular expression in which every class and macro is a group, and the groups of each."""
        groups: dict[str, tuple[int, ...]] = {}
        count = 0

        def expand(found: re.Match[str]) -> str:
            nonlocal count
            count += 1
            name = found.group()
            groups[name.lower()] = (*groups.get(name.lower(), ()), count)
            return f"({self._expand(self._macro(name), expand) if name.isupper() else self._code(name)})"

        return self._expand(pattern, expand), groups

    def _plain(self, pattern: str) -> str:
        def expand(found: re.Match[str]) -> str:
            name = found.group()
            return f"(?:{self._plain(self._macro(name))})" if name.isupper() else self._code(name)

        return self._expand(pattern, expand)

    def _macro(self, name: str) -> str:
        if name not in self._macros:
            raise ValueError(f"a pattern names the macro {name!r}, which is none of {sorted(self._macros)}")
        return self._macros[name]

    def _code(self, name: str) -> str:
        if name not in self.lexicon.codes:
            raise ValueError(f"a pattern names the class {name!r}, which is none of {sorted(self.lexicon.codes)}")
        return self.lexicon.codes[name]

    @staticmethod
    def _expand(pattern: str, expand: Callable[[re.Match[str]], str]) -> str:
        return _NAME.sub(expand, pattern.replace("(", "(?:")).replace(" ", "")

    def search(self, tokens: Tokens, at: int, stop: int) -> tuple[int, Match] | None:
        """Find the next match at or after token `at`, as the index of its rule and the match."""
        found = self._any.search(tokens.classes, at, stop)
        return self._captured(tokens, found, 0, stop) if found else None

    def retry(self, tokens: Tokens, at: int, stop: int, after: int) -> tuple[int, Match] | None:
        """Find what a rule later than `after` makes of the tokens at `at`."""
        if after + 1 >= len(self.rules):
            return None
        found = self._from[after + 1].match(tokens.classes, at, stop)
        return self._captured(tokens, found, after + 1, stop) if found else None

    def _captured(self, tokens: Tokens, found: re.Match[str], base: int, stop: int) -> tuple[int, Match]:
        index = base + (found.lastindex or 1) - 1
        captured = self._patterns[index].match(tokens.classes, found.start(), stop)
        if captured is None:
            raise AssertionError(f"rule {self.rules[index].name!r} matches once and not twice")
        return index, Match(tokens, self.lexicon, captured, self._parts[index])
