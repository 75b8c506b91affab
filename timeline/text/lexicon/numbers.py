"""Number words and their values."""

from collections.abc import Mapping
from types import MappingProxyType

from timeline.text.word_set import word_list

_UNITS = word_list(
    """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen"""
)
_TENS = dict(zip(word_list("twenty thirty forty fifty sixty seventy eighty ninety"), range(20, 100, 10), strict=True))
_ORDINAL_UNITS = word_list(
    """zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
    fifteenth sixteenth seventeenth eighteenth nineteenth"""
)
_ORDINAL_TENS = {tens[:-1] + "ieth": value for tens, value in _TENS.items()}

CARDINALS: Mapping[str, int] = MappingProxyType(
    {word: value for value, word in enumerate(_UNITS)}
    | _TENS
    | {
        f"{tens}{joint}{_UNITS[unit]}": value + unit
        for tens, value in _TENS.items()
        for unit in range(1, 10)
        for joint in ("-", " ")
    }
    | {"dozen": 12, "score": 20, "nil": 0}
)
"""`zero` to `ninety-nine`, with a hyphen or a space."""

ORDINALS: Mapping[str, int] = MappingProxyType(
    {word: value for value, word in enumerate(_ORDINAL_UNITS)}
    | _ORDINAL_TENS
    | {
        f"{tens}{joint}{_ORDINAL_UNITS[unit]}": value + unit
        for tens, value in _TENS.items()
        for unit in range(1, 10)
        for joint in ("-", " ")
    }
)
"""`first` to `ninety-ninth`."""

MAGNITUDES: Mapping[str, int] = MappingProxyType(
    {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12, "m": 10**6, "bn": 10**9}
)
"""What a number before it is multiplied by."""

FRACTIONS: Mapping[str, float] = MappingProxyType({"half": 0.5, "quarter": 0.25, "third": 1 / 3})
"""Parts of one."""
