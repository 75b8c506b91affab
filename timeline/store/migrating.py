"""Bring the tables to what this version of the package knows, by the steps in `migrations`."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection

from timeline.errors import StoreError
from timeline.store.database import Database

_STEPS = Path(__file__).parent / "migrations"


def migrate(database: Database) -> None:
    """Take the steps that have not been taken, all in one transaction; whoever comes second finds them taken."""
    with database.writing() as connection, _explained(database):
        command.upgrade(_config(connection), "head")


def is_current(database: Database) -> bool:
    """Say whether every step has been taken, and none that is unknown here."""
    with database.reading() as connection:
        return MigrationContext.configure(connection).get_current_revision() == newest_revision()


def newest_revision() -> str | None:
    """Return the name of the last step."""
    return ScriptDirectory(str(_STEPS)).get_current_head()


def _config(connection: Connection) -> Config:
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(_STEPS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


@contextmanager
def _explained(database: Database) -> Iterator[None]:
    try:
        yield
    except CommandError as error:
        raise StoreError(
            f"the store {database.name} was set up by a newer version of this package ({error}); install that one"
        ) from error
