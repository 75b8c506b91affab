"""PostgreSQL's own programs write and read the backup: pg_dump and pg_restore, found on PATH."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from timeline.errors import InputError, StoreError
from timeline.store.database import Database
from timeline.store.fulltext.postgresql import listed_words
from timeline.store.jobs_tables import jobs

TABLES = ("alembic_version", *jobs.metadata.tables, listed_words.name)
"""The store's own; a queue has others in the same database."""


def back_up(database: Database, file: Path) -> None:
    """Write the store's tables to `file`, in pg_dump's custom format."""
    with TemporaryDirectory(dir=file.parent) as folder, connection_option(database) as address:
        copy = Path(folder) / file.name
        tables = [f"--table={table}" for table in TABLES]
        _run("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={copy}", *tables, address)
        copy.replace(file)


def restore(database: Database, file: Path) -> None:
    """Put the tables in `file` in the place of the store's, in one transaction."""
    with connection_option(database) as address:
        listing = _run("pg_restore", "--list", str(file), error=InputError)
        if re.search(r" TABLE DATA \S+ articles ", listing) is None:
            raise InputError(f"{str(file)!r} is no backup of a store; name a file that `timeline store backup` wrote")
        options = ("--clean", "--if-exists", "--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges")
        _run("pg_restore", *options, address, str(file))


@contextmanager
def connection_option(database: Database) -> Iterator[str]:
    """Give the option that leads to the database. The password is in a file: who lists processes sees the rest."""
    url = database.url.set(drivername="postgresql")
    if url.password is None:
        yield f"--dbname={url.render_as_string()}"
        return
    with TemporaryDirectory() as folder:
        passwords = Path(folder) / "passwords"
        passwords.touch(mode=0o600)
        escaped = str(url.password).replace("\\", "\\\\").replace(":", "\\:")
        passwords.write_text(f"*:*:*:*:{escaped}\n")
        open_to_all = url._replace(password=None).update_query_dict({"passfile": str(passwords)})
        yield f"--dbname={open_to_all.render_as_string()}"


def _run(name: str, *arguments: str, error: type[StoreError | InputError] = StoreError) -> str:
    """Run a program of PostgreSQL's and return what it says.

    Raises:
        StoreError: It is missing, or fails.
        InputError: The same, where `error` says so.
    """
    program = shutil.which(name)
    if program is None:
        raise StoreError(f"no {name} on PATH; install PostgreSQL's client programs: apt-get install postgresql-client")
    command = [program, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)  # noqa: S603 - no shell
    if done.returncode:
        raise error(f"{name} failed: {' '.join(done.stderr.split())}")
    return done.stdout
