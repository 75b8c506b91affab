"""Replies kept on disk, so that the same question to the same model is paid for once.

A reply is kept only if it is complete and holds the JSON asked for: failures are never cached. A cache that
cannot be used is told in the log and passed over, since it is no reason for a job to end.
"""

import logging
import sqlite3
from collections.abc import Callable
from pathlib import Path

from timeline.domain.timeline import Usage
from timeline.llm.account import Account
from timeline.llm.fingerprint import Fingerprint, explain_miss, fingerprint_of
from timeline.llm.messages import Finish, ModelReply, ModelRequest
from timeline.llm.model import Model, close

_LOG = logging.getLogger(__name__)
_FILE = "replies.sqlite3"
_BUSY_SECONDS = 5.0
_MISSES_KEPT = 20
_COMPARED = 500
_TABLES = """
CREATE TABLE IF NOT EXISTS replies (
    endpoint TEXT NOT NULL, key TEXT NOT NULL, fingerprint TEXT NOT NULL, reply TEXT NOT NULL, stored REAL NOT NULL,
    PRIMARY KEY (endpoint, key)
);
CREATE TABLE IF NOT EXISTS misses (endpoint TEXT NOT NULL, fingerprint TEXT NOT NULL, missed REAL NOT NULL);
CREATE TABLE IF NOT EXISTS forms (
    endpoint TEXT NOT NULL, model TEXT NOT NULL, form TEXT NOT NULL, noted REAL NOT NULL,
    PRIMARY KEY (endpoint, model)
);
"""
_FORM_KNOWN_FOR = 7 * 86_400.0
"""Seconds; a server that learns a better form is asked for it again after a week."""


class ReplyCache:
    """A SQLite file in `directory`. `wall_time` gives POSIX timestamps."""

    def __init__(self, directory: Path, *, wall_time: Callable[[], float]) -> None:
        self._wall_time = wall_time
        directory.mkdir(parents=True, exist_ok=True)
        self._connection = sqlite3.connect(
            directory / _FILE, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.executescript(_TABLES)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def find(self, endpoint: str, fingerprint: Fingerprint) -> ModelReply | None:
        """Return the reply that is stored for a request, or None and remember the miss."""
        row = self._connection.execute(
            "SELECT reply FROM replies WHERE endpoint = ? AND key = ?", (endpoint, fingerprint.key)
        ).fetchone()
        if row is not None:
            return ModelReply.model_validate_json(row[0])
        self._remember_miss(endpoint, fingerprint)
        return None

    def store(self, endpoint: str, fingerprint: Fingerprint, reply: ModelReply) -> None:
        """Keep a reply."""
        self._connection.execute(
            "INSERT OR REPLACE INTO replies VALUES (?, ?, ?, ?, ?)",
            (endpoint, fingerprint.key, fingerprint.model_dump_json(), reply.model_dump_json(), self._wall_time()),
        )

    def find_form(self, endpoint: str, model: str) -> str | None:
        """Return the form of structured output that a model at an endpoint took within the last week, or None."""
        row = self._connection.execute(
            "SELECT form FROM forms WHERE endpoint = ? AND model = ? AND noted > ?",
            (endpoint, model, self._wall_time() - _FORM_KNOWN_FOR),
        ).fetchone()
        return None if row is None else str(row[0])

    def store_form(self, endpoint: str, model: str, form: str) -> None:
        """Keep the form of structured output that a model at an endpoint takes."""
        self._connection.execute(
            "INSERT OR REPLACE INTO forms VALUES (?, ?, ?, ?)", (endpoint, model, form, self._wall_time())
        )

    def explain_misses(self) -> tuple[str, ...]:
        """Say of the last requests that were not found, newest first, how each differs from what was stored."""
        rows = self._connection.execute("SELECT endpoint, fingerprint, missed FROM misses ORDER BY missed DESC")
        return tuple(
            f"{endpoint}: {self._explain(endpoint, Fingerprint.model_validate_json(missed), at)}"
            for endpoint, missed, at in rows.fetchall()
        )

    def clear(self) -> int:
        """Forget everything; return how many replies there were."""
        count: int = self._connection.execute("SELECT count(*) FROM replies").fetchone()[0]
        self._connection.executescript("DELETE FROM replies; DELETE FROM misses; DELETE FROM forms; VACUUM;")
        return count

    def _explain(self, endpoint: str, missed: Fingerprint, at: float) -> str:
        rows = self._connection.execute(
            "SELECT fingerprint FROM replies WHERE endpoint = ? AND stored <= ? ORDER BY stored DESC LIMIT ?",
            (endpoint, at, _COMPARED),
        )
        return explain_miss(missed, (Fingerprint.model_validate_json(row[0]) for row in rows))

    def _remember_miss(self, endpoint: str, fingerprint: Fingerprint) -> None:
        self._connection.execute(
            "INSERT INTO misses VALUES (?, ?, ?)", (endpoint, fingerprint.model_dump_json(), self._wall_time())
        )
        self._connection.execute(
            "DELETE FROM misses WHERE rowid NOT IN (SELECT rowid FROM misses ORDER BY missed DESC LIMIT ?)",
            (_MISSES_KEPT,),
        )


class CachedModel:
    """Answers from the cache what it holds, and asks the model for the rest. A reply from the cache costs nothing."""

    def __init__(self, model: Model, cache: ReplyCache, *, endpoint: str) -> None:
        self._model = model
        self._cache = cache
        self._endpoint = endpoint

    @property
    def name(self) -> str:
        """The name of the model behind."""
        return self._model.name

    async def aclose(self) -> None:
        """Close the cache and the model behind."""
        self._cache.close()
        await close(self._model)

    async def ask(self, request: ModelRequest, account: Account) -> ModelReply:
        """Return the reply to the request.

        Raises:
            CallError: It is not in the cache, and the model gave none.
        """
        fingerprint = fingerprint_of(self.name, request)
        found = self._find(fingerprint)
        if found is not None:
            return found.model_copy(update={"usage": Usage()})
        reply = await self._model.ask(request, account)
        if _is_worth_keeping(request, reply):
            self._store(fingerprint, reply)
        return reply

    def _find(self, fingerprint: Fingerprint) -> ModelReply | None:
        try:
            return self._cache.find(self._endpoint, fingerprint)
        except (sqlite3.Error, ValueError) as error:
            _LOG.warning("model cache cannot be read error=%s", type(error).__name__)
            return None

    def _store(self, fingerprint: Fingerprint, reply: ModelReply) -> None:
        try:
            self._cache.store(self._endpoint, fingerprint, reply)
        except sqlite3.Error as error:
            _LOG.warning("model cache cannot be written error=%s", type(error).__name__)


def _is_worth_keeping(request: ModelRequest, reply: ModelReply) -> bool:
    if reply.finish is not Finish.COMPLETE:
        return False
    return request.reply is None or reply.list_under(request.reply.key) is not None
