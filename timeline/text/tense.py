"""Tense, aspect and modality of the clause around a phrase, told by the verb forms near it.

    "The ministers will meet on [Friday]"          future
    "The ministers met on [Friday]"                past
    "Talks scheduled for [Friday] were called off" future, from the verb nearest to the phrase

No parser and no tagger: the verb group before the phrase in its sentence decides, or the one right after it.
"""

import re
from enum import StrEnum
from typing import Final, NamedTuple


class Tense(StrEnum):
    """When the clause says that things happen."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    NONE = "none"


class Aspect(StrEnum):
    """Whether the clause tells of something completed or under way."""

    NONE = "none"
    PERFECTIVE = "perfective"
    PROGRESSIVE = "progressive"


class Clause(NamedTuple):
    """What the nearest verb group says; `verb` is its first word and `start` its offset, -1 if there is none."""

    tense: Tense
    aspect: Aspect = Aspect.NONE
    modality: str | None = None
    verb: str = ""
    start: int = -1


NO_VERB: Final = Clause(Tense.NONE)

FUTURE_AUXILIARIES: Final = frozenset("will shall 'll won't shan't would 'd wouldn't".split())
MODALS: Final = frozenset("may might could should must can ought cannot can't couldn't shouldn't mustn't".split())
PAST_AUXILIARIES: Final = frozenset("was were did had wasn't weren't didn't hadn't been".split())
PRESENT_AUXILIARIES: Final = frozenset("is are am do does isn't aren't don't doesn't 're 'm be being".split())
PERFECT_AUXILIARIES: Final = frozenset("has have hasn't haven't 've having".split())
AWAITED: Final = frozenset(
    "scheduled slated due expected planned set supposed poised likely bound prepared ready tentatively upcoming anticipated "
    "deadline proposed".split()
)
"""Words after which "to do", "for" or a bare date speak of what is still to come."""

INTENDING: Final = frozenset(
    """hoping hopes plans planning expects expecting intends intending aims preparing prepares agreed promises promised vowed
    vows pledged pledges wants hoped intended proposes threatens threatened urges urged invited calls decided ordered""".split()
)
"""Verbs after which "to do" speaks of what is still to come; a date beside the verb itself is the verb's own."""

_ADVERBS: Final = frozenset(
    "not be been being have also never again still now soon then just already later only even yet n't".split()
)
_CLAUSE_OPENERS: Final = frozenset("but while when where which who because although though if".split())
_PREPOSITIONS: Final = frozenset("on in at for by early late mid the".split())

IRREGULAR_PAST: Final = frozenset(
    """ate awoke beat became began bent bet bit bled blew bought bound broke brought broadcast built burst came caught chose
    clung cost crept cut dealt dove drank drew drove dug fed fell felt fled flew fought found froze gave got grew held
    heard hid hit hung hurt kept knew laid lay led left lent let lit lost made meant met paid put quit ran rang read rode
    rose said sang sank sat saw sent set shed shook shot shrank shut slept slid sold sought spent spoke split spread sprang
    stole stood stuck struck swam swept swore swung taught thought threw told took tore understood went wept withdrew won
    wore wound wove wrote overcame overtook undertook forbade forgave foresaw withstood died
    gone done seen taken given written spoken fallen risen driven begun broken chosen known shown grown thrown""".split()
)
_NOT_PAST: Final = frozenset(
    """need indeed hundred red bed speed feed seed exceed proceed succeed breed weed greed embed shed sacred hatred kindred
    unprecedented so-called united alleged led""".split()
)
_NOT_INFINITIVE: Final = frozenset(
    """the a an his her its their our my your this that these those him them it us me you which whom each all any some
    more less about at date""".split()
)
_REACH_BACK: Final = 240
_REACH_AHEAD: Final = 120
_REACH_OF_OPENER: Final = 6
_SENTENCE_END = re.compile(
    r"(?:(?<![A-Z])(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bGen)(?<!\bSen)(?<!\bGov)(?<!\bRep)[.!?]|[;:])[\"'”’)]*\s+(?=[\"'“‘(]*[A-Z0-9])|\n\s*\n"
)
_WORD = re.compile(r"[^\W\d_]+(?:[-][^\W\d_]+)*(?:['’]t\b)?|['’](?:ll|ve|re|m|d|s)\b|\d+|[,;]")


class _Token(NamedTuple):
    word: str
    raw: str
    start: int


def clause_at(text: str, start: int, end: int) -> Clause:
    """Return the tense of the clause in which `text[start:end]` stands."""
    before, after = _before(text, start), _after(text, end)
    nearest = _last_verb(before)
    ahead = _first_verb(after)
    if nearest is None or (ahead and ahead[1] <= _REACH_OF_OPENER and _opens_a_clause(before)):
        return ahead[0] if ahead else NO_VERB
    clause, words_between = nearest
    if ahead and ahead[1] <= 1 < words_between:
        return ahead[0]
    return clause


def _opens_a_clause(before: list[_Token]) -> bool:
    """Say whether a new clause starts right before the phrase: "…, but in [March] a judge ruled"."""
    words = [token.word for token in before[-3:] if token.word not in _PREPOSITIONS]
    return bool(words) and words[-1] in _CLAUSE_OPENERS


def _before(text: str, start: int) -> list[_Token]:
    low = max(0, start - _REACH_BACK)
    window = text[low:start]
    cut = 0
    for found in _SENTENCE_END.finditer(window):
        cut = found.end()
    return _tokens(window[cut:], low + cut)


def _after(text: str, end: int) -> list[_Token]:
    window = text[end : end + _REACH_AHEAD]
    found = _SENTENCE_END.search(window)
    return _tokens(window[: found.start()] if found else window, end)


def _tokens(window: str, offset: int) -> list[_Token]:
    return [
        _Token(found.group().lower().replace("’", "'"), found.group(), offset + found.start())
        for found in _WORD.finditer(window)
    ]


def _last_verb(tokens: list[_Token]) -> tuple[Clause, int] | None:
    for index in range(len(tokens) - 1, -1, -1):
        clause = _verb_group(tokens, index)
        if clause is not None:
            return clause, sum(
                1 for token in tokens[index + 1 :] if token.word not in {",", "on", "in", "at", "for", "by"}
            )
    return None


def _first_verb(tokens: list[_Token]) -> tuple[Clause, int] | None:
    for index in range(len(tokens)):
        if _is_verb(tokens, index):
            last = index
            while (
                last + 1 < len(tokens)
                and last < index + 4
                and (_is_verb(tokens, last + 1) or tokens[last + 1].word in {"not", "be", "to"})
            ):
                last += 1
            while last > index and _verb_group(tokens, last) is None:
                last -= 1
            clause = _verb_group(tokens, last)
            if clause is not None:
                return clause, sum(1 for token in tokens[:index] if token.word != ",")
    return None


def _is_verb(tokens: list[_Token], index: int) -> bool:
    word = tokens[index].word
    return (
        word in FUTURE_AUXILIARIES
        or word in PAST_AUXILIARIES
        or word in PRESENT_AUXILIARIES
        or word in PERFECT_AUXILIARIES
        or (word in MODALS and not tokens[index].raw[0].isupper())
        or _is_past_form(word)
        or word in AWAITED
    )


def _is_past_form(word: str) -> bool:
    return word in IRREGULAR_PAST or (word.endswith("ed") and len(word) > 3 and word not in _NOT_PAST)


def _verb_group(tokens: list[_Token], index: int) -> Clause | None:
    """Read the verb group whose last word stands at `index`, if one ends there."""
    token = tokens[index]
    word = token.word
    leads = [t.word for t in tokens[max(0, index - 4) : index]]
    if word in AWAITED:
        return Clause(Tense.FUTURE, modality="planned", verb=word, start=token.start)
    auxiliary = _auxiliary(leads, tokens, index)
    if auxiliary is not None and (_is_past_form(word) or _is_plain_verb(token) or word == "be"):
        return auxiliary
    if word in FUTURE_AUXILIARIES:
        return Clause(
            Tense.FUTURE,
            modality="would" if word in {"would", "'d", "wouldn't"} else None,
            verb=word,
            start=token.start,
        )
    if word in MODALS and not token.raw[0].isupper():
        return Clause(Tense.FUTURE, modality=word, verb=word, start=token.start)
    if word in PAST_AUXILIARIES:
        return Clause(Tense.PAST, verb=word, start=token.start)
    if word in PERFECT_AUXILIARIES:
        return Clause(Tense.PRESENT, Aspect.PERFECTIVE, verb=word, start=token.start)
    if word in PRESENT_AUXILIARIES:
        return Clause(Tense.PRESENT, verb=word, start=token.start)
    if _is_past_form(word):
        return Clause(Tense.PAST, verb=word, start=token.start)
    return None


def _is_plain_verb(token: _Token) -> bool:
    return token.raw[0].islower() and token.word.isalpha() and token.word not in _NOT_INFINITIVE


def _auxiliary(leads: list[str], tokens: list[_Token], index: int) -> Clause | None:
    """Find the auxiliary that governs the verb at `index`: at most two words before it, adverbs aside."""
    for back in range(1, min(4, len(leads)) + 1):
        word = leads[-back]
        start = tokens[index - back].start
        verb = tokens[index].word
        if word in FUTURE_AUXILIARIES or (word in MODALS and not tokens[index - back].raw[0].isupper()):
            perfect = "have" in leads[len(leads) - back :]
            tense = Tense.PAST if perfect and word not in {"will", "'ll", "shall"} else Tense.FUTURE
            return Clause(tense, Aspect.PERFECTIVE if perfect else Aspect.NONE, word, verb, start)
        if word == "to":
            return _infinitive(leads[:-back], verb, start)
        if word in PAST_AUXILIARIES and word != "been":
            return Clause(Tense.PAST, _progress(verb), verb=verb, start=start)
        if word in PERFECT_AUXILIARIES:
            return Clause(Tense.PRESENT, Aspect.PERFECTIVE, verb=verb, start=start)
        if word in PRESENT_AUXILIARIES and word not in {"be", "being"}:
            return Clause(Tense.PRESENT, _progress(verb), verb=verb, start=start)
        if not (word.endswith("ly") or word in _ADVERBS):
            return None
    return None


def _progress(verb: str) -> Aspect:
    return Aspect.PROGRESSIVE if verb.endswith("ing") else Aspect.NONE


def _infinitive(leads: list[str], verb: str, start: int) -> Clause | None:
    if any(word in AWAITED or word in INTENDING for word in leads[-2:]):
        return Clause(Tense.FUTURE, modality="planned", verb=verb, start=start)
    if leads and leads[-1] in {"is", "are", "was", "were", "'s", "going"}:
        return Clause(Tense.FUTURE, modality="to", verb=verb, start=start)
    if leads and (_is_past_form(leads[-1])):
        return Clause(Tense.PAST, modality="to", verb=verb, start=start)
    return Clause(Tense.FUTURE, modality="to", verb=verb, start=start)
