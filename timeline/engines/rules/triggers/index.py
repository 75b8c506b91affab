"""The trigger tables turned into look-ups: every form of every verb, and the rows of each verb and noun."""

from collections import defaultdict
from typing import NamedTuple

from timeline.domain.vocabulary import EventType
from timeline.engines.rules.data import grammar, status, verbs
from timeline.engines.rules.syntax.inflection import Form, VerbForm, forms_of
from timeline.engines.rules.triggers import conflict, diplomacy, economy, justice, nature, politics
from timeline.engines.rules.triggers.rows import Frame
from timeline.text.irregular_verbs import IRREGULAR_FORMS
from timeline.text.lexicon import REPORTING_VERBS

_FAMILIES = (diplomacy, conflict, justice, politics, economy, nature)


class VerbTrigger(NamedTuple):
    """One row as it applies to one verb. `tail` holds the words that must follow the verb."""

    type: EventType
    lemma: str
    tail: tuple[str, ...]
    frame: Frame
    objects: frozenset[str]


class NounTrigger(NamedTuple):
    """One row as it applies to one noun."""

    type: EventType
    lemma: str
    telling: bool


def plural(noun: str) -> str:
    """Return the regular plural of a noun."""
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "sh", "ch", "x", "z")) else "s")


def _verb_triggers() -> dict[str, tuple[VerbTrigger, ...]]:
    found: dict[str, list[VerbTrigger]] = defaultdict(list)
    for family in _FAMILIES:
        for row in family.VERBS:
            objects = frozenset(form for noun in row.objects.split() for form in (noun, plural(noun)))
            for entry in row.verbs.split():
                lemma, *tail = entry.split("_")
                found[lemma].append(VerbTrigger(row.type, lemma, tuple(tail), row.frame, objects))
    return {lemma: tuple(sorted(rows, key=_specificity)) for lemma, rows in found.items()}


def _specificity(row: VerbTrigger) -> tuple[bool, bool]:
    return not row.tail, not row.objects


def _noun_triggers() -> dict[str, NounTrigger]:
    found: dict[str, NounTrigger] = {}
    for family in _FAMILIES:
        for row in family.NOUNS:
            for noun in row.nouns.split():
                for form in (noun, plural(noun)):
                    found.setdefault(form, NounTrigger(row.type, noun, row.telling))
    return found


def _verb_forms() -> dict[str, VerbForm]:
    governing = sorted(status.GOVERNORS.keys() | status.NON_ACTS | status.HOLDING | status.HAPPENING | status.STATIVE)
    lemmas = [*VERB_TRIGGERS, *REPORTING_VERBS, *verbs.COMMON.split(), *IRREGULAR_FORMS, *governing]
    found: dict[str, VerbForm] = {}
    for lemma in dict.fromkeys(lemmas):
        for form, kind in forms_of(lemma):
            known = found.get(form)
            if known is None or (known.form == Form.BASE and known.lemma != lemma):
                found[form] = VerbForm(lemma, kind)
            if form.endswith(("lled", "lling")):
                found.setdefault(form.replace("ll", "l", 1), VerbForm(lemma, kind))
    return found


VERB_TRIGGERS = _verb_triggers()
NOUN_TRIGGERS = _noun_triggers()
VERB_FORMS = _verb_forms()
NOUN_OR_VERB = frozenset(form for word in grammar.NOUN_OR_VERB.split() for form in (word, plural(word)))
INVARIABLE = frozenset(lemma for lemma, rest in IRREGULAR_FORMS.items() if lemma == rest)
