"""An article as the model sees it: numbered lines with their time tags, which its text cannot fake.

Brackets and braces of the article are shown as white brackets, which the prompt names; line breaks
become spaces; characters that are not seen (zero-width, text direction, control) are left out.
"""

import unicodedata

from timeline.domain.annotated import AnnotatedArticle, Layout, Sentence

_SHOWN_FOR = {"[": "⟦", "]": "⟧", "{": "⦃", "}": "⦄"}
_AS_WRITTEN = str.maketrans({shown: written for written, shown in _SHOWN_FOR.items()})
_UNLABELLED = (Layout.BODY, Layout.FURNITURE)


class _Seen(dict[int, str]):
    """What each code point is shown as, found out when it first comes up."""

    def __missing__(self, code: int) -> str:
        category = unicodedata.category(chr(code))
        if category in ("Zl", "Zp", "Zs") or chr(code).isspace():
            seen = " "
        elif category in ("Cf", "Cc", "Cs"):
            seen = ""
        else:
            seen = chr(code)
        self[code] = seen
        return seen


_SEEN = _Seen()


def shown(text: str) -> str:
    """Return `text` on one line, unable to pass for a number or a tag."""
    if _is_plain(text):
        return text.strip(" ")
    line = " ".join(text.split())
    if not line.isprintable():
        line = " ".join(line.translate(_SEEN).split())
    for written, seen in _SHOWN_FOR.items():
        line = line.replace(written, seen)
    return line


def _is_plain(text: str) -> bool:
    """Say whether there is nothing to change between the ends of `text`, nor in any part of it; mostly there is not."""
    return (
        text.isprintable()  # a space is the one white space that is printable
        and "  " not in text
        and not ("[" in text or "]" in text or "{" in text or "}" in text)
    )


def as_written(text: str) -> str:
    """Return what the model copied with the brackets that the article has."""
    return text.strip() if text.isascii() else text.translate(_AS_WRITTEN).strip()


def numbered_line(article: AnnotatedArticle, sentence: Sentence) -> str:
    """Return one sentence as `[14] text with {t3: next Friday = 2024-10-18} in it`."""
    label = "" if sentence.layout in _UNLABELLED else f"({sentence.layout.value}) "
    return f"[{sentence.number}] {label}{_with_tags(article, sentence)}"


def _with_tags(article: AnnotatedArticle, sentence: Sentence) -> str:
    text = article.article.text
    position, end = sentence.span
    written = text[position:end]
    tags = article.times_by_sentence.get(sentence.number)
    if not tags:
        return shown(written)
    is_plain = _is_plain(written)
    pieces: list[str] = []
    for tag in tags:
        expression = tag.expression
        start = expression.start
        if expression.edtf is None or start < position or expression.end > end:
            continue
        before, phrase = text[position:start], expression.text
        if not is_plain:
            before, phrase = shown_inside(before), shown(phrase)
        pieces += (before, f"{{{tag.id}: {phrase} = {expression.edtf}}}")
        position = expression.end
    rest = text[position:end]
    if is_plain:
        return "".join((*pieces, rest))
    return " ".join("".join((*pieces, shown_inside(rest))).split())


def shown_inside(text: str) -> str:
    """Return a stretch of a line as `shown` does, keeping one space where it begins or ends with some."""
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() else ""
    return before + shown(text) + after
