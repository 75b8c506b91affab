"""How page furniture looks: what a saved page holds beside the article."""

import re

from timeline.text.agencies import AGENCIES
from timeline.text.word_set import phrase_set

LONGEST = 300
"""Longer paragraphs are never furniture."""

WHOLE_LINES = phrase_set(
    """about us | accessibility help | ad | ad feedback | advertisement | advertising | all rights reserved | article
    | article content | article continues below | by continuing you agree | click here | close | comment | comments
    | contact us | cookie policy | copied | copy link | copy link to article | download the app | e-mail | email
    | facebook | feedback | follow | follow us | font size | getty images | gift this article | home | image credit
    | instagram | latest news | leave a comment | like this | link copied | linkedin | listen | listen to article
    | listen to this article | listen to this story | live updates | load more | loading | log in | login | menu
    | more | more news | more on this story | more stories | most popular | most read | most viewed | newsletter
    | newsletters | next | next article | next story | open menu | opens in new window | photo gallery | pinterest
    | play | play video | previous | previous article | print | print article | print this article | privacy policy
    | promoted | read full story | read more | recommended | recommended for you | recommended stories | reddit
    | register | related | related articles | related news | related stories | related topics | reply | reprints
    | rss | save | save article | scroll for more | scroll to continue | search | see also | see more | share
    | share article | share full article | share on facebook | share on twitter | share on x | share this
    | share this article | share this post | share this story | show less | show more | sign in | sign up
    | skip to content | skip to main content | sponsored | sponsored content | story continues below
    | story continues below advertisement | subscribe | subscribe now | tags | telegram | terms of service
    | terms of use | top news | top stories | translate | trending | trending now | tweet | twitter | video | videos
    | view comments | view gallery | watch | watch live | watch now | what to read next | whatsapp | x
    | you may also like | you might also like"""
)
"""Lines that are nothing else, folded, without marks at their ends."""

CREDIT_LINES = tuple(
    f"contributed to this {kind}{stop}" for kind in ("report", "story", "article") for stop in ("", ".")
)
"""How a line that names further reporters ends."""

# Each alternative begins with a literal and is looked for at the start of a line only.
_OPENINGS = re.compile(
    r"""
    (?: © | \(c\)\s | copyright\s(?:©|\(c\)|[0-9]{4}|by\b) | all\srights\sreserved
    | our\sstandards: | the\sthomson\sreuters\strust
    | [(\[]?(?:additional\s)?(?:reporting|writing|editing)\s(?:and\swriting\s|and\sediting\s|and\sreporting\s)?by\s
    | (?:read|see|watch|explore|learn|view)\s(?:more|also|next|now|related|our)\b[^.:|»>]{0,30}[:|»>]
    | advertisement\b[^.]{0,40}\Z
    | also\sread: | (?:related|recommended|trending|explained|explainer|opinion|watch|listen)(?:\s\w+)?:
    | (?:click|tap)\shere\b | follow\s(?:us\b|@|the\slatest\b) | like\sus\son\b
    | sign\sup\s(?:for|to|here|now)\b | subscribe\s(?:to|for|now|here|today)\b
    | (?:get|download)\s(?:the|our)\s[^.]{0,40}\b(?:app|newsletter)\b
    | (?:we|this\s(?:web)?site)\suses?\scookies\b | accept\s(?:all\s)?cookies\b | cookies\son\b
    | by\s(?:continuing|clicking|signing|submitting)\b[^.]{0,80}\b(?:agree|accept|consent)\b
    | [0-9]{1,3}\s?(?:min|minute)s?\sread\b | skip\sto\b | filed\sunder\b | (?:tags?|topics?|categories|keywords):
    | image\s(?:source|credit)[,:] | published\sin\s[^.,]{2,40},\s[a-z]{3,9}\.?\s[0-9]{1,2}
    | enable\sjavascript\b | your\sbrowser\b
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_WHOLE = re.compile(
    r"""
    (?: (?:share|send|print|save|tweet)\s(?:this|on|via|by)\b[^.]{0,40}
    | [0-9]{1,6}\s(?:comments?|shares?|views?|reads?)
    | [0-9]{1,3}\s(?:of|/)\s[0-9]{1,3}[\s|]*
    | page\s[0-9]{1,3}
    | (?:[0-9]{1,3}|an?)\s(?:second|minute|hour|day)s?\sago
    )[\s.:…]*\Z""",
    re.VERBOSE | re.IGNORECASE,
)
_STAMP = re.compile(
    r"""
    (?: (?:first\s|last\s)?(?:published|updated|modified|posted|issued|created|saved|printed|archived|retrieved
    |accessed)\b
    (?: [^.0-9]{0,60}[0-9](?:[^.]|[.](?=[0-9a-z,])){0,60}(?:[ap]\.m\.|[^.]) | :?\s(?:on\s)?\w{3,9}day ) )\Z""",
    re.VERBOSE | re.IGNORECASE,
)
"""A label with figures, and no sentence: that would end with a full stop."""

_LINKS = re.compile(
    r"(?:related|recommended|more on|more from|more stories|most read|most popular|trending|top stories|see also|"
    r"read also|read more|you may also|you might also|what to read)\b[^.!?]{0,40}:?\Z",
    re.IGNORECASE,
)
_TRAIL = re.compile(r"(?:[^»›>.]{1,30}\s[»›>]\s){1,5}[^»›>.]{1,40}\Z")
_SEPARATOR = re.compile(r"\s[|•·]\s")
_SIGN_OFF = re.compile(rf"[\s(\[—–-]*{AGENCIES}(?:[/,&\s]+(?:and\s)?{AGENCIES})*[\s)\].]*\Z")


def is_furniture(line: str) -> bool:
    """Say whether a paragraph belongs to the page and not to the article."""
    if len(line) > LONGEST:
        return False
    if not any(map(str.isalnum, line)):
        return True
    if len(line) <= 40 and " ".join(line.casefold().strip(" \u00a0.:!›»>|•·…-").split()) in WHOLE_LINES:
        return True
    if _OPENINGS.match(line) or _WHOLE.match(line) or _STAMP.match(line) or _SIGN_OFF.match(line):
        return True
    return line.endswith(CREDIT_LINES) or _is_row_of_links(line)


def _is_row_of_links(line: str) -> bool:
    parts = _SEPARATOR.split(line)
    return (len(parts) >= 3 and all(len(part) <= 30 for part in parts)) or _TRAIL.match(line) is not None


def opens_links(line: str) -> bool:
    """Say whether a list of links to other articles follows."""
    return len(line) <= 60 and _LINKS.match(line) is not None
