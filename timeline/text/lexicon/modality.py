"""Words that place an event ahead, on a condition, or in doubt."""

from timeline.text.lexicon.inflection import all_forms, paradigm
from timeline.text.word_set import word_set

MODALS = word_set("can could may might must ought shall should will would 'll 'd won't wouldn't gonna")
"""Modal verbs, with the contracted ones."""

PLAN_FORMS = all_forms(
    paradigm(
        regular=word_set(
            """aim anticipate await consider expect hope intend mull plan prepare project propose schedule slate
        threaten want wish"""
        ),
        irregular={"seek": "seeks sought seeking", "mean": "means meant meaning"},
    )
)
"""Verbs whose complement has not happened yet."""

FUTURE_PHRASES = frozenset(
    {
        "about to",
        "bound to",
        "due for",
        "due in",
        "due on",
        "due to",
        "expected to",
        "going to",
        "in line to",
        "is to",
        "are to",
        "likely to",
        "looking to",
        "on course to",
        "on the verge of",
        "on track to",
        "planned for",
        "poised to",
        "ready to",
        "scheduled for",
        "scheduled to",
        "set for",
        "set to",
        "slated for",
        "slated to",
        "was to",
        "were to",
    }
)
"""Phrases for what lies ahead. `due to` means so only before a verb."""

CONDITIONALS = word_set("if unless whether lest should supposing assuming provided providing otherwise")
"""Single words that open a condition (`should` at the head of its clause only)."""

CONDITIONAL_PHRASES = frozenset(
    {
        "as long as",
        "even if",
        "in case",
        "in case of",
        "in the event of",
        "in the event that",
        "on condition that",
        "only if",
        "so long as",
        "subject to",
        "were it to",
    }
)
"""The same in several words."""

POSSIBILITY_FORMS = word_set(
    """allegedly apparently feared likely maybe perhaps possible possibly potential potentially presumably
    probable probably purported purportedly reportedly rumored rumoured suspected supposedly unconfirmed
    alleged"""
)
"""Words that keep a statement at arm's length."""
