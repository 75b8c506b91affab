"""Words that turn a sentence into its opposite."""

from timeline.text.lexicon.inflection import all_forms, paradigm
from timeline.text.word_set import word_set

NEGATIONS = word_set(
    """no not never none nobody nothing neither nor nowhere without cannot cant hardly scarcely barely
    ain't aren't can't couldn't daren't didn't doesn't don't hadn't hasn't haven't isn't mightn't mustn't needn't
    oughtn't shan't shouldn't wasn't weren't won't wouldn't"""
)
"""Single words. `no` before a number (`No. 5`) is none."""

NEGATIVE_VERB_FORMS = all_forms(
    paradigm(
        regular=word_set(
            "abandon avert avoid cancel decline deny dismiss fail lack miss prevent refuse refute reject rebut"
        ),
        irregular={
            "scrap": "scraps scrapped scrapping",
            "forgo": "forgoes forwent forgone forgoing",
            "withhold": "withholds withheld withholding",
        },
    )
)
"""Verbs that say that what depends on them is not so, or was not done."""

NEGATION_PHRASES = frozenset(
    {
        "as opposed to",
        "by no means",
        "far from",
        "in no way",
        "instead of",
        "no longer",
        "none of",
        "not yet",
        "on no account",
        "rather than",
        "ruled out",
        "rules out",
        "ruling out",
        "short of",
        "stopped short of",
        "unable to",
        "unwilling to",
        "yet to",
    }
)
"""The same in several words."""
