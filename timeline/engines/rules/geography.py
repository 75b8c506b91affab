"""Which names are countries, which are places, and which words stand for a country."""

from typing import NamedTuple

from timeline.engines.rules.data import geography


class Country(NamedTuple):
    """A country with the words that stand for it."""

    name: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    seats: tuple[str, ...]


def _countries() -> tuple[Country, ...]:
    found = []
    for line in geography.COUNTRIES.strip().splitlines():
        name, demonyms, seats, others = (part.strip() for part in line.split("|"))
        found.append(Country(name, (name, *_split(others)), _split(demonyms), _split(seats)))
    return tuple(found)


def _split(listing: str) -> tuple[str, ...]:
    return tuple(part for part in listing.split(",") if part)


COUNTRIES = _countries()
COUNTRY_NAMES = {name: country.name for country in COUNTRIES for name in country.names}
SEATS = {seat: country.name for country in COUNTRIES for seat in country.seats}
DEMONYMS = {
    form: country.name for country in COUNTRIES for demonym in country.demonyms for form in (demonym, demonym + "s")
} | dict.fromkeys(geography.DEMONYMS_WITHOUT_COUNTRY.split(), "")
GOVERNMENTS = frozenset({"Kremlin", "White House"})
"""Seats that are no towns."""
PLACES = frozenset(geography.PLACES.split()) | COUNTRY_NAMES.keys() | (SEATS.keys() - GOVERNMENTS)
PLACE_HEADS = frozenset(geography.PLACE_HEADS.split())
PLACE_NAME_HEADS = frozenset(geography.PLACE_NAME_HEADS.split())


def country_of(name: str) -> str | None:
    """Return the country that a name stands for: its own, its capital's, or that of its people."""
    return COUNTRY_NAMES.get(name) or SEATS.get(name) or DEMONYMS.get(name)
