"""Who is named in an article: names found by their capitals, persons by the longest form, others as written."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from timeline.engines.rules.data import organisations
from timeline.engines.rules.geography import (
    COUNTRY_NAMES,
    DEMONYMS,
    GOVERNMENTS,
    PLACE_NAME_HEADS,
    PLACES,
    SEATS,
    country_of,
)
from timeline.engines.rules.syntax.clauses import Parse
from timeline.engines.rules.syntax.phrases import Phrase
from timeline.engines.rules.syntax.words import Tag, Word
from timeline.text.lexicon import HONORIFICS, OFFICES
from timeline.text.tokens import fold

_ORGANISATION_WORDS = frozenset(organisations.ORGANISATION_WORDS.split())
_PEOPLE = frozenset(organisations.PEOPLE.split())
_BODIES = frozenset(organisations.BODIES.split())
_ACTORS = _PEOPLE | _BODIES
_THINGS = frozenset(organisations.THINGS.split())
MEDIA = frozenset(organisations.NEWS_MEDIA.split())
_TITLES = (
    HONORIFICS
    | {office for office in OFFICES if " " not in office}
    | {"prime", "foreign", "defence", "defense", "finance", "interior"}
)


class Party(NamedTuple):
    """Someone who can take part: the name as the record gives it, and the key by which mentions are compared."""

    name: str
    key: str
    is_person: bool = False
    is_named: bool = True


class NameBook:
    """The names of one article. Short forms of persons lead to the longest form."""

    def __init__(self, sentences: Iterable[Sequence[Word]], text: str) -> None:
        self._text = text
        self.counts: Counter[str] = Counter()
        self.persons: dict[str, str] = {}
        self.titles: dict[str, set[str]] = {}
        runs: list[tuple[str, ...]] = []
        for sentence in sentences:
            for words, before, after in _runs(sentence):
                name = _without_titles(words)
                if not name:
                    continue
                whole = tuple(word.text for word in name)
                self.counts[" ".join(whole)] += 1
                if len(whole) > 1:
                    runs.append(whole)
                    self._note_titles(whole, words, before, after)
        self._short_forms(runs)

    def _note_titles(
        self, whole: tuple[str, ...], words: Sequence[Word], before: Sequence[Word], after: Sequence[Word]
    ) -> None:
        if not _looks_like_person(whole):
            return
        titles = {word.lower for word in (*before, *words, *after)}
        self.titles.setdefault(" ".join(whole), set()).update(titles)

    def _short_forms(self, runs: Sequence[tuple[str, ...]]) -> None:
        for whole in sorted(set(runs), key=lambda whole: (len(whole), whole)):
            if not _looks_like_person(whole):
                continue
            name = " ".join(whole)
            for short in {whole[-1], whole[0], " ".join(whole[-2:])} - {name}:
                known = self.persons.get(short)
                if known is None or short == whole[-1] or (len(known.split()) < len(whole) and name.endswith(known)):
                    self.persons[short] = name
            self.persons[name] = self.persons.get(name, name)

    def person(self, name: str) -> str | None:
        """Return the longest form of a person's name, or None if it is no person's."""
        if name in COUNTRY_NAMES or name in PLACES:
            return None
        full = self.persons.get(name)
        while full is not None and self.persons.get(full, full) != full:
            full = self.persons[full]
        return full

    def party(self, parse: Parse, phrase: Phrase) -> Party | None:
        """Return who a noun phrase names, or None if it is a thing, a pronoun or nobody in particular."""
        words = parse.words_of(phrase)
        cut = max((index + 1 for index, word in enumerate(words) if word.tag == Tag.POSSESSIVE), default=0)
        head = words[cut:]
        if not head or head[-1].tag not in {Tag.NOUN, Tag.NAME, Tag.ADJECTIVE}:
            return None
        if head[-1].tag == Tag.NAME:
            return self._named(parse, phrase, head)
        return self._common(head)

    def _named(self, parse: Parse, phrase: Phrase, head: Sequence[Word]) -> Party | None:
        run = _last_run(head)
        name = _without_titles(run)
        if not name:
            return self._office(run)
        text = " ".join(word.text for word in name)
        if text in DEMONYMS and text not in COUNTRY_NAMES and (text + "s") not in DEMONYMS:
            return Party(text, fold(country_of(text) or text))
        person = self.person(text)
        if person is not None:
            return Party(person, fold(person), is_person=True)
        extended = self._extended(parse, phrase, name)
        return Party(extended, key_of(extended))

    def _office(self, run: Sequence[Word]) -> Party | None:
        return None if not run else Party(run[-1].text, fold(run[-1].text), is_named=False)

    def _extended(self, parse: Parse, phrase: Phrase, name: Sequence[Word]) -> str:
        """Return a name with the "of …" or "for …" that belongs to it ("Chamber of Commerce")."""
        start, end = name[0].start, name[-1].end
        if name[-1].text in _ORGANISATION_WORDS or name[-1].text in {
            "Court",
            "Director",
            "Bank",
            "University",
            "Ministry",
            "Chamber",
        }:
            words = parse.words
            index = phrase.end
            while index + 1 < len(words) and words[index].lower in {"of", "for"} | (
                {"and"} if end != name[-1].end else set()
            ):
                following = index + 1 + (words[index + 1].lower == "the")
                if following >= len(words) or words[following].tag != Tag.NAME:
                    break
                while following < len(words) and words[following].tag == Tag.NAME:
                    end = words[following].end
                    following += 1
                index = following
        return self._text[start:end]

    def _common(self, head: Sequence[Word]) -> Party | None:
        last = head[-1].lower
        if last in {"agency", "service", "newspaper", "magazine"}:
            run = _last_run([word for word in head if word.tag == Tag.NAME] and _until_last_name(head))
            if run and ((len(head) > 1 and head[-2].lower == "news") or run[-1].text in MEDIA):
                return Party(
                    run[-1].text if run[-1].text in MEDIA else " ".join(word.text for word in run), fold(run[-1].text)
                )
        if last in {"nations", "states", "countries", "members"}:
            run = _last_run(head[:-1])
            return Party(self._text[run[0].start : run[-1].end], key_of(run[-1].text)) if run else None
        if last not in _ACTORS and (last in _THINGS or not last.endswith(organisations.AGENTIVE)):
            return None
        content = [word for word in head if word.tag != Tag.DETERMINER]
        if not content:
            return None
        kept = content[-4:]
        while (
            len(kept) > 1
            and kept[0].tag == Tag.ADJECTIVE
            and kept[0].lower not in {"foreign", "senior"}
            and kept[0].verb is None
            and len(kept) > 2
        ):
            kept = kept[1:]
        name = self._text[kept[0].start : kept[-1].end]
        return Party(name, fold(name), is_person=last in _PEOPLE, is_named=False)


def key_of(name: str) -> str:
    """Return the form by which names are compared; a capital and its country are one."""
    plain = name.removeprefix("the ").removeprefix("The ")
    return fold(country_of(plain) or plain)


def _runs(words: Sequence[Word]) -> Iterable[tuple[Sequence[Word], Sequence[Word], Sequence[Word]]]:
    """Yield the runs of capitalised words, each with the words before and behind it that may be titles."""
    index = 0
    while index < len(words):
        if words[index].tag != Tag.NAME:
            index += 1
            continue
        end = index
        while end < len(words) and words[end].tag == Tag.NAME:
            end += 1
        before = words[max(0, index - 3) : index]
        after = words[end + 1 : end + 5] if end < len(words) and words[end].tag == Tag.COMMA else ()
        yield words[index:end], before, after
        index = end + 1


def _last_run(words: Sequence[Word]) -> Sequence[Word]:
    index = len(words)
    while index > 0 and words[index - 1].tag == Tag.NAME:
        index -= 1
    return words[index:]


def _until_last_name(words: Sequence[Word]) -> Sequence[Word]:
    last = max((index for index, word in enumerate(words) if word.tag == Tag.NAME), default=-1)
    return words[: last + 1]


def _without_titles(run: Sequence[Word]) -> Sequence[Word]:
    """Return a name without titles, ranks, offices and nationalities before it."""
    office = max((index for index, word in enumerate(run[:-1]) if word.lower in _TITLES), default=-1)
    if office >= 0 and not any(word.text in _ORGANISATION_WORDS for word in run[office:]):
        return run[office + 1 :]
    index = 0
    while index < len(run) - 1 and (
        run[index].lower in _TITLES
        or run[index].lower.rstrip(".") in _TITLES
        or (run[index].text in DEMONYMS and _title_follows(run, index + 1))
    ):
        index += 1
    if index and index == len(run) - 1 and run[index].lower in _TITLES:
        return ()
    return run[index:]


def _title_follows(run: Sequence[Word], index: int) -> bool:
    return index < len(run) and (run[index].lower in _TITLES or run[index].text in DEMONYMS)


def _looks_like_person(whole: Sequence[str]) -> bool:
    if not 2 <= len(whole) <= 4 or any(part in _ORGANISATION_WORDS or part in PLACE_NAME_HEADS for part in whole):
        return False
    name = " ".join(whole)
    if (
        name in PLACES
        or name in GOVERNMENTS
        or name in SEATS
        or whole[0] in PLACES
        or whole[-1] in PLACES
        or whole[0] in DEMONYMS
    ):
        return False
    return not any(part.isupper() and len(part) > 1 for part in whole) and not any(
        part in {"North", "South", "East", "West", "New", "Middle", "Central"} for part in whole[:1]
    )
