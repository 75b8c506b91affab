"""A sentence cut into phrases: noun phrases, verb groups, and the small words between them."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from timeline.engines.rules.data import status as status_words
from timeline.engines.rules.syntax.inflection import Form, VerbForm
from timeline.engines.rules.syntax.words import MODAL_WORDS, Tag, Word
from timeline.engines.rules.triggers.index import INVARIABLE
from timeline.text.word_set import word_set


class Kind:
    """What a phrase is."""

    NOUN = "noun phrase"
    VERB = "verb group"
    PREPOSITION = "preposition"
    COORDINATOR = "coordinator"
    SUBORDINATOR = "subordinator"
    RELATIVE = "relative"
    THAT = "that"
    COMMA = "comma"
    STOP = "stop"
    TIME = "time"
    ADVERB = "adverb"
    QUOTE = "quote"


class Tense:
    """How a verb group places its verb in time."""

    PAST = "past"
    PRESENT = "present"
    PERFECT = "perfect"
    PROGRESSIVE = "progressive"
    FUTURE = "future"
    INFINITIVE = "infinitive"
    ING = "-ing"
    PARTICIPLE = "participle"


class VerbGroup(NamedTuple):
    """A main verb with what stands before it: `main` is its word's index, `lead` a word like "due" or "expected"."""

    main: int
    lemma: str
    form: str
    tense: str
    passive: bool = False
    negated: bool = False
    modal: str = ""
    lead: str = ""

    @property
    def is_finite(self) -> bool:
        """Say whether the group can carry a clause."""
        return self.tense not in {Tense.INFINITIVE, Tense.ING, Tense.PARTICIPLE}


class Phrase(NamedTuple):
    """The words `[start, end)` of a sentence."""

    kind: str
    start: int
    end: int
    verb: VerbGroup | None = None


_make = partial(tuple.__new__, Phrase)

_SINGLE = {
    Tag.PREPOSITION: Kind.PREPOSITION,
    Tag.TO: Kind.PREPOSITION,
    Tag.COORDINATOR: Kind.COORDINATOR,
    Tag.SUBORDINATOR: Kind.SUBORDINATOR,
    Tag.RELATIVE: Kind.RELATIVE,
    Tag.THAT: Kind.THAT,
    Tag.COMMA: Kind.COMMA,
    Tag.STOP: Kind.STOP,
    Tag.TIME: Kind.TIME,
    Tag.ADVERB: Kind.ADVERB,
    Tag.QUOTE: Kind.QUOTE,
    Tag.NOT: Kind.ADVERB,
}
_NOMINAL = frozenset({Tag.DETERMINER, Tag.NOUN, Tag.NAME, Tag.NUMBER, Tag.ADJECTIVE, Tag.POSSESSIVE})
_HELPERS = frozenset({Tag.AUXILIARY, Tag.MODAL, Tag.TO, Tag.NOT, Tag.ADVERB})
_DOUBTFUL = frozenset({Tag.TO, Tag.TIME, Tag.THAT})
_HEADS = frozenset({Tag.NOUN, Tag.NAME, Tag.NUMBER})
_VERBAL = frozenset({Tag.AUXILIARY, Tag.MODAL, Tag.VERB})
_BETWEEN = frozenset({Tag.ADVERB, Tag.NOT})
_BE = word_set("am is are was were be been being 's isn't aren't wasn't weren't got")
_HAVE = word_set("have has had having haven't hasn't hadn't")
_PARTICIPLES = frozenset({Form.PARTICIPLE, Form.PAST_OR_PARTICIPLE})
_FUTURE = frozenset({"will", "shall", "won't"})


def cut_phrases(words: Sequence[Word]) -> list[Phrase]:
    """Return the phrases of a sentence in order."""
    found: list[Phrase] = []
    index, count = 0, len(words)
    while index < count:
        tag = words[index].tag
        if tag in _NOMINAL:
            phrase = _make((Kind.NOUN, index, _noun_end(words, index), None))
        elif tag in _VERBAL:
            phrase = _verb_group(words, index)
        elif tag == Tag.PRONOUN:
            phrase = _make((Kind.NOUN, index, index + 1, None))
        elif tag in _DOUBTFUL:
            phrase = _doubtful(words, index, tag)
        else:
            phrase = _make((_SINGLE[tag], index, index + 1, None))
        found.append(phrase)
        index = phrase.end
    return found


def _doubtful(words: Sequence[Word], index: int, tag: str) -> Phrase:
    """Return the phrase that opens with a word whose part depends on the next one."""
    following = words[index + 1] if index + 1 < len(words) else None
    if tag == Tag.TO and _verb_follows(words, index + 1):
        return _verb_group(words, index)
    if following is not None and tag == Tag.TIME and following.tag == Tag.POSSESSIVE:
        return Phrase(Kind.NOUN, index, _noun_end(words, index + 2))
    if following is not None and tag == Tag.THAT and following.tag == Tag.NOUN and not following.lower.endswith("s"):
        return Phrase(Kind.NOUN, index, _noun_end(words, index + 1))
    return Phrase(_SINGLE[tag], index, index + 1)


def _noun_end(words: Sequence[Word], start: int) -> int:
    """Return where the noun phrase that begins at `start` ends; a determiner behind a noun opens another one."""
    headed = False
    index, count = start, len(words)
    while index < count:
        tag = words[index].tag
        if tag not in _NOMINAL or (tag == Tag.DETERMINER and headed):
            break
        headed = tag in _HEADS or (headed and tag != Tag.POSSESSIVE)
        index += 1
    return min(max(index, start + 1), count) if start < count else start


def _verb_follows(words: Sequence[Word], index: int) -> bool:
    while index < len(words) and words[index].tag in _BETWEEN:
        index += 1
    return index < len(words) and words[index].tag in {Tag.VERB, Tag.AUXILIARY}


def _verb_group(words: Sequence[Word], start: int) -> Phrase:
    index, main = start, -1
    helpers: list[str] = []
    lead = ""
    while index < len(words):
        word = words[index]
        if word.tag == Tag.VERB:
            main = index
            index += 1
            if (
                helpers
                and words[main].lower in status_words.LEADS
                and _infinitive_at(words, index)
                and words[main].tag == Tag.VERB
                and _has_be(helpers)
            ):
                lead, main = words[main].lower, -1
                helpers.append("to")
                index += 1
                continue
            break
        perfect = word.lower == "since" and helpers and _verb_follows(words, index + 1)  # "has since left"
        if perfect or word.tag in _HELPERS:
            helpers.append(word.lower)
        elif helpers and word.lower in status_words.LEADS and _infinitive_at(words, index + 1):
            lead = word.lower
        else:
            break
        index += 1
    if main < 0:
        return Phrase(Kind.VERB, start, _trimmed(words, start, index), _bare(start, helpers, lead))
    form = words[main].verb or VerbForm(words[main].lower, Form.BASE)
    return Phrase(Kind.VERB, start, index, _group(form, main, helpers, lead))


def _infinitive_at(words: Sequence[Word], index: int) -> bool:
    return index < len(words) and words[index].tag == Tag.TO and _verb_follows(words, index + 1)


def _trimmed(words: Sequence[Word], start: int, index: int) -> int:
    while index > start + 1 and words[index - 1].tag == Tag.ADVERB:
        index -= 1
    return index


def _has_be(helpers: Sequence[str]) -> bool:
    return any(helper in _BE for helper in helpers)


def _bare(start: int, helpers: Sequence[str], lead: str) -> VerbGroup:
    """Return the group of a copula or "have" standing alone."""
    last = next((helper for helper in reversed(helpers) if helper in _BE or helper in _HAVE), "be")
    form = VerbForm("have" if last in _HAVE else "be", Form.BASE)
    return _group(form, start, [*helpers, "\0"], lead)


def _group(form: VerbForm, main: int, helpers: Sequence[str], lead: str) -> VerbGroup:
    negated = any(helper in {"not", "never"} or helper.endswith("n't") or helper == "cannot" for helper in helpers)
    modal = next((helper for helper in helpers if helper in MODAL_WORDS), "")
    has_be = _has_be(helpers)
    passive = (
        has_be
        and form.form in _PARTICIPLES | {Form.BASE}
        and (form.form != Form.BASE or form.lemma in INVARIABLE)
        and "\0" not in helpers
    )
    return VerbGroup(main, form.lemma, form.form, _tense(form, helpers, modal, lead), passive, negated, modal, lead)


def _tense(form: VerbForm, helpers: Sequence[str], modal: str, lead: str) -> str:
    is_bare = "\0" in helpers
    if modal in _FUTURE:
        return Tense.FUTURE
    if helpers and helpers[0] == "to":
        return Tense.INFINITIVE
    if lead or modal:
        return Tense.PRESENT
    if not is_bare and any(helper in _HAVE for helper in helpers):
        return Tense.PERFECT
    if form.form == Form.ING:
        return Tense.PROGRESSIVE if _has_be(helpers) else Tense.ING
    return Tense.FUTURE if "to" in helpers else _finite_tense(form, helpers)


def _finite_tense(form: VerbForm, helpers: Sequence[str]) -> str:
    first = next((helper for helper in helpers if helper in _TENSED), "")
    if first:
        return _TENSED[first]
    return Tense.PAST if form.form == Form.BASE and form.lemma in INVARIABLE else _TENSES[form.form]


_TENSED = (
    dict.fromkeys(_BE | _HAVE | word_set("do does don't doesn't"), Tense.PRESENT)
    | dict.fromkeys(word_set("was were wasn't weren't had hadn't did didn't got"), Tense.PAST)
    | dict.fromkeys(word_set("being be been"), Tense.PARTICIPLE)
)
_TENSES = {
    Form.BASE: Tense.PRESENT,
    Form.THIRD: Tense.PRESENT,
    Form.PAST: Tense.PAST,
    Form.PAST_OR_PARTICIPLE: Tense.PAST,
    Form.PARTICIPLE: Tense.PARTICIPLE,
    Form.ING: Tense.ING,
}
