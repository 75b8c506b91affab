"""How bylines, lines that are only a date and lines that are only a time of day look."""

import re

from timeline.text.agencies import AGENCIES
from timeline.text.word_set import word_set

_SMALL_WORDS = word_set("and in for of the with at on de von van der den al bin el la di da del")
_ROLES = word_set(
    """agencies agency bureau chief columnist contributor correspondent correspondents desk editor editors journalist
    reporter reporters staff writer writers"""
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
_PLACE = r"(?-i:[A-Z][\w.'’]*(?:[\s-](?:[A-Z][\w.'’]*|of|the|on|de)){0,5}(?:,\s[A-Z][\w.]*)?\s?[,|–—-]\s)"
_EDITION = r"(?:[\s,–—-]{1,3}\w{2,12}\sedition)?"
_DATE_LINE = re.compile(
    rf"{_PLACE}?{_LEAD_IN}?{_TIME_FIRST}(?:{_WEEKDAY},?\s)?{_DATE}(?:,?\s[(]?{_WEEKDAY}[)]?)?{_TIME_LAST}{_EDITION}[\s|.-]*\Z",
    re.IGNORECASE,
)
_STARTS_WITH_DATE = re.compile(rf"(?:{_WEEKDAY},?\s)?{_DATE}", re.IGNORECASE)
_TIME_LINE = re.compile(rf"{_CLOCK}\s?[:–—-]?\Z", re.IGNORECASE)
_BYLINE = re.compile(
    r"(?:by|from|(?:written|reported|edited|words|story|report|analysis|photographs)\sby|an?\s\w{4,12}\sby)[\s:]\s?"
    r"(?P<names>\S.*)\Z",
    re.IGNORECASE,
)
_NAME = r"[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){1,3}"
_SIGNED = re.compile(rf"(?:{_NAME},\s)?{AGENCIES}\Z|{_NAME}\sin\s[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+)?\Z")


def is_byline(line: str) -> bool:
    """Say whether a line names who wrote the article and nothing else."""
    if len(line) > 120 or line[-1] in "!?:;":
        return False
    found = _BYLINE.match(line)
    if found:
        return _holds_names(found["names"])
    return _SIGNED.match(line) is not None or _ends_with_role(line)


def is_date_line(line: str) -> bool:
    """Say whether a line is a full date, perhaps with a weekday or a time, and nothing else."""
    return 8 <= len(line) <= 80 and _DATE_LINE.match(line) is not None


def is_time_line(line: str) -> bool:
    """Say whether a line is a time of day and nothing else."""
    return len(line) <= 20 and _TIME_LINE.match(line) is not None


def _holds_names(line: str) -> bool:
    """Say whether a line is names with what joins them; a role after a comma may be in any words."""
    names, _, role = line.partition(", ")
    words = (names if role.split()[-1:] and role.split()[-1].casefold() in _ROLES else line).split()
    named = any(word[0].isupper() for word in words) and all(_is_part_of_names(word) for word in words)
    if len(words) <= 6 and words[-1].casefold() in _ROLES:
        return True
    return named and len(words) <= 14 and not _STARTS_WITH_DATE.match(line)


def _is_part_of_names(word: str) -> bool:
    return not word[0].islower() or word.strip(",").casefold() in _SMALL_WORDS | _ROLES


def _ends_with_role(line: str) -> bool:
    """Say whether a line is a name and a role, or a role: `Jane Doe, political editor`."""
    words = line.split()
    named = words[0][0].isupper() and len(words) <= 8
    return named and words[-1].casefold() in _ROLES and ("," in line or line.istitle())
