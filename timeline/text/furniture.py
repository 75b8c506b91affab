"""How page furniture, bylines, date lines and captions look."""

import re

FURNITURE_LINES = frozenset(
    """about us|advertisement|advertising|ad|all rights reserved|article continues below|close|comment|comments
    |contact us|copy link|download the app|email|facebook|feedback|follow us|getty images|home|image credit
    |instagram|latest news|leave a comment|linkedin|listen|listen to this article|listen to this story|live updates
    |log in|login|menu|more|most popular|most read|newsletter|next|next article|open menu|opens in new window
    |photo gallery|pinterest|play|play video|previous|previous article|print|print this article|privacy policy
    |read full story|recommended|recommended stories|reddit|register|related|related articles|related news
    |related stories|save|save article|scroll to continue|search|see also|share|share on facebook|share on twitter
    |share on x|share this|share this article|share this story|sign in|sign up|skip to content|skip to main content
    |sponsored|subscribe|subscribe now|tags|telegram|terms of use|top stories|translate|trending|trending now|tweet
    |twitter|videos|view comments|watch|watch live|watch now|whatsapp|x""".replace("\n", "").split("|")
)
"""Whole lines, folded, without marks at their ends."""

_FURNITURE = re.compile(
    r"""(?ix)
    (?:©|\(c\)\s|copyright\b|all\ rights\ reserved|our\ standards:|reporting\ by\ |additional\ reporting\ by\ |editing\ by\ 
    |(?:read|see|watch|explore|learn)\ (?:more|also|next|related|our)\b.{0,3}[:|»>]|(?:read|see)\ also\b|also\ read\b
    |related(?:\ \w+)?:|recommended(?:\ \w+)?:
    |share\ (?:this|on|via)\b.{0,40}$|(?:click|tap)\ here\b|follow\ (?:us|@|\w+\ \w*\ ?on)\b.{0,60}$
    |sign\ up\ (?:for|to|here|now)\b|subscribe\ (?:to|for|now|here|today)\b|(?:get|download)\ (?:the|our)\ .{0,40}\b(?:app|newsletter)\b
    |(?:we|this\ (?:web)?site)\ uses?\ cookies|by\ (?:continuing|clicking|using|signing)\b.{0,80}\b(?:agree|accept|consent)|accept\ (?:all\ )?cookies
    |(?:first\ )?(?:published|updated|last\ updated|last\ modified|modified|posted|issued\ on|date\ published)(?:\ on|\ at|\ by)?\b\s*[:|-]?\s*(?:\d|\w+,?\ \d|on\b|at\b|mon|tue|wed|thu|fri|sat|sun)
    |\d+\ ?(?:min|minute)s?\ read\b|\d+\ (?:comments?|shares?)$|tags?:|topics?:|filed\ under\b|skip\ to\b|image\ source\b|getty\ images\b
    )"""
)
_LINKS = re.compile(
    r"(?i)(?:related|recommended|more|most read|most popular|trending|top stories|see also|read also|read more)\b[^.!?]{0,40}:?$"
)
_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_CLOCK = r"[0-9]{1,2}[:.h][0-9]{2}(?:[:][0-9]{2})?\s*(?:[ap]\.?m\.?)?\s*(?:\(?[A-Z]{2,4}\)?)?|[0-9]{1,2}\s*[ap]\.?m\.?\s*(?:[A-Z]{2,4})?"
_DATE = (
    rf"(?:{_MONTH}\s+[0-9]{{1,2}}(?:st|nd|rd|th)?,?\s+[0-9]{{4}}|[0-9]{{1,2}}(?:st|nd|rd|th)?[\s-]+{_MONTH},?[\s-]+[0-9]{{4}}"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{4})"
)
_DATE_LINE = re.compile(
    rf"(?i)(?:(?:first\s+)?(?:published|updated|last updated|posted|date)\s*(?:on|at)?\s*[:|-]?\s*)?{_WEEKDAY}{_DATE}"
    rf"(?:T[0-9:.+Z-]+|[\s,|·•@-]*(?:at\s+)?(?:{_CLOCK}))?\s*$"
)
_TIME_LINE = re.compile(rf"(?:{_CLOCK})\s*[:–—-]?\s*$")
_BYLINE = re.compile(r"(?:By|BY|by|From|Written by|Story by|Report by)[\s\u00a0:]+(?P<names>\S.*)$")
_BYLINE_WORD = re.compile(r"(?:[^\W\d_]\.|and|in|for|of|the|with|at|on|de|von|van|al-\w+|&|\||/|[-–—,·•]|[^\W\d_].*)$")
_AGENCY = r"(?:AFP|AP|Associated\ Press|Reuters|REUTERS|Xinhua|TASS|ANI|PTI|APP|Bernama|Kyodo|dpa|DPA|EPA|EFE|IRNA|Anadolu|AA|Getty(?:\ Images)?|Shutterstock|Bloomberg|File|FILE|Handout|HANDOUT|Twitter|X)"
_CAPTION_START = re.compile(
    r"(?:FILE\b(?:\s+PHOTO)?\s*[-–—:]|File photo\b|FILE PHOTO|(?:Photo|Image|Picture|Photograph|PHOTO|IMAGE|Caption|Image caption|Pictured|In pictures|Video|WATCH|Watch|Graphic|Map)(?:\s+(?:by|credit|courtesy))?\s*:|Image caption\b)"
)
_CAPTION_END = re.compile(
    rf"(?:(?:—|–|-|\||/|\(|\[)\s*(?:(?:AP\ |File\ |Courtesy\ )?Photo[s]?\s*[:/]?\s*)?{_AGENCY}(?:\s*(?:/|via|-)\s*[\w.' ]{{1,40}})*[)\]]?"
    r"|[(\[](?:Photo|Image|Picture|Photograph|Credit|File|AP Photo|AFP Photo)\b[^)\]]{0,60}[)\]]|(?:Photo|Photograph|Image|Credit|Picture)\s*:\s*[\w.'/ ]{2,50})\.?$"
)


def is_furniture(line: str) -> bool:
    """Say whether a line belongs to the page and not to the article."""
    if len(line) <= 40 and line.casefold().strip(" .:!›»>|•·…-") in FURNITURE_LINES:
        return True
    return len(line) <= 300 and _FURNITURE.match(line) is not None


def opens_links(line: str) -> bool:
    """Say whether a list of links to other articles follows."""
    return len(line) <= 60 and _LINKS.match(line) is not None


def is_byline(line: str) -> bool:
    """Say whether a line names who wrote the article and nothing else."""
    found = _BYLINE.match(line) if len(line) <= 120 else None
    if not found or line[-1] in ".!?:;" or _DATE_LINE.match(found["names"]):
        return False
    words = found["names"].split()
    return (
        len(words) <= 14 and any(word[0].isupper() for word in words) and all(_is_byline_word(word) for word in words)
    )


def _is_byline_word(word: str) -> bool:
    return not word[0].isalpha() or word[0].isupper() or word.strip(",") in _SMALL_WORDS


_SMALL_WORDS = frozenset(
    ["and", "in", "for", "of", "the", "with", "at", "de", "von", "van", "der", "al", "bin", "staff", "writer", "correspondent", "reporter", "editor", "agencies"]
)


def is_date_line(line: str) -> bool:
    """Say whether a line is a full date, perhaps with a weekday or a time, and nothing else."""
    return len(line) <= 80 and _DATE_LINE.match(line) is not None


def is_time_line(line: str) -> bool:
    """Say whether a line is a time of day and nothing else."""
    return len(line) <= 20 and _TIME_LINE.match(line) is not None


def is_caption(line: str, ending: str) -> bool:
    """Say whether a paragraph stands under a picture; `ending` is its last part."""
    return _CAPTION_START.match(line) is not None or _CAPTION_END.search(ending) is not None
