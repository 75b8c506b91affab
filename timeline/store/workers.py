"""Which workers are alive: each tells so from time to time, and who is silent for too long counts as dead."""

from datetime import datetime

from sqlalchemy import delete, insert, select, update

from timeline.store.database import Database
from timeline.store.jobs_tables import workers


class WorkerRecords:
    """The workers of a store. Wall time comes in, in UTC; the clocks of several machines have to agree by seconds."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def beat(self, worker: str, *, at: datetime) -> None:
        """Note that a worker is alive."""
        with self._database.writing() as connection:
            known = connection.execute(update(workers).where(workers.c.id == worker).values(seen=at))
            if not known.rowcount:
                connection.execute(insert(workers).values(id=worker, seen=at))

    def alive(self, *, since: datetime) -> frozenset[str]:
        """Return the workers that were alive at `since` or later."""
        with self._database.reading() as connection:
            return frozenset(connection.execute(select(workers.c.id).where(workers.c.seen >= since)).scalars())

    def forget(self, worker: str) -> None:
        """Forget a worker that ended."""
        with self._database.writing() as connection:
            connection.execute(delete(workers).where(workers.c.id == worker))

    def forget_silent(self, *, since: datetime) -> None:
        """Forget the workers that were not alive since."""
        with self._database.writing() as connection:
            connection.execute(delete(workers).where(workers.c.seen < since))
