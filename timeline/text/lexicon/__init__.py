"""Word data that the layers above share: who says, what is denied, what lies ahead, who holds which office.

All words are folded (`timeline.text.tokens.fold`) and apostrophes are straight.
"""

from timeline.text.lexicon.foreign_words import FOREIGN_FUNCTION_WORDS
from timeline.text.lexicon.function_words import FUNCTION_WORDS
from timeline.text.lexicon.modality import (
    CONDITIONAL_PHRASES,
    CONDITIONALS,
    FUTURE_PHRASES,
    MODALS,
    PLAN_FORMS,
    POSSIBILITY_FORMS,
)
from timeline.text.lexicon.negation import NEGATION_PHRASES, NEGATIONS, NEGATIVE_VERB_FORMS
from timeline.text.lexicon.numbers import CARDINALS, FRACTIONS, MAGNITUDES, ORDINALS
from timeline.text.lexicon.reporting import ACCORDING_PHRASES, REPORTING_FORMS, REPORTING_VERBS
from timeline.text.lexicon.titles import HONORIFICS, OFFICES

__all__ = [
    "ACCORDING_PHRASES",
    "CARDINALS",
    "CONDITIONALS",
    "CONDITIONAL_PHRASES",
    "FOREIGN_FUNCTION_WORDS",
    "FRACTIONS",
    "FUNCTION_WORDS",
    "FUTURE_PHRASES",
    "HONORIFICS",
    "MAGNITUDES",
    "MODALS",
    "NEGATIONS",
    "NEGATION_PHRASES",
    "NEGATIVE_VERB_FORMS",
    "OFFICES",
    "ORDINALS",
    "PLAN_FORMS",
    "POSSIBILITY_FORMS",
    "REPORTING_FORMS",
    "REPORTING_VERBS",
]
