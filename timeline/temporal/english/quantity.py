"""How much: the numbers and vague amounts in front of a unit."""

from typing import Final, NamedTuple

from timeline.domain.time_expression import TimexType
from timeline.temporal.english.words import CLASSES
from timeline.temporal.period import Grain

MACROS: Final = {
    "COUNT": "(day hyphen?)? day slash day | number | tens hyphen? number | tens | day | int | big | decimal | year4",
    "MANY": (
        "(COUNT | a) hundred (and? COUNT)? | hundred | COUNT (hyphen? and hyphen? a hyphen? half)? | a? dozen "
        "| a? pair of | a? couple of? | a? few hundred? | several COUNT | a? several hundred? | half a"
    ),
    "SOME": "about | circa",
    "ROUGHLY": "SOME SOME? | up to | at least | no? more than | a about",
    "NEARLY": "SOME SOME? | over | no? more than SOME? | up to | at least? least | as several as | a about",
}
_VALUES: Final[dict[str, object]] = {
    word: value
    for name in ("number", "tens", "hundred", "couple", "dozen", "pair", "half")
    for word, value in CLASSES[name].items()
}


class Amount(NamedTuple):
    """A number of units, None where it is vague ("few", "several")."""

    number: float | None
    approximate: bool = False


def amount(words: list[str]) -> Amount:
    """Read the folded words of an amount; no words, "a" and "an" are one."""
    if "/" in words:
        return Amount(_with_fraction([word for word in words if word != "-"]))
    total, current, seen = 0.0, 0.0, False
    for word in words:
        value = _number(word)
        if word in _VAGUE_AMOUNTS:
            counted = words[words.index(word) + 1 :]
            return Amount(amount(counted).number, approximate=True) if _counts(counted) else Amount(None)
        if value is None:
            continue
        if value >= 100 and word.isalpha():
            total, current = (total + max(current, 1) * value, 0.0)
        elif value == 0.5 and not seen and not any(other in ("a", "an") for other in words[: words.index(word)]):
            current = 0.5
        elif value == 12 and word == "dozen":
            current = max(current, 1) * 12
        else:
            current += value
        seen = True
    return Amount(total + current if seen else 1.0, "couple" in words or "dozen" in words)


_VAGUE_AMOUNTS: Final = ("few", "several", "many", "some", "numerous", "various")


def _counts(words: list[str]) -> bool:
    """Tell "some 20 years" from "some years" and "several hundred years"."""
    return bool(words) and words[0] not in CLASSES["hundred"] and _number(words[0]) is not None


def _with_fraction(words: list[str]) -> float | None:
    """Read "2 1/2" and "1/2"."""
    *whole, above, _, below = words[: words.index("/") + 2]
    return sum(map(float, whole)) + float(above) / float(below)


def year_in_words(words: list[str]) -> int | None:
    """Read a year in words: "nineteen ninety-four", "two thousand"."""
    spoken = [word for word in words if word != "-"]
    if spoken[-1] in ("thousand", "hundred"):
        number = int(amount(spoken).number or 0)
    else:
        number = int((amount(spoken[:1]).number or 0) * 100 + (amount(spoken[1:]).number or 0))
    return number if 1000 <= number <= 2999 else None


def _number(word: str) -> float | None:
    if word in _VALUES:
        value = _VALUES[word]
        return float(value) if isinstance(value, int | float) else None
    digits = word.replace(",", "")
    if digits.replace(".", "", 1).isdigit() and digits.isascii() and len(digits) <= 9:
        return float(digits)
    return None


_TIME_UNITS: Final = {"TS": "S", "TM": "M", "TH": "H"}
_MULTIPLES: Final = {"DE": (10, "Y"), "CE": (100, "Y"), "ML": (1000, "Y"), "2W": (2, "W"), "NI": (1, "D")}
_VAGUE: Final = {"DE": "PXE", "CE": "PXC", "ML": "PXL", "2W": "PXW", "NI": "PXD", "WE": "PXWE"}
GRAINS: Final = {
    "D": Grain.DAY, "W": Grain.WEEK, "2W": Grain.WEEK, "M": Grain.MONTH, "Q": Grain.QUARTER, "Y": Grain.YEAR,
    "DE": Grain.DECADE,
    "CE": Grain.CENTURY, "WE": Grain.WEEKEND, "NI": Grain.DAY,
}  # fmt: skip
"""The calendar size of each unit."""


def duration(count: float | None, unit: str) -> str:
    """Return the TIMEX3 value of so many units: `P3D`, `PT2H`, `P20Y`, `PXW`."""
    if unit in _TIME_UNITS:
        return f"PT{_digits(count)}{_TIME_UNITS[unit]}"
    if count is None:
        return _VAGUE.get(unit, f"PX{unit}")
    factor, letter = _MULTIPLES.get(unit, (1, unit))
    return f"P{_digits(count * factor)}{letter}"


def _digits(count: float | None) -> str:
    if count is None:
        return "X"
    return str(int(count)) if count == int(count) else f"{count:g}"


def kind_of(value: str) -> TimexType:
    """Return the type of a value that is a duration or a date."""
    return TimexType.DURATION if value.startswith("P") and not value.endswith("_REF") else TimexType.DATE
