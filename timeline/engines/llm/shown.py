"""An article as the model sees it: numbered lines with their time tags, which its text cannot fake.

Brackets and braces of the article are shown as white brackets, which the prompt names; line breaks
become spaces; characters that are not seen (zero-width, text direction, control) are left out.
"""

import unicodedata

from timeline.domain.annotated import AnnotatedArticle, Layout, Sentence, TimeTag

_SHOWN_FOR = {"[": "⟦", "]": "⟧", "{": "⦃", "}": "⦄"}
_AS_WRITTEN = str.maketrans({shown: written for written, shown in _SHOWN_FOR.items()})
_LABELLED = frozenset({Layout.HEADLINE, Layout.HEADING, Layout.CAPTION})


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
    line = _on_one_line(text)
    if not line.isprintable():
        line = " ".join(line.translate(_SEEN).split())
    for written, seen in _SHOWN_FOR.items():
        line = line.replace(written, seen)
    return line


def _on_one_line(text: str) -> str:
    """Return `text` with one space for each run of white space in it; in most lines there is nothing to change."""
    if text.isprintable() and "  " not in text:  # a space is the one white space that is printable
        return text.strip(" ")
    return " ".join(text.split())


def as_written(text: str) -> str:
    """Return what the model copied with the brackets that the article has."""
    return text.strip() if text.isascii() else text.translate(_AS_WRITTEN).strip()


def numbered_line(article: AnnotatedArticle, sentence: Sentence) -> str:
    """Return one sentence as `[14] text with {t3: next Friday = 2024-10-18} in it`."""
    label = f"({sentence.layout.value}) " if sentence.layout in _LABELLED else ""
    return f"[{sentence.number}] {label}{_with_tags(article, sentence)}"


def _with_tags(article: AnnotatedArticle, sentence: Sentence) -> str:
    text = article.article.text
    tags = article.times_by_sentence.get(sentence.number)
    if not tags:
        return shown(article.text_of(sentence))
    pieces: list[str] = []
    position = sentence.span.start
    for tag in tags:
        start, end = tag.span
        if tag.expression.edtf is None or start < position or end > sentence.span.end:
            continue
        pieces += [shown_inside(text[position:start]), _tag(tag)]
        position = end
    pieces.append(shown_inside(text[position : sentence.span.end]))
    return _on_one_line("".join(pieces))


def shown_inside(text: str) -> str:
    """Return a stretch of a line as `shown` does, keeping one space where it begins or ends with some."""
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() else ""
    return before + shown(text) + after


def _tag(tag: TimeTag) -> str:
    return f"{{{tag.id}: {shown(tag.expression.text)} = {tag.expression.edtf}}}"
