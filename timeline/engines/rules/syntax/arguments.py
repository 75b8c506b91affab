"""What follows a verb group: its objects, and the prepositional phrases behind them."""

from collections.abc import Iterator
from typing import NamedTuple

from timeline.engines.rules.syntax.phrases import Kind, Phrase
from timeline.engines.rules.syntax.skeleton import Skeleton

_SKIPPED = frozenset({Kind.ADVERB, Kind.TIME, Kind.QUOTE})


class Oblique(NamedTuple):
    """A preposition with its noun phrases."""

    preposition: str
    nouns: tuple[Phrase, ...]


class Arguments(Skeleton):
    """Objects and obliques of the verb groups of one sentence."""

    def _objects(self, index: int) -> tuple[tuple[Phrase, ...], int]:
        """Return the noun phrases right after the verb group at `index`, and where what follows begins."""
        position = self.skip(index + 1)
        found: list[Phrase] = []
        while position < len(self.phrases) and self.phrases[position].kind == Kind.NOUN:
            if found and self.phrases[position - 1].kind == Kind.NOUN and len(found) > 1:
                break
            found.append(self.phrases[position])
            position = self._list_continues(position)
        return tuple(found), position

    def _list_continues(self, position: int) -> int:
        """Return the index of the next member of the list, or of what follows it."""
        following = position + 1
        if following + 1 >= len(self.phrases):
            return following
        kind, next_kind = self.phrases[following].kind, self.phrases[following + 1].kind
        joins = kind == Kind.COORDINATOR and self.lower(following) in {"and", "or"} and next_kind == Kind.NOUN
        lists = kind == Kind.COMMA and next_kind == Kind.NOUN and self._list_ahead(following + 2)
        if (joins and not self._verb_soon(following + 2)) or lists:
            return following + 1
        return following

    def _verb_soon(self, index: int) -> bool:
        """Say whether a finite verb follows, so that what stands before it is its subject."""
        while index < len(self.phrases) and self.phrases[index].kind in {
            Kind.PREPOSITION,
            Kind.NOUN,
            Kind.ADVERB,
            Kind.TIME,
        }:
            index += 1
        if index >= len(self.phrases):
            return False
        verb = self.phrases[index].verb
        return verb is not None and verb.is_finite

    def _list_ahead(self, index: int) -> bool:
        while index + 1 < len(self.phrases):
            if self.phrases[index].kind == Kind.COORDINATOR:
                return self.phrases[index + 1].kind == Kind.NOUN and not self._verb_soon(index + 2)
            if self.phrases[index].kind != Kind.COMMA or self.phrases[index + 1].kind != Kind.NOUN:
                return False
            index += 2
        return False

    def obliques_from(self, position: int) -> Iterator[Oblique]:
        """Yield the prepositional phrases that follow each other from `position` on."""
        while position + 1 < len(self.phrases):
            phrase = self.phrases[position]
            if phrase.kind in _SKIPPED:
                position += 1
                continue
            if phrase.kind != Kind.PREPOSITION or self.phrases[position + 1].kind != Kind.NOUN:
                if phrase.kind == Kind.PREPOSITION and self.phrases[position + 1].kind == Kind.TIME:
                    position += 2
                    continue
                return
            preposition = self.lower(position)
            nouns: list[Phrase] = []
            position += 1
            while position < len(self.phrases) and self.phrases[position].kind == Kind.NOUN:
                nouns.append(self.phrases[position])
                position = self._list_continues(position)
                if position < len(self.phrases) and self.phrases[position - 1].kind == Kind.NOUN:
                    break
            yield Oblique(preposition, tuple(nouns))
