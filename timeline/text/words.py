"""Words of a text, and the few that carry no meaning of their own."""

import re
from functools import lru_cache

from timeline.text.lexicon import MODALS
from timeline.text.word_set import word_set

PRONOUNS = word_set(
    """i me my mine you your yours he him his she her hers it its we us our ours they them their theirs who whom whose
    which that this these those someone somebody anyone anybody everyone everybody nobody one ones himself herself
    itself themselves"""
)

LIGHT_WORDS = (
    PRONOUNS
    | MODALS
    | word_set(
        """a an and the of in on at to for from with by as is are was were be been being am has have had do does did
        what when where why how or but nor so if than then there here about into over under after before between among
        against during through up down out off again further once only own same too very s t just also not no each
        other some any more most such both few all via per amid near new"""
    )
)
"""Words without a meaning of their own: a title may use them whatever the text says."""

_WORD = re.compile(r"[^\W_]+(?:[’'.&-][^\W_]+)*")


def words(text: str) -> list[str]:
    """Return the words of `text` in order; inner apostrophes, points, ampersands, hyphens stay ("Al-Quds")."""
    return _WORD.findall(text)


@lru_cache(maxsize=4096)
def content_words(phrase: str) -> tuple[str, ...]:
    """Return the words of a phrase that carry meaning. Names, triggers and titles are asked about again and again."""
    return tuple(word for word in words(phrase) if _is_heavy(word))


def is_a_name(phrase: str) -> bool:
    """Say whether `phrase` names someone or something: it has a word that is neither pronoun nor function word."""
    return bool(content_words(phrase))


@lru_cache(maxsize=16_384)
def _is_heavy(word: str) -> bool:
    """Say whether a word carries meaning; "US" and "WHO" do, "us" and "who" do not."""
    is_acronym = len(word) > 1 and word.isupper()
    return is_acronym or word.lower() not in LIGHT_WORDS
