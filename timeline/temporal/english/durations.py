"""Lengths of time and how often: "three years", "the past two months", "every day", "daily"."""

from typing import Final

from timeline.domain.time_expression import TimexType
from timeline.temporal.english.quantity import Amount, amount, duration
from timeline.temporal.english.stretches import tied
from timeline.temporal.english.words import word_set
from timeline.temporal.grammar import Example, Match, Rule
from timeline.temporal.reading import Reading, undated
from timeline.temporal.reference import Context

_MONEY_NOUNS: Final = word_set(
    "share barrel dollars dollar cents yen pounds percent million billion tons barrels times shares people tonnes $"
)


def length(found: Match, context: Context) -> Reading | None:
    """Resolve a number of units; vague numbers give `PXD`, `PXY`. An age or a fraction is no length of time."""
    unit = found.name("units") if found.has("units") else found.name("unit")
    if found.has("old") or found.word(0) == "old" or _counts_no_time(found, unit):
        return None
    if found.word(-1) == "as" and found.words("many") in _AS_MANY:
        return None
    if found.has("hyphen") and found.tokens.words[found.first] in ("a", "an") and not found.has("hundred"):
        return None
    quantity = amount(found.words("many") or found.words("half"))
    if not found.has("many") and unit in ("Y", "Q"):
        return None
    if quantity.number is None and found.has("unit") and not found.has("hyphen"):
        return None
    read = undated(
        duration(quantity.number, unit), "a length of time", kind=TimexType.DURATION, mod=_mod(found, quantity)
    )
    if unit == "M" and not found.has("hyphen"):
        context.basis = read
    return tied(found, context, read, count=quantity.number, unit=unit)


_AS_MANY: Final = (["many"], ["few"])
"""After "as" these name a number told before: "two bombs in as many days"."""


def _counts_no_time(found: Match, unit: str) -> bool:
    """Tell fractions ("three quarters of") and years that name a quarter ("the 1989 quarter") from lengths of time."""
    if unit == "Q" and ((found.has("hyphen") and found.has("units")) or _is_fraction(found)):
        return True
    return unit != "Y" and found.has("year4") and 1900 <= found.number("year4") <= 2100


def _is_fraction(found: Match) -> bool:
    return found.words("many") in (["three"], ["3"]) and found.word(0) == "of"


def _mod(found: Match, quantity: Amount) -> str | None:
    for name in ("least", "more", "about", "circa"):
        if found.has(name):
            value = found.value(name)
            return str(value) if value else None
    return "APPROX" if quantity.approximate else None


def single_unit(found: Match, _context: Context) -> Reading | None:
    """Resolve "a year": once every unit in prices and counts, else one unit long."""
    unit = found.name("unit")
    if (
        found.word(0) == "-"
        or not (found.has("a") or "another" in found.words("about"))
        or (unit == "Q" and found.word(0) == "of")
        or (found.word(0) == "of" and found.word(-1) in ("than", "about"))
    ):
        return None
    before = found.word(-1)
    count = 1.5 if found.has("half") else 1
    if (
        before in _MONEY_NOUNS
        or found.word(-2) in _MONEY_NOUNS
        or _is_a_rate(found)
        or found.has("per")
        or found.has("once")
        or found.has("times")
    ):
        return undated(duration(1, unit), "how often", kind=TimexType.SET)
    return undated(duration(count, unit), "a length of time", kind=TimexType.DURATION, mod=_mod(found, Amount(1)))


def _is_a_rate(found: Match) -> bool:
    """Say whether the unit is what a number is counted in: "500 cars a week"."""
    counted = {found.lexicon.codes[name] for name in ("day", "int", "big", "decimal", "number", "hundred")}
    around = found.tokens.classes[max(0, found.first - 3) : found.first - 1]
    plural = found.word(-1).endswith("s") and found.word(-1).isalpha()
    return plural and not counted.isdisjoint(around) and found.word(0) not in _AFTER_A_LENGTH


_AFTER_A_LENGTH: Final = ("after", "before", "from", "into", "later", "earlier", "ago", "apart")


def compound(found: Match, _context: Context) -> Reading | None:
    """Resolve "an hour and 20 minutes", "two years, six months"."""
    spans = [span for span in (found.span("units"), found.span("units", 1), found.span("unit")) if span]
    larger, smaller = sorted(spans)[:2]
    units = [str(found.lexicon.value(found.tokens.words[span[0]])) for span in (larger, smaller)]
    if (units[0], units[1]) not in _FINER_UNITS:
        return None
    words = found.tokens.words
    counts = amount(words[found.first : larger[0]]).number, amount(words[larger[1] : smaller[0]]).number
    if None in counts:
        return None
    first, second = (duration(count, unit) for count, unit in zip(counts, units, strict=True))
    joined = first + second.removeprefix("PT") if first.startswith("PT") else first + second.removeprefix("P")
    return undated(joined, "a length of time", kind=TimexType.DURATION, mod=_mod(found, Amount(1)))


_FINER_UNITS: Final = {
    ("Y", "M"), ("Y", "W"), ("Y", "D"), ("M", "W"), ("M", "D"), ("W", "D"), ("D", "TH"), ("TH", "TM"), ("TM", "TS"),
}  # fmt: skip
"""Which unit may follow which in one length."""


def spell(found: Match, context: Context) -> Reading | None:
    """Resolve "the past two months", "the first nine months", "recent weeks"."""
    unit = next(found.name(name) for name in ("units", "unit", "seasons") if found.has(name))
    if found.word(0) == "old":
        return None
    count = amount(found.words("many")).number if found.has("many") else 1 if found.has("unit") else None
    if found.has("half") and "half" not in found.words("many"):
        count = (count or 0) + 0.5
    read = undated(duration(count, unit), "a length of time", kind=TimexType.DURATION)
    if unit == "M":
        context.basis = read
    return tied(found, context, read, count=count, unit=unit)


def bare_units(found: Match, _context: Context) -> Reading | None:
    """Resolve "weeks", "years": so many that nobody counts."""
    unit = found.name("units")
    if unit == "WE" and found.word(-1) == "on":
        return undated("XXXX-WXX-WE", "how often", kind=TimexType.SET)
    if unit in ("Q", "NI", "TS", "WE") or found.word(0) in ("old", "-") or _are_of_a_season(found):
        return None
    if found.word(-2) == "as" and [found.word(-1)] in _AS_MANY:
        return None
    if unit in ("TM", "TH") and found.word(-1) not in ("within", "for"):
        return None
    return undated(duration(None, unit), "a length of time", kind=TimexType.DURATION)


def _are_of_a_season(found: Match) -> bool:
    """Say whether a season names the units: "the summer months"."""
    return found.tokens.classes[max(0, found.first - 1) : found.first] == found.lexicon.codes["season"]


def recurring(found: Match, _context: Context) -> Reading | None:
    """Resolve "every day", "each July", "every other week", "Mondays"."""
    return undated(_recurring_value(found), "how often", kind=TimexType.SET)


_NAMED_TIMES: Final = (
    ("month", "XXXX-{:02}"), ("weekday", "XXXX-WXX-{}"), ("weekdays", "XXXX-WXX-{}"), ("season", "XXXX-{}"),
    ("seasons", "XXXX-{}"), ("part", "XXXX-XX-XXT{}"), ("weekend", "XXXX-WXX-{}"), ("daily", "{}"),
)  # fmt: skip
"""Classes of words that name what comes again, with the form of its value."""


def _recurring_value(found: Match) -> str:
    for name, form in _NAMED_TIMES:
        if found.has(name):
            return form.format(found.value(name)) + (f"T{found.name('parts')}" if found.has("parts") else "")
    unit = found.name("units") if found.has("units") else found.name("unit")
    if found.has("ordinal"):
        return duration(found.number("ordinal"), unit)
    if found.has("times") or not found.has("many"):
        return duration(2 if found.has("other") else 1, unit)
    return duration(amount(found.words("many")).number, unit)


def lasting(found: Match, _context: Context) -> Reading | None:
    """Resolve "day-long", "weeklong"."""
    if found.has("weeklong"):
        return undated(found.name("weeklong"), "a length of time", kind=TimexType.DURATION)
    return undated(
        duration(None if found.has("units") else 1, found.name("units" if found.has("units") else "unit")),
        "a length of time",
        kind=TimexType.DURATION,
    )


RULES: Final = (
    Rule(
        "compound-length",
        "NEARLY? (MANY | a) (units | unit) comma? and? MANY (units | unit)",
        compound,
        Example("It took an hour and 20 minutes.", "an hour and 20 minutes", "PT1H20M"),
    ),
    Rule(
        "lasting",
        "(unit | units) hyphen long | weeklong",
        lasting,
        Example("A day-long strike hit trains.", "day-long", "P1D"),
    ),
    Rule(
        "recurring",
        "every (other | MANY | ordinal)? (unit | units | weekday | month | season | part | weekend) "
        "| weekdays | weekday parts | daily | "
        "(once | MANY times) (a | per | every) unit | per unit",
        recurring,
        Example("The bells ring every day.", "every day", "P1D"),
    ),
    Rule(
        "spell",
        "ROUGHLY? (the? (ordinal | last | past | next | coming | final | following | previous | recent | latest) "
        "| the | these) MANY? more? school? units ahead? "
        "| the (last | past | next | coming) MANY seasons",
        spell,
        Example("Exports fell in the past two months.", "the past two months", "P2M"),
    ),
    Rule(
        "past-unit",
        "ROUGHLY? the? past unit (and a half)?",
        spell,
        Example("Prices doubled in the past year.", "the past year", "P1Y"),
    ),
    Rule("bare-units", "units", bare_units, Example("The talks dragged on for weeks.", "weeks", "PXW")),
    Rule(
        "length",
        "NEARLY? MANY hyphen? more? school? (units | unit) (hyphen old)? | half hyphen unit",
        length,
        Example("The siege lasted three years.", "three years", "P3Y"),
    ),
    Rule(
        "single-unit",
        "NEARLY? a (whole | more | about)? unit (and a half)? | about unit",
        single_unit,
        Example("The trip took a week.", "a week", "P1W"),
    ),
)
