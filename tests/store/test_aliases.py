"""Who is meant by a short name."""

import pytest

from tests.store.samples import event
from timeline.store.aliases import longer_forms


@pytest.mark.parametrize(
    ("names", "short", "expected"),
    [
        (("Maren", "Ilya Maren"), "Maren", "maren / ilya maren"),
        (("President Maren", "Ilya Maren"), "President Maren", "president maren / ilya maren"),
        (("Maren", "Ilya Maren", "Ilya Petrov Maren"), "Maren", "maren"),
        (("Bank", "Selka Bank", "Port Selka Bank"), "Bank", "bank / port selka bank"),
        (("Dovrek", "Tomas Dovrek", "Anna Dovrek"), "Dovrek", "dovrek"),
        (("Maren", "Marena Ilya"), "Maren", "maren"),
        (("Ilya Maren", "Maren"), "Ilya Maren", "ilya maren"),
        (("Maren", "ILYA MAREN"), "Maren", "maren / ilya maren"),
        (("President", "Vice President"), "President", "president / vice president"),
        (("—", "Ilya Maren"), "—", ""),
    ],
    ids=lambda value: value if isinstance(value, str) else ", ".join(value),
)
def test_a_short_name_stands_for_the_longer_one_of_the_article(
    names: tuple[str, ...], short: str, expected: str
) -> None:
    """Unless it could be two people."""
    events = [event(f"evt_{at}", names=(name,)) for at, name in enumerate(names)]
    assert expected == " / ".join(" ".join(words) for words in longer_forms(events)[short])


def test_a_source_may_have_the_longer_form() -> None:
    """The article names a person once in full, and that may be where it quotes them."""
    events = [event("evt_1", names=("Maren",), sources=("Ilya Maren",))]
    assert longer_forms(events)["Maren"] == (("maren",), ("ilya", "maren"))
