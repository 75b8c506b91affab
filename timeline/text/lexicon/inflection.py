"""The forms of regular English verbs."""

from collections.abc import Iterable, Mapping

_VOWELS = "aeiou"

_DOUBLED = frozenset({"admit", "allot", "ban", "bar", "commit", "rebut", "permit", "plan", "refer", "stop", "submit"})


def verb_forms(lemma: str) -> frozenset[str]:
    """Return the base, third person, past and -ing form of a regular verb."""
    stem = lemma + lemma[-1] if lemma in _DOUBLED else lemma
    return frozenset({lemma, _third_person(lemma), _past(stem), _ing(stem)})


def paradigm(regular: Iterable[str], irregular: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """Return lemma to forms; `irregular` lists the further forms of each lemma, parted by spaces."""
    forms = {lemma: verb_forms(lemma) for lemma in regular}
    forms.update({lemma: frozenset({lemma, *rest.split()}) for lemma, rest in irregular.items()})
    return forms


def all_forms(verbs: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Return every form of every verb."""
    return frozenset().union(*verbs.values())


def _third_person(lemma: str) -> str:
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def _past(stem: str) -> str:
    if stem.endswith("y") and stem[-2] not in _VOWELS:
        return stem[:-1] + "ied"
    return stem + ("d" if stem.endswith("e") else "ed")


def _ing(stem: str) -> str:
    silent = stem.endswith("e") and not stem.endswith(("ee", "oe", "ye"))
    return (stem[:-1] if silent else stem) + "ing"
