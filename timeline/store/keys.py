"""API keys: a long random secret, shown once and kept as its hash."""

import hashlib
import hmac
import re
import secrets
from datetime import datetime
from typing import Any

from pydantic import Field
from sqlalchemy import Row, insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from timeline.domain.value import Value
from timeline.errors import InputError
from timeline.store.store import Store
from timeline.store.tables import api_keys

_PREFIX = "tlk"
_ID_BYTES = 6
_SECRET_BYTES = 32
_FORM = re.compile(rf"{_PREFIX}_(?P<id>[0-9a-f]{{12}})_[A-Za-z0-9_-]{{43}}")


class ApiKey(Value):
    """A key as it may be shown."""

    id: str
    name: str
    created: datetime
    revoked: datetime | None


class NewKey(Value):
    """A key that was just made. `secret` is what a client sends, and can never be had again."""

    key: ApiKey
    secret: str = Field(repr=False)


class KeyRing:
    """The API keys of a store.

    The secret has 256 random bits, so its SHA-256 is safe to keep: there is nothing to guess that a slow hash would
    have to protect. Every method raises StoreError where the database cannot be had.
    """

    def __init__(self, store: Store) -> None:
        self._database = store.database

    def create(self, name: str, *, at: datetime) -> NewKey:
        """Make a key.

        Raises:
            InputError: The name is blank, too long, or that of a key in use.
        """
        if not name.strip() or len(name) > 200 or not name.isprintable():
            raise InputError(f"no name for a key: {name!r}; give 1 to 200 printable characters")
        key = ApiKey(id=secrets.token_hex(_ID_BYTES), name=name.strip(), created=at, revoked=None)
        secret = f"{_PREFIX}_{key.id}_{secrets.token_urlsafe(_SECRET_BYTES)}"
        row = {**key.model_dump(), "hash": _hash(secret)}
        try:
            with self._database.writing() as connection:
                taken = select(api_keys.c.id).where(api_keys.c.name == key.name, api_keys.c.revoked.is_(None))
                if connection.scalar(taken):
                    raise InputError(f"a key named {key.name!r} is in use; revoke it, or choose another name")
                connection.execute(insert(api_keys).values(row))
        except IntegrityError as error:
            raise InputError(f"a key named {key.name!r} is in use") from error
        return NewKey(key=key, secret=secret)

    def list(self) -> tuple[ApiKey, ...]:
        """Return every key, revoked ones too, the oldest first."""
        with self._database.reading() as connection:
            rows = connection.execute(select(api_keys).order_by(api_keys.c.created, api_keys.c.id)).all()
        return tuple(_as_key(row) for row in rows)

    def revoke(self, id_or_name: str, *, at: datetime) -> ApiKey | None:
        """Revoke a key in use, and return it; None if there is none with this id or name."""
        used = update(api_keys).where(
            or_(api_keys.c.id == id_or_name, api_keys.c.name == id_or_name), api_keys.c.revoked.is_(None)
        )
        with self._database.writing() as connection:
            row = connection.execute(used.values(revoked=at).returning(*api_keys.c)).first()
        return _as_key(row) if row else None

    def check(self, secret: str) -> ApiKey | None:
        """Return the key in use that has this secret, or None."""
        form = _FORM.fullmatch(secret)
        if form is None:
            return None
        used = select(api_keys).where(api_keys.c.id == form["id"], api_keys.c.revoked.is_(None))
        with self._database.reading() as connection:
            row = connection.execute(used).one_or_none()
        return _as_key(row) if row and hmac.compare_digest(row.hash, _hash(secret)) else None


def _as_key(row: Row[*tuple[Any, ...]]) -> ApiKey:
    return ApiKey(id=row.id, name=row.name, created=row.created, revoked=row.revoked)


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
