"""Words before they are tagged: tokens with time expressions and possessive endings told apart."""

from functools import partial
from typing import NamedTuple

from timeline.domain.annotated import AnnotatedArticle, Sentence, TimeTag
from timeline.text.tokens import tokens


class Raw(NamedTuple):
    """A word before it is tagged."""

    text: str
    lower: str
    start: int
    end: int
    time: TimeTag | None = None


_make = partial(tuple.__new__, Raw)


def raw_words(annotated: AnnotatedArticle, sentence: Sentence) -> list[Raw]:
    """Return the words of a sentence; a time expression is one word, and a possessive ending is one of its own."""
    text = annotated.text_of(sentence)
    offset = sentence.span.start
    times = annotated.times_by_sentence.get(sentence.number, ())
    found: list[Raw] = []
    following = 0
    for word, start, end in tokens(text):
        while following < len(times) and times[following].expression.end <= start + offset:
            following += 1
        if following < len(times) and end + offset > times[following].expression.start:
            _add_time(found, times[following], text, offset, start, end)
            continue
        lower = word.lower()
        if "’" in lower:
            lower = lower.replace("’", "'")
        if lower.endswith("'s") and end - start > 2:
            found.append(_make((word[:-2], lower[:-2], start + offset, end + offset - 2, None)))
            found.append(_make((word[-2:], "'s", end + offset - 2, end + offset, None)))
        else:
            found.append(_make((word, lower, start + offset, end + offset, None)))
    return found


def _add_time(found: list[Raw], tag: TimeTag, text: str, offset: int, start: int, end: int) -> None:
    """Add a time expression once, and what sticks to its end ("Friday's")."""
    expression = tag.expression
    if not found or found[-1].time is not tag:
        found.append(Raw(expression.text, expression.text.lower(), expression.start, expression.end, tag))
    rest = text[max(start, expression.end - offset) : end]
    if rest:
        found.append(Raw(rest, rest.lower().replace("’", "'"), end + offset - len(rest), end + offset))
