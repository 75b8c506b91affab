"""Whom pronouns and definite descriptions mean, where that is safe to say."""

from collections.abc import Collection, Sequence

from timeline.engines.rules.data import reference as words_of_reference
from timeline.engines.rules.geography import DEMONYMS, country_of
from timeline.engines.rules.names import NameBook, Party
from timeline.engines.rules.syntax.clauses import Parse
from timeline.engines.rules.syntax.phrases import Kind, Phrase
from timeline.engines.rules.syntax.words import Tag, Word
from timeline.text.lexicon import OFFICES
from timeline.text.tokens import fold


class References:
    """What has been mentioned so far, and what a later phrase may mean by it. Sentences are read in order."""

    def __init__(self, book: NameBook) -> None:
        self._book = book
        self._subjects: list[Party] = []
        self._body: Party | None = None
        self._persons: list[Party] = []
        self._states: list[Party] = []
        self._organisations: list[Party] = []
        self._group: list[Party] = []
        self._parse: Parse | None = None
        self._known: dict[Phrase, Party | None] = {}
        self._gender: dict[str, str] = {}

    def parties(self, parse: Parse, phrases: Sequence[Phrase], *, other_than: Collection[Party] = ()) -> list[Party]:
        """Return whom the noun phrases name or mean, each once; a pronoun means none of `other_than`."""
        found: dict[str, Party] = {}
        for phrase in phrases:
            for party in self._meant(parse, phrase, other_than):
                found.setdefault(party.key, party)
        return list(found.values())

    def note(self, parties: Sequence[Party], *, as_subject: bool) -> None:
        """Remember who was just mentioned."""
        if as_subject:
            self._group = list(parties) if len(parties) > 1 or (parties and _is_plural(parties[0])) else self._group
        for party in parties:
            if not party.is_named:
                continue
            if party.is_person:
                _move_to_end(self._persons, party)
            else:
                _move_to_end(self._states if country_of(party.name) else self._organisations, party)
        if as_subject and len(parties) == 1 and parties[0].is_named:
            if parties[0].is_person:
                _move_to_end(self._subjects, parties[0])
            else:
                self._body = parties[0]

    def forget_group(self) -> None:
        """Forget whom "they" could mean: someone else has been spoken of since."""
        self._group = []

    def _meant(self, parse: Parse, phrase: Phrase, other_than: Collection[Party]) -> list[Party]:
        words = parse.words_of(phrase)
        if len(words) == 1 and words[0].tag in {Tag.PRONOUN, Tag.DETERMINER}:
            return self._by_pronoun(words[0].lower, other_than)
        if words[-1].tag == Tag.NOUN or words[-1].lower in OFFICES:
            apposed = self._apposed(parse, phrase)
            if apposed is not None:
                return [apposed]
            if words[0].lower in words_of_reference.DEFINITE or any(word.tag == Tag.POSSESSIVE for word in words):
                described = self._described(parse, phrase, words, other_than)
                if described:
                    return described
        elif words[-1].tag == Tag.NUMBER and words[0].lower in {"the", "both"} and words[-1].lower == "two":
            return list(self._persons) if len(self._persons) == 2 else []
        party = self._named(parse, phrase)
        return [party] if party else []

    def _named(self, parse: Parse, phrase: Phrase) -> Party | None:
        """Return whom a phrase names, looked up once."""
        if parse is not self._parse:
            self._parse, self._known = parse, {}
        if phrase not in self._known:
            self._known[phrase] = self._book.party(parse, phrase)
        return self._known[phrase]

    def _by_pronoun(self, word: str, other_than: Collection[Party]) -> list[Party]:
        if word in words_of_reference.HE or word in words_of_reference.SHE:
            return self._by_gender("he" if word in words_of_reference.HE else "she", other_than)
        if word in words_of_reference.IT:
            return [self._body] if self._body and self._body not in other_than else []
        if word in words_of_reference.THEY:
            return [party for party in self._group if party not in other_than]
        return []

    def _by_gender(self, gender: str, other_than: Collection[Party]) -> list[Party]:
        """Return the latest person who can be "he" or "she"; from then on the person is known for it."""
        for pool in (self._subjects, self._persons):
            for party in reversed(pool[-4:]):
                if party not in other_than and self._gender.setdefault(party.key, gender) == gender:
                    return [party]
        return []

    def _apposed(self, parse: Parse, phrase: Phrase) -> Party | None:
        """Return the person who is named right behind a description ("the envoy, Anna Lind, said")."""
        index = parse.index_of_start.get(phrase.end)
        while index is not None and index + 1 < len(parse.phrases) and _is_oblique(parse, index):
            index += 2
        if index is None or index + 2 >= len(parse.phrases) or parse.phrases[index].kind != Kind.COMMA:
            return None
        name, closing = parse.phrases[index + 1], parse.phrases[index + 2]
        if name.kind != Kind.NOUN or closing.kind not in {Kind.COMMA, Kind.STOP}:
            return None
        if any(word.tag != Tag.NAME for word in parse.words_of(name)):
            return None
        party = self._book.party(parse, name)
        return party if party and party.is_person else None

    def _described(
        self, parse: Parse, phrase: Phrase, words: Sequence[Word], other_than: Collection[Party]
    ) -> list[Party]:
        head = words[-1].lower
        if head in words_of_reference.PAIRS:
            return self._pair(parse, phrase, words, head)
        if head in words_of_reference.OFFICES:
            holders = [one for one in self._office_holders(words, head) if one not in other_than][:2]
            return holders if len(holders) == 1 else []
        if len(words) == 2 and words[0].lower == "the" and head in words_of_reference.ORGANISATIONS:
            return self._organisation(head)
        return []

    def _pair(self, parse: Parse, phrase: Phrase, words: Sequence[Word], head: str) -> list[Party]:
        named = self._countries_behind(parse, phrase)
        if len(named) > 1:
            holders = [self._holder_of(party.key) for party in named]
            return [holder or party for holder, party in zip(holders, named, strict=True)]
        if not any(word.lower in {"two", "both"} for word in words):
            return []
        pool = self._states if head in words_of_reference.STATES else self._persons
        if head in words_of_reference.SIDES:
            pool = self._states or self._organisations
        return list(pool) if len(pool) == 2 else []

    def _countries_behind(self, parse: Parse, phrase: Phrase) -> list[Party]:
        """Return the countries of "the presidents of X and Y"."""
        index = parse.index_of_start.get(phrase.end)
        if index is None or parse.phrases[index].kind != Kind.PREPOSITION or parse.lower(index) != "of":
            return []
        oblique = next(parse.obliques_from(index), None)
        found = [self._book.party(parse, noun) for noun in oblique.nouns] if oblique else []
        return [party for party in found if party and country_of(party.name)]

    def _holder_of(self, country: str) -> Party | None:
        """Return the person whom the article calls the leader of a country."""
        for name, titles in self._book.titles.items():
            if titles & words_of_reference.LEADERS and country in _countries_of(titles):
                return Party(name, fold(name), is_person=True)
        return None

    def _office_holders(self, words: Sequence[Word], head: str) -> list[Party]:
        country = next((fold(country_of(word.text) or "") for word in words if country_of(word.text)), None)
        wanted = words_of_reference.LEADERS if head == "leader" and country else {head}
        return [
            Party(name, fold(name), is_person=True)
            for name, titles in self._book.titles.items()
            if titles & wanted and (country is None or country in _countries_of(titles))
        ]

    def _organisation(self, head: str) -> list[Party]:
        named = [name for name in self._book.counts if head in name.lower().split()]
        if len(named) == 1:
            return [Party(named[0], fold(named[0]))]
        if head in words_of_reference.FIRMS and self._organisations:
            return [max(reversed(self._organisations), key=lambda one: self._book.counts[one.name])]
        return []


def _is_plural(party: Party) -> bool:
    return not party.is_named and party.name.endswith(("s", "men", "women", "people", "police", "children"))


def _is_oblique(parse: Parse, index: int) -> bool:
    return parse.phrases[index].kind == Kind.PREPOSITION and parse.phrases[index + 1].kind == Kind.NOUN


def _countries_of(titles: Collection[str]) -> set[str]:
    names = (title.title() for title in titles)
    return {fold(country) for name in names if (country := country_of(name) or DEMONYMS.get(name))}


def _move_to_end(known: list[Party], party: Party) -> None:
    if party in known:
        known.remove(party)
    known.append(party)
