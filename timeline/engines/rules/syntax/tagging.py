"""Parts of speech, as far as closed classes, forms and neighbours tell."""

from collections.abc import Sequence

from timeline.domain.annotated import Layout
from timeline.engines.rules.data import grammar
from timeline.engines.rules.geography import DEMONYMS
from timeline.engines.rules.syntax.capitals import Capitals
from timeline.engines.rules.syntax.inflection import Form, VerbForm
from timeline.engines.rules.syntax.raw_words import Raw
from timeline.engines.rules.syntax.words import CLOSED, Tag, Word, make_word
from timeline.engines.rules.triggers.index import INVARIABLE, NOUN_OR_VERB, NOUN_TRIGGERS, VERB_FORMS
from timeline.text.lexicon import CARDINALS, HONORIFICS, MAGNITUDES
from timeline.text.word_set import word_set

_NOUN_LIKE = frozenset(grammar.NOUNS_LIKE_VERBS.split())
_ADJECTIVES = frozenset(grammar.ADJECTIVES.split())
_MOSTLY_NOUNS = frozenset(grammar.MOSTLY_NOUNS.split())
_MARKS = {",": Tag.COMMA, '"': Tag.QUOTE, "“": Tag.QUOTE, "”": Tag.QUOTE, "‘": Tag.QUOTE, "’": Tag.QUOTE, "%": Tag.NOUN}
_CURRENCY = frozenset("$€£¥")
_NOMINAL = frozenset({Tag.DETERMINER, Tag.ADJECTIVE, Tag.POSSESSIVE, Tag.NUMBER})
_SUBJECTS = frozenset({Tag.NOUN, Tag.NAME, Tag.PRONOUN, Tag.TIME})
_ARGUMENTS = frozenset({Tag.DETERMINER, Tag.NAME, Tag.PRONOUN, Tag.NUMBER})
_BASE_FOLLOWS = frozenset({Tag.TO, Tag.MODAL})
_DO = word_set("do does did don't doesn't didn't")


_TITLES = frozenset({Layout.HEADLINE, Layout.HEADING})
_INNER = frozenset("-–()")
_BY_NEIGHBOURS = frozenset({Tag.TO, Tag.ADVERB, Tag.POSSESSIVE})
_FIXED = {word: tag for word, tag in CLOSED.items() if tag not in _BY_NEIGHBOURS} | dict.fromkeys(
    ".;:—–()[]!?/…", Tag.STOP
)
_FIXED |= {",": Tag.COMMA, "%": Tag.NOUN}
"""Words and marks, as written, that are the same whatever stands beside them."""


def is_title_case(raws: Sequence[Raw]) -> bool:
    """Say whether the words of a headline are capitalised without being names."""
    content = [raw.text for raw in raws[1:] if raw.lower not in CLOSED and raw.text[0].isalpha()]
    return len(content) > 2 and sum(text[0].isupper() for text in content) >= 0.75 * len(content)


def tag_words(raws: Sequence[Raw], capitals: Capitals, layout: Layout, *, quoted: bool = False) -> list[Word]:
    """Return the words of a sentence with their tags. `quoted` says whether it opens inside a quotation."""
    titled = layout in _TITLES and is_title_case(raws)
    found: list[Word] = []
    opens = True
    last = len(raws) - 1
    for index, raw in enumerate(raws):
        text, lower, start, end, time = raw
        tag, verb = _FIXED.get(text), None
        if tag is None or time is not None:
            following = raws[index + 1] if index < last else None
            tag, verb = _tag(raw, following, found, capitals, doubtful=opens or titled)
            if tag == Tag.QUOTE:
                tag, quoted = _quote(text, quoted=quoted)
        found.append(make_word((text, lower, start, end, tag, verb, time, quoted)))
        opens = (tag == Tag.STOP and text not in _INNER) or tag == Tag.QUOTE
    return found


def _quote(text: str, *, quoted: bool) -> tuple[str, bool]:
    """Return what a quotation mark is, and whether what follows is quoted."""
    if text == "’" and not quoted:
        return Tag.POSSESSIVE, quoted
    return Tag.QUOTE, text in "“‘" or (text == '"' and not quoted)


def _tag(
    raw: Raw, following: Raw | None, before: Sequence[Word], capitals: Capitals, *, doubtful: bool
) -> tuple[str, VerbForm | None]:
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
        return (len(raw.text) > 1 and raw.text.isupper()) or (bool(before) and before[-1].tag == Tag.NAME)
    return not doubtful or capitals.is_name(raw, following)


def _closed(tag: str, following: Raw | None, before: Sequence[Word]) -> str:
    after = following.lower if following else ""
    if tag == Tag.TO:
        form = VERB_FORMS.get(after)
        is_verb = (form is not None and form.form == Form.BASE) or after in {"be", "have", "do"}
        return Tag.TO if is_verb or CLOSED.get(after) == Tag.ADVERB or after.endswith("ly") else Tag.PREPOSITION
    if tag == Tag.ADVERB and before and before[-1].tag in {Tag.DETERMINER, Tag.POSSESSIVE}:
        return Tag.ADJECTIVE
    if tag != Tag.POSSESSIVE:
        return tag
    return Tag.AUXILIARY if before and before[-1].tag == Tag.PRONOUN else tag


def _open(lower: str, following: Raw | None, before: Sequence[Word]) -> tuple[str, VerbForm | None]:
    form = VERB_FORMS.get(lower)
    if form is None:
        return _unknown(lower, before)
    previous = _previous(before)
    if form.form == Form.PAST:
        return (
            (Tag.NOUN, None)
            if previous is not None and previous.tag in _NOMINAL and lower in NOUN_TRIGGERS
            else (Tag.VERB, form)
        )
    if form.form in {Form.PARTICIPLE, Form.PAST_OR_PARTICIPLE}:
        return _participle(form, following, previous)
    if form.form == Form.ING:
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


def _participle(form: VerbForm, following: Raw | None, previous: Word | None) -> tuple[str, VerbForm | None]:
    modifies = (
        previous is not None
        and (previous.tag in _NOMINAL or previous.tag == Tag.PREPOSITION)
        and _is_content(following)
    )
    return (Tag.ADJECTIVE, form) if modifies else (Tag.VERB, form)


def _gerund(lower: str, form: VerbForm, following: Raw | None, previous: Word | None) -> tuple[str, VerbForm | None]:
    if previous is None:
        return Tag.VERB, form
    if previous.tag == Tag.NUMBER and lower not in NOUN_OR_VERB:
        return Tag.VERB, form
    if previous.tag in _NOMINAL or (lower in _NOUN_LIKE and previous.tag in {Tag.NOUN, Tag.NAME}):
        return (Tag.ADJECTIVE if _is_content(following) and lower not in NOUN_TRIGGERS else Tag.NOUN), None
    if lower in _NOUN_LIKE and previous.tag == Tag.PREPOSITION and not _starts_argument(following):
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


def _base(lower: str, form: VerbForm, following: Raw | None, before: Sequence[Word]) -> tuple[str, VerbForm | None]:
    previous = _previous(before)
    if previous is None:
        is_verb = lower not in NOUN_OR_VERB
    elif _expects_base(before) or (previous.tag == Tag.NUMBER and lower not in NOUN_OR_VERB):
        is_verb = True
    elif _stands_as_noun(lower, form, previous):
        is_verb = False
    else:
        is_verb = _stands_as_verb(lower, form, following, before, previous)
    return (Tag.VERB, form) if is_verb else (Tag.NOUN, None)


def _stands_as_noun(lower: str, form: VerbForm, previous: Word) -> bool:
    if previous.tag in _NOMINAL or previous.tag in {Tag.PREPOSITION, Tag.VERB}:
        return True
    if previous.tag == Tag.AUXILIARY:
        return form.lemma not in INVARIABLE
    return previous.text in DEMONYMS and lower in NOUN_OR_VERB


def _stands_as_verb(lower: str, form: VerbForm, following: Raw | None, before: Sequence[Word], previous: Word) -> bool:
    if previous.tag == Tag.THAT and form.form == Form.BASE and lower in NOUN_OR_VERB:  # "turned that offer down"
        return False
    if previous.tag in {Tag.PRONOUN, Tag.RELATIVE, Tag.THAT} or form.lemma in INVARIABLE:
        return True
    if lower not in NOUN_OR_VERB and lower not in _MOSTLY_NOUNS:
        return True
    if form.form == Form.BASE and any(word.tag == Tag.VERB for word in before[-6:]):
        return False
    if lower in _MOSTLY_NOUNS or previous.tag != Tag.NAME:
        leads_on = following is not None and following.lower in {"to", "that"} and previous.tag == Tag.NAME
        return previous.tag in _SUBJECTS and (leads_on or _starts_argument(following))
    return True


def _expects_base(before: Sequence[Word]) -> bool:
    for word in reversed(before):
        if word.tag in _BASE_FOLLOWS or word.lower in _DO:
            return True
        if word.tag not in {Tag.ADVERB, Tag.NOT}:
            return False
    return False


def _unknown(lower: str, before: Sequence[Word]) -> tuple[str, VerbForm | None]:
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
