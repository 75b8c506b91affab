"""Titles made from a clause: who does what to whom, in the present tense, in the words of the sentence."""

from collections.abc import Sequence

from timeline.domain.vocabulary import EventStatus
from timeline.engines.rules.data.status import AWAITED, CHANGES
from timeline.engines.rules.names import Party
from timeline.engines.rules.syntax.clauses import Clause, Parse
from timeline.engines.rules.syntax.inflection import conjugate
from timeline.engines.rules.syntax.phrases import Kind, Phrase
from timeline.engines.rules.syntax.words import Tag, Word
from timeline.engines.rules.terms import CANCELLED, HYPOTHETICAL, OCCURRED, PLANNED, POSTPONED, PROPOSED
from timeline.engines.rules.triggers.index import VERB_TRIGGERS
from timeline.text.word_set import word_set

LONGEST = 12
_AHEAD = frozenset({PLANNED, PROPOSED, HYPOTHETICAL, POSTPONED, CANCELLED})
_PLURALS = word_set("police people men women children troops")
_LAST = word_set("""
        a an the of in on at to for from with by and or as between into after before during its his her their
        that who which is are was were
    """)


def clause_title(
    parse: Parse, clause: Clause, parties: Sequence[Party], status: EventStatus, text: str, meant: Party | None = None
) -> str:
    """Return the title of an event that a clause tells; `meant` is the one whom its object describes."""
    subject = _subject(parse, clause, parties, text)
    plural = _is_plural(parse, clause, parties)
    verb = _verb(clause, status, plural=plural)
    rest = _rest(parse, clause, text, meant)
    return _shortened(f"{subject} {verb} {rest}" if subject else f"{verb} {rest}")


def noun_title(parse: Parse, phrase: Phrase, text: str) -> str:
    """Return the title of an event that a noun phrase names: the phrase with what hangs on it."""
    words = [word for word in parse.words_of(phrase) if word.tag not in {Tag.DETERMINER, Tag.TIME}]
    while words and words[0].tag == Tag.POSSESSIVE:
        words = words[1:]
    start = words[0].start
    end = _tail_end(parse, phrase.end)
    return _shortened(text[start:end])


def _subject(parse: Parse, clause: Clause, parties: Sequence[Party], text: str) -> str:
    if parties:
        names = [short_name(party) for party in parties[:3]]
        return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    if not clause.subjects or parse.head(clause.subjects[0]).tag == Tag.PRONOUN:
        return ""
    return _noun_text(parse, clause.subjects[0], text)


def short_name(party: Party) -> str:
    """Return a person's last name, and any other name in full."""
    return party.name.split()[-1] if party.is_person and party.is_named else party.name


def _noun_text(parse: Parse, phrase: Phrase, text: str) -> str:
    words = list(parse.words_of(phrase))
    if words[0].tag == Tag.DETERMINER and words[0].lower in {"a", "an", "the"} and len(words) > 1:
        words = words[1:]
    return text[words[0].start : words[-1].end]


def _is_plural(parse: Parse, clause: Clause, parties: Sequence[Party]) -> bool:
    if len(parties) > 1 or len(clause.subjects) > 1:
        return True
    if parties and parties[0].is_named:
        return False
    if not clause.subjects:
        return False
    head = parse.head(clause.subjects[0])
    return head.tag == Tag.NOUN and (
        head.lower in _PLURALS or (head.lower.endswith("s") and not head.lower.endswith(("ss", "us", "is")))
    )


def _verb(clause: Clause, status: EventStatus, *, plural: bool) -> str:
    lemma = clause.verb.lemma
    known = lemma in VERB_TRIGGERS or not lemma.endswith(("ed", "ing"))
    forms = conjugate(lemma)
    if lemma in AWAITED or lemma in CHANGES:
        status = OCCURRED  # the verb tells of the plan, not of the event
    if clause.verb.passive:
        participle = forms.participle if known else lemma
        return f"to be {participle}" if status in _AHEAD else f"{'are' if plural else 'is'} {participle}"
    if not known:
        return lemma
    if status in _AHEAD:
        return f"to {lemma}"
    return lemma if plural else forms.third


def _rest(parse: Parse, clause: Clause, text: str, meant: Party | None) -> str:
    """Return what follows the verb, without its time, up to the end of the clause."""
    if meant is not None:
        start = clause.objects[0].end
        end = _tail_end(parse, start, clausal=True)
        return f"{short_name(meant)} {_text_without_times(parse, start, end, text)}"
    start = parse.phrases[clause.at].end
    spoken = parse.spoken_before(clause)
    if spoken:
        return _text_without_times(parse, 0, parse.words[spoken - 1].end, text).strip(' ,“”"')
    if start >= len(parse.words):
        return ""
    end = _tail_end(parse, start, clausal=True)
    return _text_without_times(parse, start, end, text)


def _text_without_times(parse: Parse, start: int, end: int, text: str) -> str:
    kept: list[str] = []
    first: Word | None = None
    last: Word | None = None
    for word in parse.words[start:]:
        if word.start >= end:
            break
        if word.tag == Tag.TIME:
            if first is not None and last is not None:
                kept.append(_trimmed(text[first.start : last.end]))
            first = last = None
            continue
        first, last = first or word, word
    if first is not None and last is not None:
        kept.append(text[first.start : last.end])
    return " ".join(part for part in kept if part)


def _trimmed(piece: str) -> str:
    words = piece.split()
    while words and words[-1].lower() in _LAST:
        words.pop()
    return " ".join(words)


def _tail_end(parse: Parse, start: int, *, clausal: bool = False) -> int:
    """Return the offset at which the words that belong to a verb or noun end."""
    end = parse.words[start - 1].end
    first = parse.index_of_start.get(start, len(parse.phrases))
    for index, phrase in enumerate(parse.phrases[first:], first):
        if phrase.kind in {Kind.COMMA, Kind.STOP, Kind.RELATIVE, Kind.SUBORDINATOR, Kind.QUOTE, Kind.TIME} and not (
            clausal and phrase.kind == Kind.TIME
        ):
            break
        if (phrase.kind == Kind.THAT and not clausal) or parse.words[phrase.start].lower == "according":
            break
        if phrase.verb and not clausal:
            break
        if phrase.kind == Kind.COORDINATOR and index + 1 < len(parse.phrases) and parse.phrases[index + 1].verb:
            break
        end = parse.words[phrase.end - 1].end
    return end


def _shortened(title: str) -> str:
    words = title.replace("“", "").replace("”", "").replace('"', "").split()
    kept = words[:LONGEST]
    while kept and (kept[-1].lower() in _LAST or kept[-1] in {"-", "–", "—", "'s", "’s"}):
        kept.pop()
    shortened = " ".join(kept).rstrip(",;:")
    return shortened[:1].upper() + shortened[1:]
