"""The time words of English: each class of words with the value that each word has.

A rule's pattern speaks of words by their class, so a synonym is added by adding it here.
"""

from typing import Final

Words = dict[str, object]


def word_set(listed: str) -> frozenset[str]:
    """Return the words of a list written with spaces between them."""
    return frozenset(listed.split())


def _numbered(names: str, first: int = 1) -> Words:
    return {name: number for number, group in enumerate(names.split(), first) for name in group.split("|")}


def _each(names: str, value: object = None) -> Words:
    return dict.fromkeys(names.split(), value)


_YEARS_IN_FIGURES: Final = range(1990, 2050)


def _fiscal_years() -> Words:
    """Return "fy24" and "fy2024" with their years."""
    return {name: year for year in _YEARS_IN_FIGURES for name in (f"fy{year % 100:02}", f"fy{year}")}


def _parts_of_years() -> Words:
    """Return "2q24" and "1h24" with the letter and number of the part and the year."""
    return {
        f"{index}{letter.lower()}{year % 100:02}": (letter, index, year)
        for letter, parts in (("Q", 4), ("H", 2))
        for index in range(1, parts + 1)
        for year in _YEARS_IN_FIGURES
    }


UNITS: Final = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "NI", "week": "W", "fortnight": "2W",
    "month": "M",
    "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE", "weekend": "WE", "millennium": "ML",
}  # fmt: skip
"""Singular unit names with the letter of TIMEX3 durations (time units carry a leading T)."""

_SHORT_UNITS: Final = {
    "sec": "TS",
    "secs": "TS",
    "min": "TM",
    "mins": "TM",
    "hr": "TH",
    "hrs": "TH",
    "yr": "Y",
    "yrs": "Y",
}

CLASSES: Final[dict[str, Words]] = {
    "month": _numbered("january february march april may june july august september october november december"),
    "monabbr": {
        "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sept": 9, "sep": 9, "oct": 10,
        "nov": 11, "dec": 12,
    },
    "weekday": _numbered("monday tuesday wednesday thursday friday saturday sunday"),
    "wkday": _numbered("mon tue|tues wed|weds thu|thur|thurs fri sat sun"),
    "weekdays": _numbered("mondays tuesdays wednesdays thursdays fridays saturdays sundays"),
    "season": {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"},
    "seasons": {"springs": "SP", "summers": "SU", "autumns": "FA", "winters": "WI"},
    "unit": {name: letter for name, letter in UNITS.items() if name not in ("second", "night", "weekend")},
    "units": {
        **{name + "s": letter for name, letter in UNITS.items() if name not in ("century", "millennium")},
        "centuries": "CE", "millennia": "ML", **_SHORT_UNITS,
    },
    "weekend": {"weekend": "WE"},
    "part": {
        "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "dawn": "DA", "dusk": "DU",
        "daybreak": "DA",
        "sunrise": "MO", "sunset": "EV", "nightfall": "NI", "eve": "EVE",
    },
    "parts": {"mornings": "MO", "afternoons": "AF", "evenings": "EV"},
    "noon": {"noon": "12:00", "midday": "12:00", "noontime": "12:00", "midnight": "24:00"},
    "deictic": {"today": 0, "yesterday": -1, "tomorrow": 1},
    "tonight": {"tonight": 0, "overnight": -1},
    "number": {
        **_numbered(
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen eighteen nineteen"
        ),
    },
    "tens": {
        "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
        "ninety": 90,
    },
    "hundred": {"hundred": 100, "thousand": 1000},
    "ordinal": {
        **_numbered(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
            "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        ),
        "thirtieth": 30, "fortieth": 40, "fiftieth": 50,
    },
    "final": _each("final opening closing", "final"),
    "a": _each("a an", 1),
    "the": _each("the"),
    "this": _each("this"),
    "these": _each("these those"),
    "that": _each("that"),
    "same": _each("same very"),
    "current": _each("current"),
    "present": _each("present"),
    "last": _each("last", -1),
    "past": _each("past", -1),
    "latest": _each("latest", 0),
    "previous": _each("previous preceding prior", -1),
    "next": _each("next", 1),
    "following": _each("following subsequent ensuing succeeding", 1),
    "coming": _each("coming upcoming forthcoming", 1),
    "recent": _each("recent"),
    "early": {"early": "START", "mid": "MID", "late": "END", "midway": "MID"},
    "edge": {
        "beginning": "START", "start": "START", "outset": "START", "middle": "MID", "midst": "MID", "end": "END",
        "close": "END",
        "onset": "START", "ending": "END", "midpoint": "MID",
    },
    "latter": _each("latter", 2),
    "piece": _each("part"),
    "earlier": _each("earlier", -1),
    "later": {"later": 1, "sometime": 0},
    "ago": _each("ago", -1),
    "before": _each("before", -1),
    "after": _each("after afterwards afterward thereafter", 1),
    "hence": _each("hence", 1),
    "ahead": _each("ahead"),
    "from": _each("from"),
    "now": _each("now"),
    "few": _each("few"),
    "couple": _each("couple", 2),
    "several": _each("several many some numerous various"),
    "as": _each("as"),
    "no": _each("no"),
    "much": _each("much"),
    "dozen": _each("dozen", 12),
    "pair": _each("pair", 2),
    "half": _each("half", 0.5),
    "halves": _each("halves"),
    "every": _each("every each", 1),
    "other": _each("other", 2),
    "per": _each("per", 1),
    "once": _each("once twice thrice", 1),
    "about": {
        "about": "APPROX", "approximately": "APPROX", "roughly": "APPROX",
        "nearly": "LESS_THAN", "almost": "LESS_THAN", "exactly": None,
        "fully": None, "another": None, "additional": None, "virtually": "LESS_THAN",
    },
    "circa": _each("around circa ca", "APPROX"),
    "over": {"over": "MORE_THAN", "under": "LESS_THAN"},
    "more": {"more": "MORE_THAN", "less": "LESS_THAN", "fewer": "LESS_THAN", "longer": "MORE_THAN"},
    "than": _each("than"),
    "at": _each("at"),
    "least": {"least": "EQUAL_OR_MORE", "most": "EQUAL_OR_LESS"},
    "up": _each("up"),
    "to": _each("to"),
    "and": _each("and"),
    "or": _each("or"),
    "so": _each("so"),
    "of": _each("of"),
    "in": _each("in during within throughout"),
    "on": _each("on"),
    "by": _each("by"),
    "since": _each("since"),
    "until": _each("until till through thru til"),
    "between": _each("between"),
    "for": _each("for"),
    "whole": _each("whole entire full"),
    "fiscal": _each("fiscal financial fy"),
    "fyear": _fiscal_years(),
    "quarteryear": _parts_of_years(),
    "period": _each("period"),
    "comparable": _each("comparable corresponding similar like"),
    "while": _each("while"),
    "time": _each("time"),
    "moment": _each("moment"),
    "times": _each("times"),
    "point": _each("point"),
    "term": _each("term"),
    "old": _each("old"),
    "long": _each("long"),
    "school": _each("school calendar academic model business trading working lunar"),
    "oclock": _each("o'clock"),
    "ampm": {"am": 0, "pm": 12},
    "zone": _each("est edt cst cdt mst mdt pst pdt gmt utc bst cet cest et pt ct eastern"),
    "local": _each("local"),
    "standard": _each("standard daylight mean"),
    "era": {"bc": True, "bce": True, "ad": False, "ce": False},
    "quartername": {"q1": 1, "q2": 2, "q3": 3, "q4": 4, "1q": 1, "2q": 2, "3q": 3, "4q": 4},
    "halfname": {"h1": 1, "h2": 2, "1h": 1, "2h": 2},
    "nineties": {
        "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
        "nineties": 90,
    },
    "yearword": _each("year-end"),
    "daily": {
        "daily": "P1D", "nightly": "P1D", "hourly": "PT1H", "weekly": "P1W", "biweekly": "P2W", "fortnightly": "P2W",
        "monthly": "P1M", "bimonthly": "P2M", "yearly": "P1Y", "annually": "P1Y", "semiannually": "P6M",
    },
    "annual": _each("annual semiannual"),
    "feast": _each(
        "christmas thanksgiving easter halloween hanukkah passover ramadan labor memorial independence veterans "
        "veteran "
        "presidents president columbus election inauguration boxing valentine mother father good palm ash martin "
        "bastille armistice remembrance earth patrick labour canada australia"
    ),
    "nineeleven": _each("9/11"),
    "new": _each("new"),
    "beginningprep": _each("starting effective"),
    "presentword": _each("currently nowadays presently"),
    "pastword": _each("recently lately"),
    "futureword": _each("soon"),
    "former": _each("former"),
    "future": _each("future"),
    "foreseeable": _each("foreseeable near distant immediate not-too-distant"),
    "short": _each("short medium"),
    "weeklong": {"daylong": "P1D", "weeklong": "P1W", "monthlong": "P1M", "yearlong": "P1Y", "nightlong": "P1D",
    "hourlong": "PT1H"},
}  # fmt: skip
"""Every class of time words. A word may stand in one class only; the grammar checks it."""

TRIGGERS: Final = word_set(
    "month monabbr weekday wkday weekdays season seasons unit units weekend part parts noon deictic tonight "
    "moment zone oclock ampm era quartername halfname fyear quarteryear nineties daily weeklong feast "
    "now presentword pastword futureword nineeleven former present current recent past future term half ago"
)
"""Classes of which an expression holds at least one, unless it holds a figure that tells by its form."""

SPOKEN_CENTURIES: Final = ("eighteen", "nineteen")
"""Words that begin a year in words ("nineteen ninety-four"), which holds no other trigger."""
