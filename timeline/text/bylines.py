"""How bylines, lines that are only a date and lines that are only a time of day look."""

import re

from timeline.text.agencies import AGENCIES
from timeline.text.word_set import word_set

_SMALL_WORDS = word_set(
    """and in for of the with at on de von van der den al bin el la di da del
    staff writer writers correspondent correspondents reporter reporters editor editors agencies agency"""
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_DAY = r"[0-9]{1,2}(?:st|nd|rd|th)?"
_DATE = (
    rf"(?:{_MONTH}\s{_DAY},?\s[0-9]{{4}}|{_DAY}(?:\sof)?[\s-]{_MONTH},?[\s-][0-9]{{4}}"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{4})"
)
_CLOCK = (
    r"(?:[0-9]{1,2}[:.h][0-9]{2}(?::[0-9]{2})?(?:\s?[ap]\.?m\.?)?|[0-9]{1,2}\s?[ap]\.?m\.?)(?:\s?[(]?[a-z]{2,4}[)]?)?"
)
_LEAD_IN = r"(?:(?:first\s)?(?:published|updated|last\supdated|posted|issued|date|on)(?:\s(?:on|at))?\s?[:|-]?\s?)"
_TIME_FIRST = rf"(?:{_CLOCK}[\s,|·•-]{{1,3}}(?:on\s)?)?"
_TIME_LAST = rf"(?:T[0-9:.+Z-]+|[\s,|·•@/-]{{1,4}}(?:at\s)?{_CLOCK})?"
_DATE_LINE = re.compile(
    rf"{_LEAD_IN}?{_TIME_FIRST}(?:{_WEEKDAY},?\s)?{_DATE}(?:,?\s[(]?{_WEEKDAY}[)]?)?{_TIME_LAST}[\s|.-]*\Z",
    re.IGNORECASE,
)
_TIME_LINE = re.compile(rf"{_CLOCK}\s?[:–—-]?\Z", re.IGNORECASE)
_BYLINE = re.compile(
    r"(?:by|from|written\sby|story\sby|report\sby|reported\sby|edited\sby)[\s:]\s?(?P<names>\S.*)\Z", re.IGNORECASE
)
_STAFF = re.compile(rf"(?:[A-Z][\w.'’-]+\s){{0,4}}?(?:[A-Z][\w.'’-]+,\s)?(?:{AGENCIES}|Staff Writer|Staff Reporter)\Z")


def is_byline(line: str) -> bool:
    """Say whether a line names who wrote the article and nothing else."""
    if len(line) > 120 or line[-1] in "!?:;":
        return False
    return _names(line) is not None or _STAFF.match(line) is not None


def is_date_line(line: str) -> bool:
    """Say whether a line is a full date, perhaps with a weekday or a time, and nothing else."""
    return 8 <= len(line) <= 80 and _DATE_LINE.match(line) is not None


def is_time_line(line: str) -> bool:
    """Say whether a line is a time of day and nothing else."""
    return len(line) <= 20 and _TIME_LINE.match(line) is not None


def _names(line: str) -> str | None:
    found = _BYLINE.match(line)
    if not found or is_date_line(found["names"]):
        return None
    words = found["names"].split()
    named = any(word[0].isupper() for word in words) and all(_is_part_of_names(word) for word in words)
    return found["names"] if named and len(words) <= 14 and not line.endswith((". ", "...")) else None


def _is_part_of_names(word: str) -> bool:
    return not word[0].islower() or word.strip(",") in _SMALL_WORDS
