"""Verbs and phrases by which an article gives the word to someone."""

from collections.abc import Mapping
from types import MappingProxyType

from timeline.text.lexicon.inflection import all_forms, paradigm
from timeline.text.word_set import word_set

REPORTING_VERBS: Mapping[str, frozenset[str]] = MappingProxyType(
    paradigm(
        regular=word_set(
            """acknowledge add admit affirm agree allege announce answer argue ask assert assure boast caution
            cite claim clarify comment complain concede conclude confess confirm contend counter declare demand deny
            describe disclose emphasize emphasise estimate explain hint inform insist joke lament maintain mention
            note observe phrase predict proclaim promise pledge quote recall reiterate remark remind repeat reply
            report respond reveal state stress suggest testify urge vow warn wonder"""
        ),
        irregular={
            "say": "says said saying",
            "tell": "tells told telling",
            "write": "writes wrote written writing",
            "swear": "swears swore sworn swearing",
        },
    )
)
"""Lemma to all its forms."""

REPORTING_FORMS = all_forms(REPORTING_VERBS)
"""Every form of every reporting verb."""

ACCORDING_PHRASES = frozenset(
    {
        "according to",
        "as quoted by",
        "as reported by",
        "in a statement",
        "in an interview with",
        "in comments to",
        "in remarks to",
        "in the words of",
        "on condition of anonymity",
        "told reporters",
    }
)
"""Phrases that name a source without a reporting clause."""
