"""The stem of an English word, so that "meets", "met" and "meeting" count as one.

Regular forms by the Snowball stemmer (Porter2, https://snowballstem.org); irregular verbs by a table.
"""

from functools import lru_cache

import Stemmer

from timeline.text.irregular_verbs import IRREGULAR_FORMS

_KIN = {
    "be": "am is are were being",
    "bear": "born",
    "begin": "beginning",
    "find": "found",
    "get": "getting",
    "go": "goes",
    "have": "has having",
    "kill": "killer killing",
    "lose": "losing loss losses",
    "make": "making",
    "meet": "meeting meetings",
    "run": "running",
    "say": "says",
    "sell": "sale sales",
    "speak": "speech",
    "strike": "stricken striking",
    "take": "taking",
    "win": "winning winner",
    "withdraw": "withdrawal",
    "die": "died dead death deaths dying",
    "deny": "denial denials",
    "refuse": "refusal",
    "accuse": "accusation accusations",
    "invite": "invitation invitations",
    "agree": "agreement agreements",
    "visit": "visitor",
    "resign": "resignation",
    "arrive": "arrival",
    "approve": "approval",
    "propose": "proposal",
    "decide": "decision",
    "launch": "launcher",
}
"""Further forms of irregular verbs, and nouns that tell the same act as the verb."""

_BASES = {
    **{form: base for base, forms in IRREGULAR_FORMS.items() for form in forms.split() if form not in IRREGULAR_FORMS},
    **{form: base for base, forms in _KIN.items() for form in forms.split()},
}

_snowball = Stemmer.Stemmer("english")


@lru_cache(maxsize=16_384)
def stem(word: str) -> str:
    """Return the stem of `word`, in lower case; a possessive ending is dropped."""
    plain = word.lower().replace("’", "'").removesuffix("'s").removesuffix("'")
    stemmed: str = _snowball.stemWord(_BASES.get(plain, plain))
    return stemmed
