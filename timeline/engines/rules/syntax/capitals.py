"""Which capitalised words of an article are names."""

from collections.abc import Iterable, Sequence

from timeline.engines.rules.data import grammar, organisations
from timeline.engines.rules.syntax.raw_words import Raw
from timeline.engines.rules.syntax.words import CLOSED
from timeline.engines.rules.triggers.index import NOUN_TRIGGERS, VERB_FORMS
from timeline.text.lexicon import CARDINALS, MAGNITUDES, OFFICES

_ADJECTIVES = frozenset(grammar.ADJECTIVES.split())
_ACTORS = frozenset((organisations.PEOPLE + organisations.BODIES).split())
_KNOWN_NAMES = frozenset({"Turkey", "China", "Jordan", "Chad", "Nice", "US"})


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
