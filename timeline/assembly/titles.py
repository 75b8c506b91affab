"""Check a title against the sentences that a record cites, and make one from them where it says more than they do."""

from typing import NamedTuple

from timeline.assembly.grounds import Grounds
from timeline.domain.annotated import Sentence
from timeline.domain.span import Offsets
from timeline.domain.vocabulary import EventType
from timeline.text.numbers import numbers
from timeline.text.polarity import affirmed_stems, has_negation, has_reversal, is_negation, negated_stems
from timeline.text.stems import stem
from timeline.text.words import content_words, words

MAXIMUM_WORDS = 12

_ALWAYS_THERE = numbers("one")

TYPE_WORDS: dict[EventType, str] = {
    EventType.MEETING: "meet talk hold call discuss",
    EventType.SUMMIT: "hold host open attend convene gather summit",
    EventType.VISIT: "visit travel trip",
    EventType.NEGOTIATION: "negotiate talk hold",
    EventType.INVITATION: "invite ask",
    EventType.AGREEMENT: "agree sign reach accept deal",
    EventType.STATEMENT: "say announce tell state comment describe",
    EventType.ACCUSATION: "accuse blame",
    EventType.DENIAL: "deny reject",
    EventType.DEMAND: "demand urge call ask",
    EventType.THREAT: "threaten warn vow",
    EventType.PLEDGE: "pledge promise vow commit",
    EventType.REJECTION: "reject refuse decline",
    EventType.ATTACK: "attack strike hit",
    EventType.MOBILIZATION: "deploy evacuate mobilize",
    EventType.PROTEST: "protest rally strike",
    EventType.ARREST: "arrest detain charge",
    EventType.TRIAL: "rule sentence convict sue try",
    EventType.INVESTIGATION: "investigate probe search",
    EventType.SANCTION: "sanction ban impose",
    EventType.ELECTION: "vote elect hold win",
    EventType.APPOINTMENT: "appoint name elect become take office",
    EventType.DEPARTURE: "resign leave quit remove",
    EventType.POLICY: "approve pass adopt vote decide",
    EventType.TRANSACTION: "buy sell supply send pay invest",
    EventType.AID: "send give deliver rescue provide",
    EventType.PUBLICATION: "publish release report",
    EventType.LAUNCH: "launch start begin open",
    EventType.MOVEMENT: "arrive leave land flee return",
    EventType.DISASTER: "hit strike",
    EventType.ACCIDENT: "crash",
    EventType.DEATH: "die",
    EventType.CONTEST: "win beat play lose",
    EventType.OTHER: "",
}
"""The verbs by which a title may name an event of the type whatever word the text has for it."""

_TYPE_STEMS = {type_: frozenset(stem(word) for word in verbs.split()) for type_, verbs in TYPE_WORDS.items()}


class TitleFault(NamedTuple):
    """Why a title is not licensed: in words, with the offending one."""

    message: str


def find_title_fault(
    title: str, type_: EventType, grounds: Grounds, evidence: tuple[Sentence, ...]
) -> TitleFault | None:
    """Return what `title` says and the article does not, or None.

    Numbers and polarity must be licensed by the cited sentences; other words by the article, or by the type.
    """
    sentences = [grounds.text_at(sentence.span) for sentence in evidence]
    return (
        _length_fault(title)
        or _number_fault(title, sentences)
        or _polarity_fault(title, sentences)
        or _word_fault(title, type_, grounds, evidence)
    )


def make_title(grounds: Grounds, trigger: Offsets) -> str:
    """Return at most 12 words of the sentence that holds the trigger, as they stand there.

    The words begin at the sentence's start where the trigger is near it, else as far before the trigger as fits;
    an ellipsis tells where the sentence was cut.
    """
    sentence = grounds.sentence_at(trigger.start)
    if sentence is None:
        return grounds.text_at(trigger)
    spoken = grounds.text_at(sentence.span).split()
    before = len(grounds.text_at(Offsets(sentence.span.start, trigger.start)).split())
    start = 0 if before < MAXIMUM_WORDS - 3 else before - (MAXIMUM_WORDS - 5)
    end = min(len(spoken), start + MAXIMUM_WORDS)
    kept = " ".join(spoken[start:end]).strip(" ,;:—–-“”\"'")
    return f"{'… ' if start else ''}{kept.rstrip('.')}{' …' if end < len(spoken) else ''}"


def _length_fault(title: str) -> TitleFault | None:
    count = len(title.split())
    if count == 0:
        return TitleFault("the title is empty")
    if count > MAXIMUM_WORDS:
        return TitleFault(f"the title has {count} words; at most {MAXIMUM_WORDS}")
    return None


def _number_fault(title: str, sentences: list[str]) -> TitleFault | None:
    named = numbers(title) - _ALWAYS_THERE
    unstated = named.difference(*map(numbers, sentences)) if named else named
    return TitleFault(f"no cited sentence states the number {min(unstated)}") if unstated else None


def _polarity_fault(title: str, sentences: list[str]) -> TitleFault | None:
    negated: frozenset[str] = frozenset().union(*map(negated_stems, sentences))
    denies = has_negation(title)
    if not (denies or negated):
        return None
    affirmed: frozenset[str] = frozenset().union(*map(affirmed_stems, sentences))
    if denies:
        unsupported = negated_stems(title) & affirmed - negated
        if unsupported or not any(has_reversal(sentence) for sentence in sentences):
            return TitleFault(f"the title denies what the cited sentences do not: {title!r}")
        return None
    dropped = {stem(word) for word in content_words(title)} & negated - affirmed
    if dropped and not has_reversal(title):
        word = next(word for word in content_words(title) if stem(word) in dropped)
        return TitleFault(f"the cited sentences negate {word!r}, and the title does not")
    return None


def _word_fault(title: str, type_: EventType, grounds: Grounds, evidence: tuple[Sentence, ...]) -> TitleFault | None:
    meant = content_words(title)
    absent = grounds.absent_stems(set(map(stem, meant)) - _TYPE_STEMS[type_], evidence)
    for word in meant:
        if stem(word) in absent and not (is_negation(word) or _is_licensed(word, grounds, evidence)):
            return TitleFault(f"the article does not have the word {word!r}")
    return None


def _is_licensed(word: str, grounds: Grounds, evidence: tuple[Sentence, ...]) -> bool:
    """Say whether the article licenses a word that it does not have as such: a number, initials, or a compound."""
    if numbers(word) or (word.isupper() and word.replace(".", "") in grounds.acronyms):
        return True
    return "-" in word and not grounds.absent_stems(map(stem, words(word.replace("-", " "))), evidence)
