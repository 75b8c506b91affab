"""The forms of English verbs, each with what it can be."""

from typing import NamedTuple

from timeline.text.irregular_verbs import IRREGULAR_FORMS

_VOWELS = "aeiou"
_UNDOUBLED = (
    "visit",
    "open",
    "offer",
    "order",
    "enter",
    "target",
    "deliver",
    "suffer",
    "gather",
    "cover",
    "consider",
    "answer",
    "broker",
)
_DOUBLED_LONG = (
    "admit",
    "commit",
    "permit",
    "submit",
    "refer",
    "prefer",
    "occur",
    "rebut",
    "concur",
    "expel",
    "compel",
    "repel",
    "deter",
    "regret",
    "omit",
    "confer",
    "outbid",
)


class Form:
    """What a form of a verb is. Regular past and participle look alike."""

    BASE = "base"
    THIRD = "third person"
    PAST = "past"
    PARTICIPLE = "participle"
    PAST_OR_PARTICIPLE = "past or participle"
    ING = "-ing"


class VerbForm(NamedTuple):
    """One form of one verb."""

    lemma: str
    form: str


class Conjugation(NamedTuple):
    """The finite and other forms of a verb; past and participle may be several words."""

    third: str
    ing: str
    past: str
    participle: str


def conjugate(lemma: str) -> Conjugation:
    """Return the forms of `lemma`, irregular or not."""
    stem = lemma + lemma[-1] if _doubles(lemma) else lemma
    regular_past = _past(stem)
    past, _, participle = IRREGULAR_FORMS.get(lemma, regular_past).partition(" ")
    return Conjugation(third_person(lemma), _ing(stem), past, participle or past)


def forms_of(lemma: str) -> list[tuple[str, str]]:
    """Return every form of `lemma` with what it is."""
    third, ing, past, participle = conjugate(lemma)
    finite = [(lemma, Form.BASE), (third, Form.THIRD), (ing, Form.ING)]
    if lemma == past == participle:
        return finite
    if past == participle:
        return [*finite, (past, Form.PAST_OR_PARTICIPLE)]
    return [*finite, (past, Form.PAST), (participle, Form.PARTICIPLE)]


def third_person(lemma: str) -> str:
    """Return the form that goes with "she"."""
    if lemma in {"be", "have"}:
        return {"be": "is", "have": "has"}[lemma]
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def _past(stem: str) -> str:
    if stem.endswith("y") and stem[-2] not in _VOWELS:
        return stem[:-1] + "ied"
    return stem + ("d" if stem.endswith("e") else "ed")


def _ing(stem: str) -> str:
    if stem.endswith("ie"):
        return stem[:-2] + "ying"
    silent = stem.endswith("e") and not stem.endswith(("ee", "oe", "ye"))
    return (stem[:-1] if silent else stem) + "ing"


def _doubles(lemma: str) -> bool:
    if lemma in _DOUBLED_LONG:
        return True
    if len(lemma) < 3 or lemma in _UNDOUBLED or (lemma[-1] in "aeiouwxyhrlnd" and sum(c in _VOWELS for c in lemma) > 1):
        return lemma.endswith(("cel", "vel", "nel")) and len(lemma) > 4
    return sum(letter in _VOWELS for letter in lemma) == 1 and lemma[-1] not in _VOWELS + "wxy" and lemma[-2] in _VOWELS
