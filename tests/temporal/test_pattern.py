"""The pattern language of rules."""

import re

import pytest

from timeline.temporal.pattern import PatternReader

READER = PatternReader({"month": "M", "day": "D", "comma": ","}, {"NUM": "day"})


@pytest.mark.parametrize(
    ("pattern", "matched"),
    [("month day", ["MD"]), ("month NUM (comma? day)?", ["MD", "MD,D", "MDD"]), ("month | day", ["M", "D"])],
)
def test_matches(pattern: str, matched: list[str]) -> None:
    """Atoms, options, alternatives, groups and macros mean what they say."""
    regex = re.compile(READER.read(pattern).regex)
    assert all(regex.fullmatch(tokens) for tokens in matched)


def test_parts_count_groups_in_order() -> None:
    """Each class and macro knows its groups, those inside of macros too."""
    assert READER.read("month NUM (comma NUM)?").parts == {"month": (1,), "num": (2, 5), "day": (3, 6), "comma": (4,)}


def test_firsts_skip_what_is_optional() -> None:
    """A pattern may begin with what follows an optional part."""
    assert READER.read("(month comma?)? day").firsts == {"M", "D"}


@pytest.mark.parametrize(
    ("pattern", "classes", "longest"),
    [("month NUM (comma? NUM)?", {"M", "D", ","}, 4), ("month | day comma", {"M", "D", ","}, 2), ("month?", {"M"}, 1)],
)
def test_what_a_pattern_can_hold_is_known(pattern: str, classes: set[str], longest: int) -> None:
    """The longest of its alternatives, with all that is optional, and every class of it."""
    compiled = READER.read(pattern)
    assert (set(compiled.classes), compiled.longest) == (classes, longest)


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("month year", "names the class 'year'"),
        ("month YEAR", "names the macro 'YEAR'"),
        ("(month day", "lacks a closing parenthesis"),
        ("month)", "a parenthesis too many"),
        ("month*", "something else"),
    ],
)
def test_mistakes_are_named(pattern: str, message: str) -> None:
    """A pattern that cannot be read says why."""
    with pytest.raises(ValueError, match=message):
        READER.read(pattern)


def test_macro_must_not_be_named_like_a_class() -> None:
    """The two share their names in a match."""
    with pytest.raises(ValueError, match="named like classes"):
        PatternReader({"day": "D"}, {"DAY": "day"})
