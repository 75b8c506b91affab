"""Where a store is: the URL as a person writes it, and as the drivers want it."""

from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from timeline.errors import StoreError

_DRIVERS = {
    "sqlite": "sqlite+pysqlite",
    "sqlite+pysqlite": "sqlite+pysqlite",
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}


def read_address(url: str) -> URL:
    """Return the address with its driver named.

    Raises:
        StoreError: It names no SQLite file and no PostgreSQL database.
    """
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError) as error:
        raise StoreError(f"no address of a store: it must be {_FORMS}") from error
    driver = _DRIVERS.get(parsed.drivername)
    if driver is None:
        raise StoreError(f"no store of the kind {parsed.drivername!r}: the address must be {_FORMS}")
    if driver.startswith("sqlite") and parsed.database in {None, "", ":memory:"}:
        raise StoreError(f"{shown(parsed)!r} names no file: the address must be {_FORMS}")
    if driver.startswith("sqlite") and "?" in url:
        raise StoreError(f"{shown(parsed)!r} has a query, which no file has; write a '?' in a file's name as '%3F'")
    return parsed.set(drivername=driver)


_FORMS = "sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME"


def shown(url: URL) -> str:
    """Return the address without its password and its driver."""
    return url.set(drivername=url.get_backend_name()).render_as_string(hide_password=True)


def file_of(url: URL) -> Path:
    """Return the file of an SQLite store."""
    return Path(url.database or "")


def address_of(file: Path) -> str:
    """Return the address of an SQLite file, in which characters that mean something in a URL are escaped.

    Raises:
        StoreError: The file's name is not UTF-8, which no address can hold.
    """
    try:
        return URL.create("sqlite", database=str(file)).render_as_string()
    except UnicodeEncodeError as error:
        raise StoreError(
            f"no address of a store can hold {str(file)!r}, which is not UTF-8; use another name"
        ) from error
