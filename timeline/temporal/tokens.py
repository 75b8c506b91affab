"""A text cut into tokens, each with its class and value from the lexicon.

Classes are single characters, so the text becomes a string with one character per token and a rule's pattern a
regular expression over it. Offsets are those of the text as given: folding never changes a length.
"""

import re
from collections.abc import Mapping
from itertools import accumulate
from typing import NamedTuple

SHAPES = ("year4", "day", "int", "big", "decimal", "nth", "decade", "clock", "iso")
"""Classes of tokens that are told by their form instead of by a list."""

MARKS = {
    "-": "hyphen", ",": "comma", ".": "dot", "'": "apos", "'s": "poss", "/": "slash", "(": "open", ")": "close",
    "$": "money", "£": "money", "€": "money", "¥": "money", "%": "percent", "#": "money", "&": "and", ":": "colon",
    '"': "quote", "“": "quote", "”": "quote", ";": "semi", "?": "stop", "!": "stop", "—": "dash",
}  # fmt: skip
"""Punctuation that rules look at."""

WORD = "word"
_KEPT = 20_000
_LONGEST_KEPT = 40
BREAK = "break"

_LEAD = r"[^\S\n]*+(?>(?:\n[^\S\n]*+)?)"
_DOTTED_TAIL = r"(?:(?<=\bo)'clock|(?<=\b[abp])\.[^\S\n]?[mc](?!\w)\.?|(?<=\bb)\.c\.e(?!\w)\.?|(?<=\ba)\.d(?!\w)\.?)?"
_IN_FIGURES = (
    r"\d{1,4}(?:-\d{1,2}-\d{1,4}|/\d{1,2}/\d{1,4}|\.\d{1,2}\.\d{1,4}|-w\d{2}"
    r"|-\d{2}-\d{2}t\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:z|[+-]\d{2}:?\d{2})?)(?![\w/])"
)
_WORD = r"[^\W\d_]\w*+(?:(?=['.])" + _DOTTED_TAIL + ")?"
_FIGURE = (
    r"9/11(?![\w/])|" + _IN_FIGURES + r"|\d{1,2}:\d{2}(?::\d{2})?(?![\w:])|\d{1,3}(?>(?:,\d{3})+)(?:\.\d++)?|\d++\.\d++"
    r"|\d{1,4}(?=[ap]\.?m\b)|'?\d{1,3}0'?s\b|'?\d++\w*+"
)
_PLAIN = r" [a-z]++(?=[ ,])|[,.](?= )"
"""What most tokens look like; the longer pattern reads them no differently, but takes twice the time."""

_TOKEN = re.compile(rf"{_PLAIN}|{_LEAD}(?:{_WORD}|{_FIGURE}|'s\b|\S)|\s++")
_FOLDED = {"’": "'", "‘": "'", "ʼ": "'", "–": "-", "‑": "-", "‐": "-", "−": "-"} | dict.fromkeys(
    "\u00a0\u2009\u202f\u2007\u200a", " "
)
_DATE_TIME = re.compile(r"\d{4}-\d{2}-\d{2}t")
_CLOCK = re.compile(r"\d{1,2}:")
_NTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
_DECADE = re.compile(r"'?(\d{4}|\d{2})'?s")
_SHORT_YEAR = re.compile(r"'(\d{2})")
_DOTTED = {"a.m": "am", "p.m": "pm", "b.c": "bc", "a.d": "ad", "b.c.e": "bce"}


class Entry(NamedTuple):
    """A token's class, as a character, and its value."""

    code: str
    value: object


class Tokens(NamedTuple):
    """The tokens of a text, in parallel lists."""

    text: str
    words: list[str]
    ends: list[int]
    classes: str

    def start(self, index: int) -> int:
        """Return the offset of the token's first character."""
        return self.ends[index] - len(self.words[index])

    def is_capital(self, index: int) -> bool:
        """Say whether the token begins with a capital."""
        return self.text[self.start(index)].isupper()

    def is_joined(self, index: int) -> bool:
        """Say whether nothing stands between the token and the one before it."""
        return index > 0 and self.start(index) == self.ends[index - 1]


class Lexicon:
    """What every word and form means; built once per language."""

    def __init__(self, classes: Mapping[str, Mapping[str, object]]) -> None:
        names = list(dict.fromkeys([*classes, *SHAPES, *MARKS.values(), WORD, BREAK]))
        alphabet = [chr(number) for number in range(0x30, 0x250) if chr(number).isalnum()]
        self.codes = dict(zip(names, alphabet, strict=False))
        if len(self.codes) < len(names):
            raise ValueError(f"{len(names)} classes of words are more than the {len(alphabet)} characters for them")
        self.entries = {mark: Entry(self.codes[name], mark) for mark, name in MARKS.items()}
        for name, words in classes.items():
            for word, value in words.items():
                if word in self.entries:
                    raise ValueError(f"{word!r} stands in two classes, the second of them {name!r}")
                self.entries[word] = Entry(self.codes[name], value)

        self.raw_codes = _Codes(self.entries, self.codes)

    def entry(self, word: str) -> Entry:
        """Return the class and value of a folded token."""
        found = self.entries.get(word)
        if found is None:
            name, value = _shape(word)
            return Entry(self.codes[name], value)
        return found

    def value(self, word: str) -> object:
        """Return the value of a folded token."""
        word = clean(word)
        found = self.entries.get(word)
        return found.value if found else _shape(word)[1]


class _Codes(dict[str, str]):
    """Code of each raw token; those not seen before are looked up once, and a bounded number of them is kept."""

    def __init__(self, entries: Mapping[str, Entry], codes: Mapping[str, str]) -> None:
        super().__init__({f" {word}": entry.code for word, entry in entries.items()})
        self._entries = entries
        self._names = codes

    def __missing__(self, raw: str) -> str:
        code = self._code_of(raw)
        if len(self) < _KEPT and len(raw) < _LONGEST_KEPT:
            self[raw] = code
        return code

    def _code_of(self, raw: str) -> str:
        word = raw.strip()
        if not word:
            return self._names[BREAK if raw.count("\n") > 1 else WORD]
        if word.isalpha() and word not in self._entries:
            return self._names[WORD]
        word = clean(word)
        known = self._entries.get(word)
        return known.code if known else self._names[_shape(word)[0]]


class Cutter:
    """Cuts stretches of one text into tokens."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.text = text
        self.folded = fold(text)
        self._codes = lexicon.raw_codes

    def cut(self, start: int, stop: int) -> Tokens:
        """Cut `text[start:stop]`; offsets are those of the whole text."""
        raw = _TOKEN.findall(self.folded, start, stop)
        ends = list(accumulate(map(len, raw), initial=start))[1:]
        words = list(map(str.strip, raw))
        return Tokens(self.text, words, ends, "".join(map(self._codes.__getitem__, raw)))


def fold(text: str) -> str:
    """Lower the case and straighten typography without changing any offset."""
    if text.isascii():
        return text.lower()
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join([low if len(low := character.lower()) == 1 else character for character in text])
    for character, plain in _FOLDED.items():  # many times faster than `translate` where few of them are there
        lowered = lowered.replace(character, plain)
    return lowered


def clean(word: str) -> str:
    """Return the form under which a folded token stands in the lexicon."""
    if "." in word and (bare := word.replace(" ", "").rstrip(".")) in _DOTTED:
        return _DOTTED[bare]
    return word


def _shape(word: str) -> tuple[str, object]:
    first = word[:1]
    if not (first.isdigit() or first == "'") or not word.isascii():
        return WORD, None
    if word.isdigit():
        return _whole_number(word)
    if "," in word or (word.count(".") == 1 and word[-1].isdigit() and ":" not in word):
        return ("big", None) if "," in word else ("decimal", None)
    if found := _NTH.fullmatch(word):
        return ("nth", int(found[1])) if 1 <= int(found[1]) <= 31 else (WORD, None)
    if found := _SHORT_YEAR.fullmatch(word):
        return "year4", _year_of_two_digits(int(found[1]))
    if found := _DECADE.fullmatch(word):
        return "decade", found[1]
    if _CLOCK.match(word):
        return "clock", word
    return (
        ("iso", word)
        if (any(mark in word for mark in "-/.") and word[-1].isdigit()) or _DATE_TIME.match(word)
        else (WORD, None)
    )


def _year_of_two_digits(digits: int) -> int:
    """Return the year of "'87"; those up to 29 are of this century."""
    return (2000 if digits < 30 else 1900) + digits


def _whole_number(word: str) -> tuple[str, object]:
    if len(word) == 4 and "1000" <= word <= "2999":
        return "year4", int(word)
    if len(word) <= 2 and 1 <= int(word) <= 31:
        return "day", int(word)
    return "int", int(word) if len(word) <= 9 else None
