"""Whom pronouns and definite descriptions mean, where that is safe to say."""

from collections.abc import Sequence

from timeline.engines.rules.clauses import Parse
from timeline.engines.rules.data import organisations
from timeline.engines.rules.geography import DEMONYMS, country_of
from timeline.engines.rules.names import NameBook, Party
from timeline.engines.rules.phrases import Kind, Phrase
from timeline.engines.rules.words import Tag, Word
from timeline.text.tokens import fold
from timeline.text.word_set import word_set

_HE = word_set("he she him her himself herself who")
_IT = word_set("it itself")
_THEY = word_set("they them each")
_PAIR_HEADS = word_set("""
        leaders men women presidents ministers countries sides nations parties governments neighbours
        neighbors allies companies teams
    """)
_STATES = word_set("countries nations governments neighbours neighbors allies")
_OFFICE_HEADS = word_set("""
        president minister leader premier chancellor king queen mayor governor chief secretary spokesman
        spokeswoman judge senator chairman director
    """)
_LEADERS = word_set("president premier chancellor king prime")
_FIRM_HEADS = word_set("""
        company firm group airline bank carmaker manufacturer retailer club agency ministry university court
        commission council authority
    """)
_BODIES = frozenset(organisations.BODIES.split())


class References:
    """What has been mentioned so far, and what a later phrase may mean by it. Sentences are read in order."""

    def __init__(self, book: NameBook) -> None:
        self._book = book
        self._subject_person: Party | None = None
        self._subject_body: Party | None = None
        self._persons: list[Party] = []
        self._states: list[Party] = []
        self._firm: Party | None = None

    def parties(self, parse: Parse, phrases: Sequence[Phrase]) -> list[Party]:
        """Return whom the noun phrases name or mean, each once."""
        found: dict[str, Party] = {}
        for phrase in phrases:
            for party in self._meant(parse, phrase):
                found.setdefault(party.key, party)
        return list(found.values())

    def note(self, parties: Sequence[Party], *, as_subject: bool) -> None:
        """Remember who was just mentioned."""
        for party in parties:
            if not party.is_named:
                continue
            known = self._persons if party.is_person else self._states if country_of(party.name) else None
            if known is not None:
                _move_to_end(known, party)
            elif not party.is_person:
                self._firm = self._firm or party
        if as_subject and len(parties) == 1 and parties[0].is_named:
            if parties[0].is_person:
                self._subject_person = parties[0]
            else:
                self._subject_body = parties[0]

    def _meant(self, parse: Parse, phrase: Phrase) -> list[Party]:
        words = parse.words_of(phrase)
        if len(words) == 1 and words[0].tag is Tag.PRONOUN:
            return self._by_pronoun(words[0].lower)
        definite = words[0].lower in {"the", "his", "her", "their", "its"} or any(
            word.tag is Tag.POSSESSIVE for word in words
        )
        if definite and words[-1].tag is Tag.NOUN:
            described = self._described(parse, phrase, words)
            if described:
                return described
        party = self._book.party(parse, phrase)
        return [party] if party else []

    def _by_pronoun(self, word: str) -> list[Party]:
        if word in _HE:
            return [self._subject_person] if self._subject_person else []
        if word in _IT:
            return [self._subject_body] if self._subject_body else []
        if word in _THEY and len(self._persons) == 2:
            return list(self._persons)
        return []

    def _described(self, parse: Parse, phrase: Phrase, words: Sequence[Word]) -> list[Party]:
        head = words[-1].lower
        if head in _PAIR_HEADS:
            return self._pair(parse, phrase, words, head)
        if head in _OFFICE_HEADS:
            return self._office_holder(words, head)
        if head in _FIRM_HEADS and len(words) == 2 and words[0].lower == "the":
            return self._body(head)
        return []

    def _pair(self, parse: Parse, phrase: Phrase, words: Sequence[Word], head: str) -> list[Party]:
        named = self._countries_behind(parse, phrase)
        if len(named) > 1:
            holders = [self._holder_of(party.key) for party in named]
            return [holder or party for holder, party in zip(holders, named, strict=True)]
        if not any(word.lower in {"two", "both"} for word in words):
            return []
        pool = (
            self._states
            if head in _STATES
            else self._persons
            if head not in {"sides", "parties", "companies", "teams"}
            else self._states
        )
        return list(pool[-2:]) if len(pool) == 2 else []

    def _countries_behind(self, parse: Parse, phrase: Phrase) -> list[Party]:
        """Return the countries of "the presidents of X and Y"."""
        index = next((i for i, one in enumerate(parse.phrases) if one.start == phrase.end), None)
        if index is None or parse.phrases[index].kind is not Kind.PREPOSITION or parse.lower(index) != "of":
            return []
        oblique = next(parse.obliques_from(index), None)
        found = [self._book.party(parse, noun) for noun in oblique.nouns] if oblique else []
        return [party for party in found if party and country_of(party.name)]

    def _holder_of(self, country: str) -> Party | None:
        """Return the person whom the article calls the leader of a country."""
        for name, titles in self._book.titles.items():
            if titles & _LEADERS and any(fold(country_of(title.title()) or "") == country for title in titles):
                return Party(name, fold(name), is_person=True)
        return None

    def _office_holder(self, words: Sequence[Word], head: str) -> list[Party]:
        country = next((fold(DEMONYMS[word.text]) for word in words if word.text in DEMONYMS), None)
        country = country or next(
            (fold(country_of(word.text) or "") for word in words[:-1] if country_of(word.text)), None
        )
        wanted = _LEADERS if head == "leader" else {head}
        found = []
        for name, titles in self._book.titles.items():
            if not titles & wanted:
                continue
            if country and not any(fold(country_of(title.title()) or "") == country for title in titles):
                continue
            found.append(Party(name, fold(name), is_person=True))
        return found if len(found) == 1 else []

    def _body(self, head: str) -> list[Party]:
        named = [name for name in self._book.counts if head in name.lower().split()]
        if len(named) == 1:
            return [Party(named[0], fold(named[0]))]
        return (
            [self._firm]
            if self._firm and head in {"company", "firm", "airline", "carmaker", "manufacturer", "retailer", "bank"}
            else []
        )


def _move_to_end(known: list[Party], party: Party) -> None:
    if party in known:
        known.remove(party)
    known.append(party)
