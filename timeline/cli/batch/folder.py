"""The folder that a batch writes to: a file for each article, and in `.batch` what the batch has to remember."""

import errno
import fcntl
import json
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from timeline.domain.article import Article
from timeline.domain.timeline import Timeline
from timeline.errors import InputError, StoreError
from timeline.jobs.shelf import Kept
from timeline.render import Format, Rendered, render
from timeline.store.address import address_of
from timeline.store.job_values import StoredItem, Ticket

_ENDINGS = {Format.TABLE: "txt"}
_NAME_AT_FAULT = frozenset({errno.ENAMETOOLONG, errno.EILSEQ, errno.EISDIR, errno.ENOTDIR, errno.EEXIST})
"""These are about the one result. Any other error would be the same with the next one."""


class OutputFolder:
    """The folder `path`, with results in `format_`."""

    def __init__(self, path: Path, format_: Format) -> None:
        self.path = path
        self.ending = _ENDINGS.get(format_, str(format_))
        self._format = format_
        self._memory = path / ".batch"
        self._unfinished = self._memory / "unfinished"

    @property
    def failures(self) -> Path:
        """The file that lists what failed."""
        return self._memory / "failures.jsonl"

    @property
    def database_url(self) -> str:
        """Where the state of the batch is."""
        return address_of(self._memory / "batch.db")

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the folder for this process; another batch that wants it is told so.

        Raises:
            InputError: The folder cannot be made, or another batch is at work in it.
        """
        try:
            self._memory.mkdir(parents=True, exist_ok=True)
            with (self._memory / "lock").open("w") as lock:
                self._lock(lock.fileno())
                shutil.rmtree(self._unfinished, ignore_errors=True)
                self._unfinished.mkdir()
                yield
        except OSError as error:
            raise InputError(f"cannot write to {str(self.path)!r}: {error.strerror}; name another --out") from error

    def _lock(self, file: int) -> None:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise InputError(f"another batch is at work in {str(self.path)!r}; wait for it or stop it") from error

    def has(self, name: str) -> bool:
        """Say whether the result of an article is there."""
        return self._result(name).is_file()

    def keep(self, ticket: Ticket, name: str | None, article: Article, timeline: Timeline) -> Kept:
        """Write the result of an article: it is whole, or not there.

        Raises:
            InputError: The article's name cannot be that of a result.
            StoreError: It cannot be written.
        """
        target = self._result(name or str(ticket.number))
        output = render([Rendered(timeline, article.text)], self._format)
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            self._put(output.encode(), target)
        except OSError as error:
            if error.errno in _NAME_AT_FAULT:
                # The path comes last: it may be so long that what follows it is not told.
                raise InputError(f"{error.strerror}: rename the input; cannot write {str(target)!r}") from error
            raise StoreError(f"cannot write {str(target)!r}: {error.strerror}; check the space left") from error
        return Kept(timeline.article.id, None)

    def list_failures(self, items: Iterable[StoredItem]) -> int:
        """Write down what failed; return how many there are. Without any, there is no such file."""
        lines = [
            json.dumps({"name": one.name, "kind": one.error_kind, "error": one.error}, ensure_ascii=False) + "\n"
            for one in items
        ]
        if lines:
            self._put("".join(lines).encode(), self.failures)
        else:
            self.failures.unlink(missing_ok=True)
        return len(lines)

    def _put(self, output: bytes, target: Path) -> None:
        written = self._unfinished / uuid4().hex
        with written.open("wb") as file:
            file.write(output)
            file.flush()
            os.fsync(file.fileno())
        written.replace(target)

    def _result(self, name: str) -> Path:
        return self.path / f"{name}.{self.ending}"
