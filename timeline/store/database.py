"""Connections to the database: one transaction at a time, and its errors in the store's words."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from sqlite3 import Connection as SqliteConnection

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from timeline.errors import StoreError
from timeline.store.address import file_of, shown

PATIENCE = 30
"""Seconds that a writer waits for another one, and a caller for a free connection."""
_PATIENCE_WITH_READERS = 1
"""Seconds that a deletion waits for readers of what it removes: nobody can write meanwhile."""
_WRITERS_LOCK = 7_461_302_519
"""Any number that is ours: on PostgreSQL, whoever writes holds the advisory lock of this number."""
_BEGIN = "timeline_begin"


class Database:
    """An SQLite file or a PostgreSQL database."""

    def __init__(self, url: URL) -> None:
        self.url = url
        self.is_sqlite = url.get_backend_name() == "sqlite"
        self._engine = _sqlite_engine(url) if self.is_sqlite else _postgresql_engine(url)

    @property
    def name(self) -> str:
        """Where it is, without the password."""
        return shown(self.url)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open a transaction that sees one state of the database.

        Raises:
            StoreError: The database cannot be had.
        """
        options = {} if self.is_sqlite else {"isolation_level": "REPEATABLE READ"}
        with self._translated(), self._connected(options) as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self, *, lock: int = _WRITERS_LOCK) -> Iterator[Connection]:
        """Open a transaction that alone writes: kept as a whole at the end, or not at all.

        On PostgreSQL it is alone among those with the same `lock`.

        Raises:
            StoreError: The database cannot be had, or others kept writing.
        """
        options = {_BEGIN: "BEGIN IMMEDIATE"}
        with self._translated(), self._connected(options) as connection, connection.begin():
            if not self.is_sqlite:
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({lock})")
            yield connection

    @contextmanager
    def outside(self) -> Iterator[Connection]:
        """Open a connection for statements that no transaction may hold.

        Raises:
            StoreError: The database cannot be had.
        """
        with self._translated(), self._connected({"isolation_level": "AUTOCOMMIT"}) as connection:
            yield connection

    def forget(self) -> None:
        """Take what was deleted out of SQLite's log too, unless a reader still needs it; the next time will then do."""
        if self.is_sqlite:
            with self.outside() as connection:
                connection.exec_driver_sql(f"PRAGMA busy_timeout = {_PATIENCE_WITH_READERS * 1000}")
                try:
                    connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
                finally:
                    connection.exec_driver_sql(f"PRAGMA busy_timeout = {PATIENCE * 1000}")

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()

    @contextmanager
    def _connected(self, options: Mapping[str, str]) -> Iterator[Connection]:
        with self._engine.connect() as connection:
            yield connection.execution_options(**options)

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise StoreError(f"the store {self.name} cannot be used: {_told(error)}") from error
        except SQLAlchemyError as error:
            raise StoreError(f"the store {self.name} cannot be used: {error}") from error


_REMEDIES = {
    "no such table": "it has not been set up; run `timeline store migrate`",
    'relation "': "it has not been set up; run `timeline store migrate`",
    'database "': "make the database, or correct TIMELINE_DATABASE_URL",
    "database is locked": "others kept writing; try again",
    "unable to open database file": "check that its folder can be written",
    "readonly database": "check that its file and folder can be written",
    "not a database": "it is another kind of file; correct TIMELINE_DATABASE_URL",
    "password authentication failed": "correct the password in TIMELINE_DATABASE_URL",
}


def _told(error: DBAPIError) -> str:
    """Return the database's own words, on one line, and what to do about it.

    PostgreSQL's further lines are left out: its details quote the row.
    """
    reason = next(iter(str(error.orig).splitlines()), type(error.orig).__name__)
    remedy = next((remedy for words, remedy in _REMEDIES.items() if words in reason), None)
    return f"{reason}; {remedy or 'check TIMELINE_DATABASE_URL and that the database runs'}"


def _sqlite_engine(url: URL) -> Engine:
    _make_folder(url)
    engine = create_engine(
        url,
        hide_parameters=True,  # they hold articles
        connect_args={"timeout": PATIENCE, "isolation_level": None},
        pool_size=8,
        max_overflow=8,
        pool_timeout=PATIENCE,
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _make_folder(url: URL) -> None:
    """Make the folder of the file where there is none, for its owner alone: it will hold whole articles."""
    folder = file_of(url).parent
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            f"cannot make the folder {str(folder)!r}: {error.strerror}; set TIMELINE_DATABASE_URL to another file"
        ) from error


def _prepare(connection: SqliteConnection, _record: object) -> None:
    for pragma in ("journal_mode=WAL", "foreign_keys=ON", "secure_delete=ON", "cache_size=-16384"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get(_BEGIN, "BEGIN"))


def _postgresql_engine(url: URL) -> Engine:
    return create_engine(
        url, hide_parameters=True, pool_size=8, max_overflow=8, pool_timeout=PATIENCE, pool_pre_ping=True
    )
