"""API keys are made, found again by their secret alone, and revoked."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.store.samples import NOON
from timeline.errors import InputError
from timeline.store import KeyRing, Store
from timeline.store.tables import api_keys


@pytest.fixture
def ring(store: Store) -> KeyRing:
    """Return an empty ring."""
    return KeyRing(store)


def test_a_secret_leads_to_its_key(ring: KeyRing) -> None:
    """To its own, of several."""
    desk, archive = ring.create("desk", at=NOON), ring.create("archive", at=NOON)
    assert (desk.key, archive.key) == (ring.check(desk.secret), ring.check(archive.secret))
    assert {desk.key, archive.key} == set(ring.list())


def test_only_the_whole_secret_will_do(ring: KeyRing) -> None:
    """Not its parts, not another's, not whatever text."""
    made, other = ring.create("desk", at=NOON), ring.create("archive", at=NOON)
    mixed = f"tlk_{made.key.id}_{other.secret.rpartition('_')[2]}"
    wrong = [made.secret[:-1], made.secret + "x", "x" + made.secret, made.key.id, mixed, "", "tlk__", "é\x00\ud800"]
    assert [None] * len(wrong) == [ring.check(secret) for secret in wrong]


@pytest.mark.parametrize("by", ["id", "name"])
def test_a_revoked_key_is_refused(ring: KeyRing, by: str) -> None:
    """From then on; it stays in the list, and its name is free again."""
    made = ring.create("desk", at=NOON)
    later = NOON + timedelta(hours=1)
    revoked = ring.revoke(made.key.id if by == "id" else "desk", at=later)
    assert revoked == made.key.model_copy(update={"revoked": later})
    assert ring.check(made.secret) is None
    assert ring.revoke("desk", at=later) is None
    assert (revoked, ring.create("desk", at=later).key) == ring.list()


def test_a_name_in_use_is_refused(ring: KeyRing) -> None:
    """Two keys of one name could not be told apart."""
    ring.create("desk", at=NOON)
    with pytest.raises(InputError, match="'desk'"):
        ring.create(" desk ", at=NOON)


@pytest.mark.parametrize("name", ["", "  ", "a\nb", "x" * 201, "a\x00b"], ids=ascii)
def test_a_name_can_be_shown(ring: KeyRing, name: str) -> None:
    """Anything else is refused."""
    with pytest.raises(InputError, match="no name for a key"):
        ring.create(name, at=NOON)


def test_the_secret_is_not_kept(ring: KeyRing, store: Store) -> None:
    """Only its hash is, and no repr shows it."""
    made = ring.create("desk", at=NOON)
    with store.database.reading() as connection:
        kept = str(connection.execute(select(api_keys)).all())
    assert made.secret.split("_", 2)[2] not in kept + repr(made)
