"""The words of a sentence with their parts of speech, as far as closed classes, forms and neighbours tell."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from timeline.domain.annotated import AnnotatedArticle, Layout, Sentence, TimeTag
from timeline.engines.rules.data import grammar, organisations
from timeline.engines.rules.geography import DEMONYMS
from timeline.engines.rules.inflection import Form, VerbForm
from timeline.engines.rules.triggers.index import INVARIABLE, NOUN_OR_VERB, NOUN_TRIGGERS, VERB_FORMS
from timeline.text.lexicon import CARDINALS, HONORIFICS, MAGNITUDES, OFFICES
from timeline.text.tokens import tokens
from timeline.text.word_set import word_set


class Tag(StrEnum):
    """The part of speech of a word, or what a mark does."""

    DETERMINER = "determiner"
    PRONOUN = "pronoun"
    PREPOSITION = "preposition"
    COORDINATOR = "coordinator"
    SUBORDINATOR = "subordinator"
    RELATIVE = "relative"
    THAT = "that"
    AUXILIARY = "auxiliary"
    MODAL = "modal"
    TO = "to"
    NOT = "not"
    VERB = "verb"
    NOUN = "noun"
    NAME = "name"
    NUMBER = "number"
    ADJECTIVE = "adjective"
    ADVERB = "adverb"
    TIME = "time"
    POSSESSIVE = "possessive"
    COMMA = "comma"
    QUOTE = "quote"
    STOP = "stop"


class Word(NamedTuple):
    """A word or mark at `[start, end)` of the article. `time` is the id of the time tag that it stands for."""

    text: str
    lower: str
    start: int
    end: int
    tag: Tag
    verb: VerbForm | None = None
    time: TimeTag | None = None
    quoted: bool = False


class Raw(NamedTuple):
    """A word before it is tagged."""

    text: str
    lower: str
    start: int
    end: int
    time: TimeTag | None = None


def _closed_classes() -> dict[str, Tag]:
    tables = (
        (Tag.ADVERB, grammar.ADVERBS),
        (Tag.PREPOSITION, grammar.PREPOSITIONS),
        (Tag.DETERMINER, grammar.DETERMINERS),
        (Tag.PRONOUN, grammar.PRONOUNS),
        (Tag.COORDINATOR, grammar.COORDINATORS),
        (Tag.SUBORDINATOR, grammar.SUBORDINATORS),
        (Tag.RELATIVE, grammar.RELATIVES),
        (Tag.AUXILIARY, grammar.AUXILIARIES),
        (Tag.MODAL, grammar.MODALS),
    )
    found = {word: tag for tag, words in tables for word in words.split()}
    found.update({"that": Tag.THAT, "not": Tag.NOT, "to": Tag.TO, "'s": Tag.POSSESSIVE, "'": Tag.POSSESSIVE})
    return found


CLOSED = _closed_classes()
_NOUN_LIKE = frozenset(grammar.NOUNS_LIKE_VERBS.split())
_ADJECTIVES = frozenset(grammar.ADJECTIVES.split())
_MOSTLY_NOUNS = frozenset(grammar.MOSTLY_NOUNS.split())
_ACTORS = frozenset((organisations.PEOPLE + organisations.BODIES).split())
_MARKS = {",": Tag.COMMA, '"': Tag.QUOTE, "“": Tag.QUOTE, "”": Tag.QUOTE, "‘": Tag.QUOTE, "’": Tag.QUOTE, "%": Tag.NOUN}
_CURRENCY = frozenset("$€£¥")
_NOMINAL = frozenset({Tag.DETERMINER, Tag.ADJECTIVE, Tag.POSSESSIVE, Tag.NUMBER})
_SUBJECTS = frozenset({Tag.NOUN, Tag.NAME, Tag.PRONOUN, Tag.TIME})
_ARGUMENTS = frozenset({Tag.DETERMINER, Tag.NAME, Tag.PRONOUN, Tag.NUMBER})
_BASE_FOLLOWS = frozenset({Tag.TO, Tag.MODAL})
_DO = word_set("do does did don't doesn't didn't")


class Capitals:
    """Which capitalised words of an article are names: those written so in mid-sentence."""

    def __init__(self, sentences: Iterable[Sequence[Raw]]) -> None:
        self.inside: set[str] = set()
        self.lower: set[str] = set()
        for raws in sentences:
            opens = True
            for raw in raws:
                first = raw.text[0]
                if first.isalpha():
                    if first.islower():
                        self.lower.add(raw.text)
                    elif not opens:
                        self.inside.add(raw.text)
                    opens = False
                elif raw.text not in {",", "-", "–", "(", ")"} and not first.isdigit():
                    opens = True

    def is_name(self, raw: Raw, following: Raw | None) -> bool:
        """Say whether a word whose capital may be due to its place is a name all the same."""
        lower = raw.lower
        if lower in CLOSED:
            return False
        if len(raw.text) > 1 and raw.text.isupper():
            return True
        if raw.text in self.inside:
            return lower not in self.lower or raw.text in _KNOWN_NAMES
        if lower in self.lower or lower in _ACTORS or lower in OFFICES or lower in CARDINALS or lower in MAGNITUDES:
            return False
        if following is not None and _goes_on_as_noun(following):
            return False
        if (
            lower in VERB_FORMS
            or lower in NOUN_TRIGGERS
            or lower in _ADJECTIVES
            or lower.endswith(("ly", "ing", "ists", "ers"))
        ):
            return False
        return (
            not lower.endswith("s")
            or lower.endswith(("ss", "us", "is"))
            or (following is not None and following.text[0].isupper())
        )


def _goes_on_as_noun(following: Raw) -> bool:
    """Say whether a plain noun follows, so that the capitalised word before it describes it ("Mortar shells")."""
    lower = following.lower
    return following.text[0].islower() and lower not in CLOSED and not lower.endswith("n't") and lower not in VERB_FORMS


_KNOWN_NAMES = frozenset({"Turkey", "China", "Jordan", "Chad", "Nice", "US"})


def raw_words(annotated: AnnotatedArticle, sentence: Sentence) -> list[Raw]:
    """Return the words of a sentence; a time expression is one word, and a possessive ending is one of its own."""
    text = annotated.text_of(sentence)
    offset = sentence.span.start
    times = list(annotated.times_by_sentence.get(sentence.number, ()))
    found: list[Raw] = []
    for token in tokens(text):
        start, end = token.start + offset, token.end + offset
        while times and times[0].expression.end <= start:
            times.pop(0)
        if times and start < times[0].expression.end and end > times[0].expression.start:
            if not found or found[-1].time is not times[0]:
                expression = times[0].expression
                found.append(Raw(expression.text, expression.text.lower(), expression.start, expression.end, times[0]))
            start = max(start, times[0].expression.end)
            if start >= end:
                continue
            found.append(
                Raw(
                    text[start - offset : end - offset],
                    text[start - offset : end - offset].lower().replace("’", "'"),
                    start,
                    end,
                )
            )
            continue
        found += _split_possessive(token.text, start, end)
    return found


def _split_possessive(text: str, start: int, end: int) -> list[Raw]:
    lower = text.lower().replace("’", "'")
    if lower.endswith("'s") and len(text) > 2:
        stem = text[:-2]
        return [Raw(stem, lower[:-2], start, end - 2), Raw(text[-2:], "'s", end - 2, end)]
    return [Raw(text, lower, start, end)]


def is_title_case(raws: Sequence[Raw]) -> bool:
    """Say whether the words of a headline are capitalised without being names."""
    content = [raw.text for raw in raws[1:] if raw.lower not in CLOSED and raw.text[0].isalpha()]
    return len(content) > 2 and sum(text[0].isupper() for text in content) >= 0.75 * len(content)


def tag_words(raws: Sequence[Raw], capitals: Capitals, layout: Layout, *, quoted: bool = False) -> list[Word]:
    """Return the words of a sentence with their tags. `quoted` says whether it opens inside a quotation."""
    titled = layout in {Layout.HEADLINE, Layout.HEADING} and is_title_case(raws)
    found: list[Word] = []
    opens = True
    for index, raw in enumerate(raws):
        following = raws[index + 1] if index + 1 < len(raws) else None
        tag, verb = _tag(raw, following, found, capitals, doubtful=opens or titled)
        if tag is Tag.QUOTE:
            if raw.text in "‘’" and not (raw.text == "‘" or quoted):
                tag = Tag.POSSESSIVE
            else:
                quoted = raw.text in "“‘" or (raw.text == '"' and not quoted)
        found.append(Word(raw.text, raw.lower, raw.start, raw.end, tag, verb, raw.time, quoted))
        opens = tag in {Tag.QUOTE, Tag.STOP} and raw.text not in {"-", "–", "(", ")"}
    return found


def _tag(
    raw: Raw, following: Raw | None, before: Sequence[Word], capitals: Capitals, *, doubtful: bool
) -> tuple[Tag, VerbForm | None]:
    if raw.time is not None:
        return Tag.TIME, None
    first = raw.text[0]
    if not first.isalnum() and raw.lower not in {"'s", "'"} and first not in _CURRENCY:
        return _MARKS.get(raw.text, Tag.STOP), None
    if first.isdigit() or first in _CURRENCY or raw.lower in CARDINALS or raw.lower in MAGNITUDES:
        return (Tag.PRONOUN if raw.lower == "one" else Tag.NUMBER), None
    closed = CLOSED.get(raw.lower)
    if first.isupper() and _is_name(raw, following, before, capitals, doubtful=doubtful, closed=closed is not None):
        return Tag.NAME, None
    if closed is not None:
        return _closed(closed, following, before), None
    if raw.lower.endswith("n't"):
        return Tag.AUXILIARY, None
    return _open(raw.lower, following, before)


def _is_name(
    raw: Raw, following: Raw | None, before: Sequence[Word], capitals: Capitals, *, doubtful: bool, closed: bool
) -> bool:
    if closed:  # "US", "Theresa May"
        return (len(raw.text) > 1 and raw.text.isupper()) or (bool(before) and before[-1].tag is Tag.NAME)
    return not doubtful or capitals.is_name(raw, following)


def _closed(tag: Tag, following: Raw | None, before: Sequence[Word]) -> Tag:
    after = following.lower if following else ""
    if tag is Tag.TO:
        form = VERB_FORMS.get(after)
        is_verb = (form is not None and form.form is Form.BASE) or after in {"be", "have", "do"}
        return Tag.TO if is_verb or CLOSED.get(after) is Tag.ADVERB or after.endswith("ly") else Tag.PREPOSITION
    if tag is Tag.ADVERB and before and before[-1].tag in {Tag.DETERMINER, Tag.POSSESSIVE}:
        return Tag.ADJECTIVE
    if tag is not Tag.POSSESSIVE:
        return tag
    return Tag.AUXILIARY if before and before[-1].tag is Tag.PRONOUN else tag


def _open(lower: str, following: Raw | None, before: Sequence[Word]) -> tuple[Tag, VerbForm | None]:
    form = VERB_FORMS.get(lower)
    if form is None:
        return _unknown(lower, before)
    previous = _previous(before)
    if form.form is Form.PAST:
        return (
            (Tag.NOUN, None)
            if previous is not None and previous.tag in _NOMINAL and lower in NOUN_TRIGGERS
            else (Tag.VERB, form)
        )
    if form.form in {Form.PARTICIPLE, Form.PAST_OR_PARTICIPLE}:
        return _participle(form, following, previous)
    if form.form is Form.ING:
        return _gerund(lower, form, following, previous)
    return _base(lower, form, following, before)


def _previous(before: Sequence[Word]) -> Word | None:
    for word in reversed(before):
        if word.tag not in {Tag.ADVERB, Tag.QUOTE}:
            return word
    return None


def _is_content(following: Raw | None) -> bool:
    return (
        following is not None
        and following.text[0].isalpha()
        and following.lower not in CLOSED
        and following.time is None
    )


def _participle(form: VerbForm, following: Raw | None, previous: Word | None) -> tuple[Tag, VerbForm | None]:
    modifies = (
        previous is not None
        and (previous.tag in _NOMINAL or previous.tag is Tag.PREPOSITION)
        and _is_content(following)
    )
    return (Tag.ADJECTIVE, form) if modifies else (Tag.VERB, form)


def _gerund(lower: str, form: VerbForm, following: Raw | None, previous: Word | None) -> tuple[Tag, VerbForm | None]:
    if previous is None:
        return Tag.VERB, form
    if previous.tag is Tag.NUMBER and lower not in NOUN_OR_VERB:
        return Tag.VERB, form
    if previous.tag in _NOMINAL or (lower in _NOUN_LIKE and previous.tag in {Tag.NOUN, Tag.NAME}):
        return (Tag.ADJECTIVE if _is_content(following) and lower not in NOUN_TRIGGERS else Tag.NOUN), None
    if lower in _NOUN_LIKE and previous.tag is Tag.PREPOSITION and not _starts_argument(following):
        return Tag.NOUN, None
    return Tag.VERB, form


def _starts_argument(following: Raw | None) -> bool:
    if following is None:
        return False
    return (
        CLOSED.get(following.lower) in _ARGUMENTS
        or following.text[0].isupper()
        or following.text[0].isdigit()
        or following.lower in CARDINALS
    )


def _base(lower: str, form: VerbForm, following: Raw | None, before: Sequence[Word]) -> tuple[Tag, VerbForm | None]:
    previous = _previous(before)
    if previous is None:
        is_verb = lower not in NOUN_OR_VERB
    elif _expects_base(before) or (previous.tag is Tag.NUMBER and lower not in NOUN_OR_VERB):
        is_verb = True
    elif _stands_as_noun(lower, form, previous):
        is_verb = False
    else:
        is_verb = _stands_as_verb(lower, form, following, before, previous)
    return (Tag.VERB, form) if is_verb else (Tag.NOUN, None)


def _stands_as_noun(lower: str, form: VerbForm, previous: Word) -> bool:
    if previous.tag in _NOMINAL or previous.tag in {Tag.PREPOSITION, Tag.VERB}:
        return True
    if previous.tag is Tag.AUXILIARY:
        return form.lemma not in INVARIABLE
    return previous.text in DEMONYMS and lower in NOUN_OR_VERB


def _stands_as_verb(lower: str, form: VerbForm, following: Raw | None, before: Sequence[Word], previous: Word) -> bool:
    if previous.tag in {Tag.PRONOUN, Tag.RELATIVE, Tag.THAT} or form.lemma in INVARIABLE:
        return True
    if lower not in NOUN_OR_VERB and lower not in _MOSTLY_NOUNS:
        return True
    if form.form is Form.BASE and any(word.tag is Tag.VERB for word in before[-6:]):
        return False
    if lower in _MOSTLY_NOUNS or previous.tag is not Tag.NAME:
        leads_on = following is not None and following.lower in {"to", "that"} and previous.tag is Tag.NAME
        return previous.tag in _SUBJECTS and (leads_on or _starts_argument(following))
    return True


def _expects_base(before: Sequence[Word]) -> bool:
    for word in reversed(before):
        if word.tag in _BASE_FOLLOWS or word.lower in _DO:
            return True
        if word.tag not in {Tag.ADVERB, Tag.NOT}:
            return False
    return False


def _unknown(lower: str, before: Sequence[Word]) -> tuple[Tag, VerbForm | None]:
    previous = before[-1].tag if before else None
    if lower in _ADJECTIVES:
        return Tag.ADJECTIVE, None
    if lower in _NOUN_LIKE or lower in HONORIFICS:
        return Tag.NOUN, None
    if lower.endswith("ly"):
        return Tag.ADVERB, None
    if lower.endswith("ed") and "-" in lower:
        return Tag.ADJECTIVE, None
    if lower.endswith("ed") and len(lower) > 4:
        form = VerbForm(lower, Form.PAST_OR_PARTICIPLE)
        return (Tag.ADJECTIVE if previous in _NOMINAL else Tag.VERB), form
    if lower.endswith("ing") and len(lower) > 5 and previous not in _NOMINAL:
        return Tag.VERB, VerbForm(lower, Form.ING)
    if lower.endswith(("ous", "ful", "ical", "ive", "less", "able", "ible")):
        return Tag.ADJECTIVE, None
    return Tag.NOUN, None
