"""Tense, aspect and modality of the clause around a phrase, told by the verb forms near it.

    "The ministers will meet on [Friday]"          future
    "The ministers met on [Friday]"                past
    "Talks scheduled for [Friday] were called off" future, from the verb nearest to the phrase

No parser and no tagger: the verb group before the phrase in its sentence decides, or the one right after it.
"""

from enum import StrEnum
from typing import Final, NamedTuple

from timeline.text.around import REACH_AHEAD, stretch_after, stretch_before
from timeline.text.stretch import Stretch
from timeline.text.verb_words import (
    ARRANGED,
    AT_FIRST,
    AWAITED,
    BEFORE_A_LEAVE,
    FORETELLING,
    INTENDING,
    IRREGULAR_PAST,
    LETTING,
    NO_PLURAL,
    NONE_OF_THEM,
    NOT_PAST,
    OF_PRICES,
    OPENING_BY_MANY,
    SAYING,
    SCHEDULED,
    SCHEDULED_BY_MANY,
    STAYING,
    STAYING_NOW,
    WANTING,
)


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


def _set(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


def _each(words: str, clause: Clause) -> dict[str, Clause]:
    return dict.fromkeys(words.split(), clause)


AUXILIARIES: Final[dict[str, Clause]] = {
    **_each("will shall 'll won't shan't", Clause(Tense.FUTURE)),
    **_each("would 'd wouldn't", Clause(Tense.FUTURE, modality="would")),
    **{word: Clause(Tense.FUTURE, modality=word) for word in _set("may might could should must can ought cannot")},
    **_each("can't couldn't shouldn't mustn't", Clause(Tense.FUTURE, modality="not")),
    **_each("was were did had wasn't weren't didn't hadn't been", Clause(Tense.PAST)),
    **_each("has have hasn't haven't 've having", Clause(Tense.PRESENT, Aspect.PERFECTIVE)),
    **_each("is are am do does isn't aren't don't doesn't 're 'm be being", Clause(Tense.PRESENT)),
}
"""What each auxiliary says of the verb after it."""

_FORWARD: Final = AWAITED | WANTING | FORETELLING | SCHEDULED
_ADVERBS: Final = _set(
    "not be been being have also never again still now soon then just already later only even yet n't"
)
_ARTICLES: Final = _set("a an the no any its their his her")
_CLAUSE_OPENERS: Final = _set("but while when where which who because although though if")
_JOINTS: Final = _set("and or but that who which")
"""Words after which a verb belongs to another clause, or to a second thing told of the same subject."""
_PREPOSITIONS: Final = _set("on in at for by early late mid the")
_LEADING: Final = _ADVERBS | STAYING | AUXILIARIES.keys() | {"to"}
"""Words right before a verb in its group; adverbs in "ly" aside."""

_CALLING: Final = _set("call calls called calling")
_TELLING: Final = _FORWARD | AWAITED | SCHEDULED_BY_MANY | OPENING_BY_MANY | _CALLING | AUXILIARIES.keys()
"""Verbs that say something without an auxiliary; past forms aside."""

_NOT_INFINITIVE: Final = _set(
    "the a an his her its their our my your this that these those him them it us me you which whom each all any "
    "some more less about at date"
)
_REACH_OF_OPENER: Final = 6
_FINITE_AFTER_TO: Final = _set("is are was were 's going")


def clause_at(text: str, start: int, end: int) -> Clause:
    """Return the tense of the clause in which `text[start:end]` stands."""
    told = stretch_before(text, start)
    nearest = _last_verb(told)
    is_opened = _opens_a_clause(told.words)
    if nearest is None:
        return _first_verb(stretch_after(text, end)) or NO_VERB
    clause, words_between = nearest
    if words_between <= 1 and not is_opened:
        return clause
    return _first_verb(stretch_after(text, end), reach=_REACH_OF_OPENER if is_opened else 1) or clause


def _opens_a_clause(words: list[str]) -> bool:
    """Say whether a new clause starts right before the phrase: "…, but in [March] a judge ruled"."""
    last = [word for word in words[-3:] if word not in _PREPOSITIONS]
    return bool(last) and last[-1] in _CLAUSE_OPENERS


def _last_verb(stretch: Stretch) -> tuple[Clause, int] | None:
    """Return the last verb group and how many words follow it."""
    words = stretch.words
    for index in range(len(words) - 1, -1, -1):
        clause = _group_ending_at(stretch, index)
        if clause is not None:
            return clause, sum(word not in {",", "on", "in", "at", "for", "by"} for word in words[index + 1 :])
    return None


def _first_verb(stretch: Stretch, *, reach: int | None = None) -> Clause | None:
    """Return the first verb group; with `reach`, after at most so many words and before any joint."""
    passed = 0
    for index, word in enumerate(stretch.words):
        if reach is not None and passed > reach:
            return None
        if _is_verb(stretch, index) and (clause := _group_from(stretch, index)) is not None:
            return clause
        passed += REACH_AHEAD if word in _JOINTS else word != ","
    return None


def _group_from(stretch: Stretch, index: int) -> Clause | None:
    """Read the verb group whose first word stands at `index`, as far as one goes on from there."""
    words = stretch.words
    if _sets_a_condition(words, index):
        return None
    last = index
    while last + 1 < len(words) and last < index + 4 and _goes_on(stretch, last + 1):
        last += 1
    ends = range(last, index - 1, -1)
    return next((clause for end in ends if (clause := _group_ending_at(stretch, end)) is not None), None)


def _sets_a_condition(words: list[str], index: int) -> bool:
    """Say whether "provided" means "if": "…, provided the rebels do the same"."""
    return words[index] == "provided" and words[max(0, index - 1) : index] == [","]


def _goes_on(stretch: Stretch, index: int) -> bool:
    word, before = stretch.words[index], stretch.words[index - 1]
    if word == "to":  # "is expected to rule" is one group; in "agreed to meet" the agreeing is what is told
        return before in AWAITED or before in WANTING or before in AUXILIARIES
    return word in {"not", "be"} or _is_verb(stretch, index)


def _is_verb(stretch: Stretch, index: int) -> bool:
    word = stretch.words[index]
    if word in AUXILIARIES:
        return not (word == "may" and stretch.is_capital(index))
    if word in OPENING_BY_MANY:
        return _has_plural_subject(stretch, index)
    return word in _FORWARD or word in SCHEDULED_BY_MANY or _is_past_form(word)


def _is_past_form(word: str) -> bool:
    return word in IRREGULAR_PAST or (word.endswith("ed") and len(word) > 3 and word not in NOT_PAST)


def _group_ending_at(stretch: Stretch, index: int) -> Clause | None:
    """Read the verb group whose last word stands at `index`, if one ends there."""
    word = stretch.words[index]
    past = _is_past_form(word)
    if not past and word not in _TELLING and not _is_led(stretch.words, index):
        return None
    if word in AWAITED and (once := _awaited_once(stretch.words, index)) is not None:
        return _told(stretch, index, Clause(once, modality="planned"), index)
    if _is_forward(stretch.words, index) or _calls_for(stretch.words, index):
        return _told(stretch, index, Clause(Tense.FUTURE, modality="planned"), index)
    plain = word.isalpha() and word not in _NOT_INFINITIVE and not stretch.is_capital(index)
    if past or plain or word == "be":
        governed = _governed(stretch, index)
        if governed is not None:
            return governed
    if word in AUXILIARIES and not (word == "may" and stretch.is_capital(index)):
        return _told(stretch, index, AUXILIARIES[word], index)
    if _is_on_the_calendar(stretch.words, index, past=past) or _has_plural_subject(stretch, index):
        return _told(stretch, index, Clause(Tense.FUTURE, modality="planned"), index)
    stays = stretch.words[max(0, index - 1)] in STAYING_NOW
    return _told(stretch, index, Clause(Tense.PRESENT if stays else Tense.PAST), index) if past else None


def _told(stretch: Stretch, index: int, clause: Clause, verb: int) -> Clause:
    """Return the clause with its verb, whose group starts at word `index`."""
    return Clause(clause.tense, clause.aspect, clause.modality, stretch.words[verb], stretch.start_of(index))


def _is_on_the_calendar(words: list[str], index: int, *, past: bool) -> bool:
    """Say whether a plain verb has a plural subject, or a participle a condition: "if approved"."""
    if past:
        return index > 0 and words[index - 1] == "if"
    if words[index] not in SCHEDULED_BY_MANY or index == 0 or words[index - 1] in _NOT_INFINITIVE | BEFORE_A_LEAVE:
        return False
    return LETTING.isdisjoint(words[max(0, index - 4) : index])


def _has_plural_subject(stretch: Stretch, index: int) -> bool:
    """Say whether "open", "end" and the like follow a plural, which makes them verbs: "polls open"."""
    words = stretch.words
    if words[index] not in OPENING_BY_MANY or index == 0 or stretch.is_capital(index):
        return False
    if not OF_PRICES.isdisjoint(words[index + 1 : index + 2]):
        return False
    subject = words[index - 1]
    is_plural = subject.isalpha() and len(subject) > 3 and subject.endswith("s") and not subject.endswith(("ss", "us"))
    return is_plural and subject not in NO_PLURAL and LETTING.isdisjoint(words[max(0, index - 4) : index])


def _is_forward(words: list[str], index: int) -> bool:
    """Say whether the word looks ahead; "set" only before "for" and "to", "forecast" only where it is no noun."""
    word = words[index]
    if word in FORETELLING and index and words[index - 1] in _ARTICLES:
        return False
    return word in _FORWARD and (word != "set" or words[index + 1 : index + 2] in ([], ["for"], ["to"]))


def _calls_for(words: list[str], index: int) -> bool:
    """Say whether "called for" stands there, which speaks of what is wished for."""
    return words[index] in _CALLING and words[index + 1 : index + 2] == ["for"]


def _is_led(words: list[str], index: int) -> bool:
    """Say whether the word before may be part of a verb group, which most words tell that are no verbs."""
    before = words[index - 1] if index else ""
    return before in _LEADING or before.endswith("ly")


def _governed(stretch: Stretch, index: int) -> Clause | None:
    """Read the verb at `index` by its auxiliary: at most four words before it, with only adverbs between."""
    verb = stretch.words[index]
    perfect = False
    for at in range(index - 1, max(-1, index - 5), -1):
        word = stretch.words[at]
        if word == "to":
            return _told(stretch, at, _infinitive(stretch.words[max(0, at - 3) : at]), index)
        perfect = perfect or word == "have"
        clause = AUXILIARIES.get(word)
        if clause is not None and word not in _ADVERBS and not (word == "may" and stretch.is_capital(at)):
            if _was_not_possible(stretch.words, at, index):
                return _told(stretch, at, Clause(Tense.PAST, modality="not"), index)
            return _told(stretch, at, _with_aspect(clause, verb, perfect=perfect), index)
        if word == "have" and (at == 0 or stretch.words[at - 1] not in AUXILIARIES):
            return _told(stretch, at, AUXILIARIES["have"], index)
        if not (word.endswith("ly") or word in _ADVERBS or word in STAYING):
            return None
    return None


def _was_not_possible(words: list[str], at: int, verb: int) -> bool:
    """Tell what failed or was refused from what may come: "could not be reached", "would not say"."""
    none = "not" in words[at:verb] or not NONE_OF_THEM.isdisjoint(words[:at])
    if words[at] in {"would", "wouldn't"}:
        return words[verb] in SAYING and (words[at] == "wouldn't" or none)
    if words[at] not in {"could", "couldn't"} or "be" not in words[at:verb]:
        return False
    return words[at] == "couldn't" or none


def _with_aspect(clause: Clause, verb: str, *, perfect: bool) -> Clause:
    if clause.tense is Tense.PRESENT and clause.aspect is Aspect.PERFECTIVE and verb in ARRANGED:
        return Clause(Tense.FUTURE, modality="planned")
    if clause.tense is Tense.FUTURE:
        tense = Tense.PAST if clause.modality else Tense.FUTURE
        return clause._replace(tense=tense, aspect=Aspect.PERFECTIVE) if perfect else clause
    if clause.aspect is Aspect.NONE and verb.endswith("ing"):
        return clause._replace(aspect=Aspect.PROGRESSIVE)
    return clause


def _awaited_once(words: list[str], index: int) -> Tense | None:
    """Return the tense of what had been due, which is over (but not "… due for"), or was originally due."""
    if words[max(0, index - 2) : index] == ["had", "been"] and "for" not in words[index + 1 :]:
        return Tense.PAST
    return Tense.NONE if index and words[index - 1] in AT_FIRST else None


def _infinitive(leads: list[str]) -> Clause:
    """Read "to do" by the three words before it."""
    if leads[-3:-1] == ["had", "been"] and leads[-1] in AWAITED:
        return Clause(Tense.PAST, modality="planned")
    if any(word in AWAITED or word in INTENDING for word in leads[-2:]):
        return Clause(Tense.FUTURE, modality="planned")
    if leads and leads[-1] not in _FINITE_AFTER_TO and _is_past_form(leads[-1]):
        return Clause(Tense.PAST, modality="to")
    return Clause(Tense.FUTURE, modality="to")
