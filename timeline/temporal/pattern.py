"""The pattern language of rules: `month dot? day (comma? year4)?`.

An atom is a class of words; a name in capitals is a macro. `?` makes the atom or group before it optional, `|`
separates alternatives, and spaces mean nothing else. There is no repetition, so a pattern matches a bounded number
of tokens and cannot backtrack without end.
"""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

_PIECE: Final = re.compile(r"\s*([a-z][a-z_]*[0-9]?|[A-Z]+|[()|?])")


class Compiled(NamedTuple):
    """A pattern as a regular expression over class characters.

    `parts` tells the groups of each class and macro in it; `firsts` are the classes it can begin with, `classes` all
    that it can hold, and `longest` is the most tokens it can match.
    """

    regex: str
    groups: tuple[str, ...]
    firsts: frozenset[str]
    nullable: bool
    classes: frozenset[str]
    longest: int

    @property
    def parts(self) -> dict[str, tuple[int, ...]]:
        """The numbers of the groups of each class and macro."""
        found: dict[str, tuple[int, ...]] = {}
        for number, name in enumerate(self.groups, 1):
            found[name] = (*found.get(name, ()), number)
        return found


_NOTHING: Final = Compiled("", (), frozenset(), nullable=True, classes=frozenset(), longest=0)


class PatternReader:
    """Reads patterns of one language."""

    def __init__(self, codes: Mapping[str, str], macros: Mapping[str, str]) -> None:
        if clash := {name for name in macros if name.lower() in codes}:
            raise ValueError(f"macros {sorted(clash)} are named like classes of words")
        self._codes = codes
        self._macros = macros

    def read(self, pattern: str) -> Compiled:
        """Compile a pattern.

        Raises:
            ValueError: it names an unknown class or macro, or its parentheses do not match.
        """
        pieces = _PIECE.findall(pattern)
        if "".join(pieces) != "".join(pattern.split()):
            raise ValueError(f"pattern {pattern!r} holds something else than names, parentheses, '|' and '?'")
        pieces.reverse()
        compiled = self._alternatives(pieces)
        if pieces:
            raise ValueError(f"pattern {pattern!r} has a parenthesis too many")
        return compiled

    def _alternatives(self, pieces: list[str]) -> Compiled:
        options = [self._sequence(pieces)]
        while pieces and pieces[-1] == "|":
            pieces.pop()
            options.append(self._sequence(pieces))
        return Compiled(
            "|".join(option.regex for option in options),
            tuple(name for option in options for name in option.groups),
            frozenset().union(*(option.firsts for option in options)),
            any(option.nullable for option in options),
            frozenset().union(*(option.classes for option in options)),
            max(option.longest for option in options),
        )

    def _sequence(self, pieces: list[str]) -> Compiled:
        whole = _NOTHING
        while pieces and pieces[-1] not in "|)":
            part = self._optional(self._atom(pieces), pieces)
            whole = Compiled(
                whole.regex + part.regex,
                whole.groups + part.groups,
                whole.firsts | part.firsts if whole.nullable else whole.firsts,
                whole.nullable and part.nullable,
                whole.classes | part.classes,
                whole.longest + part.longest,
            )
        return whole

    @staticmethod
    def _optional(part: Compiled, pieces: list[str]) -> Compiled:
        if not pieces or pieces[-1] != "?":
            return part
        pieces.pop()
        return part._replace(regex=part.regex + "?", nullable=True)

    def _atom(self, pieces: list[str]) -> Compiled:
        name = pieces.pop()
        if name == "(":
            inner = self._alternatives(pieces)
            if not pieces or pieces.pop() != ")":
                raise ValueError("a pattern lacks a closing parenthesis")
            return inner._replace(regex=f"(?:{inner.regex})")
        if name.isupper():
            if name not in self._macros:
                raise ValueError(f"a pattern names the macro {name!r}, which is none of {sorted(self._macros)}")
            inner = self.read(self._macros[name])
            return inner._replace(regex=f"({inner.regex})", groups=(name.lower(), *inner.groups))
        if name not in self._codes:
            raise ValueError(f"a pattern names the class {name!r}, which is none of {sorted(self._codes)}")
        code = self._codes[name]
        return Compiled(f"({code})", (name,), frozenset(code), nullable=False, classes=frozenset(code), longest=1)
