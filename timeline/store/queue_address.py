"""Where the workers' queue of a store is."""

from sqlalchemy.engine import URL

from timeline.store.address import address_of, file_of


def queue_address(url: URL) -> str:
    """Return the address of the queue: the same PostgreSQL database, or a file beside an SQLite one."""
    if url.get_backend_name() != "sqlite":
        return url.set(drivername="postgresql").render_as_string(hide_password=False)
    file = file_of(url)
    return address_of(file.with_name(f"{file.stem}-jobs{file.suffix}"))
