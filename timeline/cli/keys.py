"""`timeline keys`: who may use the service."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from timeline.cli.clock import now
from timeline.cli.console import put, say, screen
from timeline.errors import InputError
from timeline.settings import read_settings
from timeline.wiring import open_key_ring, open_store

if TYPE_CHECKING:
    from timeline.store import KeyRing

keys = typer.Typer(no_args_is_help=True, help="The API keys of the service, which are kept in its store.")


@keys.command()
def create(name: Annotated[str, typer.Argument(help="Whose key it is.")]) -> None:
    """Make a key and print it, this once: only its hash is kept."""
    with _ring() as ring:
        made = ring.create(name, at=now())
    say(
        f"key {made.key.id} for {made.key.name}; clients send it as `Authorization: Bearer KEY`; it is not shown again:"
    )
    put(made.secret + "\n", None)


@keys.command(name="list")
def list_() -> None:
    """Show every key, but for the secrets, which nobody has."""
    with _ring() as ring:
        kept = ring.list()
    table = Table("id", "name", "created", "revoked", box=None, pad_edge=False, header_style="bold")
    for key in kept:
        table.add_row(key.id, key.name, _shown(key.created), _shown(key.revoked))
    screen().print(table)


@keys.command()
def revoke(key: Annotated[str, typer.Argument(metavar="ID|NAME", help="As `timeline keys list` shows it.")]) -> None:
    """Refuse a key from now on."""
    with _ring() as ring:
        revoked = ring.revoke(key, at=now())
    if revoked is None:
        raise InputError(f"no key in use has the id or name {key!r}; `timeline keys list` shows them")
    say(f"key {revoked.id} of {revoked.name} is revoked")


@contextmanager
def _ring() -> "Iterator[KeyRing]":
    with closing(open_store(read_settings())) as store:
        store.migrate()
        yield open_key_ring(store)


def _shown(moment: datetime | None) -> str:
    return "–" if moment is None else f"{moment:%Y-%m-%d %H:%M} UTC"
