"""The forms of verbs."""

import pytest

from timeline.engines.rules.syntax.inflection import conjugate


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("accuse", "accuses accusing accused accused"),
        ("deny", "denies denying denied denied"),
        ("ban", "bans banning banned banned"),
        ("visit", "visits visiting visited visited"),
        ("take", "takes taking took taken"),
        ("die", "dies dying died died"),
        ("flee", "flees fleeing fled fled"),
        ("commit", "commits committing committed committed"),
        ("hit", "hits hitting hit hit"),
        ("clash", "clashes clashing clashed clashed"),
    ],
)
def test_forms_are_spelled_as_english_does(lemma: str, forms: str) -> None:
    """Regular spelling, doubling and irregular forms."""
    assert " ".join(conjugate(lemma)) == forms
