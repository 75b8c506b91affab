"""The forms of regular verbs."""

import pytest

from timeline.text.lexicon.inflection import verb_forms


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("warn", "warn warns warned warning"),
        ("pledge", "pledge pledges pledged pledging"),
        ("deny", "deny denies denied denying"),
        ("reply", "reply replies replied replying"),
        ("stress", "stress stresses stressed stressing"),
        ("agree", "agree agrees agreed agreeing"),
        ("stop", "stop stops stopped stopping"),
        ("avoid", "avoid avoids avoided avoiding"),
        ("delay", "delay delays delayed delaying"),
    ],
)
def test_regular_verbs_take_their_endings(lemma: str, forms: str) -> None:
    """A final e, a final y, a hiss and a doubled letter are minded."""
    assert verb_forms(lemma) == set(forms.split())
