"""A PostgreSQL of the tests' own: one server in a temporary folder, with an empty database for each test."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

import psycopg

_USER = "postgres"
_SECONDS_TO_START = 60


class Server(NamedTuple):
    """Where a server listens. Whoever reaches it is let in."""

    port: int

    def url(self, database: str) -> str:
        """Return the address of a database on it."""
        return f"postgresql://{_USER}@127.0.0.1:{self.port}/{database}"


@contextmanager
def running_server() -> Iterator[Server]:
    """Start a server that forgets everything at the end.

    Raises:
        RuntimeError: PostgreSQL is not installed, or does not start; the message has its log.
    """
    folder = Path(tempfile.mkdtemp(prefix="timeline-postgres-"))
    try:
        _give_away(folder)
        data, log = folder / "data", folder / "log"
        _run("initdb", "-D", data, "-U", _USER, "-A", "trust", "-E", "UTF8", "--no-sync", "--locale=C.UTF-8")
        port = _free_port()
        settings = f"-c listen_addresses=127.0.0.1 -p {port} -k {folder} -c fsync=off -c full_page_writes=off"
        _run("pg_ctl", "-D", data, "-l", log, "-w", "-t", _SECONDS_TO_START, "-o", settings, "start")
        try:
            yield Server(port)
        finally:
            _run("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder)


@contextmanager
def new_database(server: Server) -> Iterator[str]:
    """Make an empty database, and drop it at the end; give its address."""
    name = f"test_{uuid4().hex}"
    with psycopg.connect(server.url("postgres"), autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"'.encode())
        yield server.url(name)
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)'.encode())


def program(name: str) -> Path:
    """Return a program of PostgreSQL's, the newest that is installed.

    Raises:
        RuntimeError: There is none.
    """
    found = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda path: float(path.parts[-3]))
    on_path = shutil.which(name)
    if not found and on_path is None:
        raise RuntimeError(f"no {name!r} on this machine; install PostgreSQL: apt-get install postgresql")
    return found[-1] if found else Path(str(on_path))


def _run(name: str, *arguments: object) -> None:
    command = [str(program(name)), *map(str, arguments)]
    as_user = ["runuser", "-u", _USER, "--"] if os.geteuid() == 0 else []  # the server refuses to run as root
    # its output goes to a file: the server outlives this command, and would hold a pipe open
    with tempfile.TemporaryFile() as output:
        done = subprocess.run([*as_user, *command], stdout=output, stderr=output, cwd="/", check=False)
        output.seek(0)
        if done.returncode:
            raise RuntimeError(f"{name} failed: {output.read().decode(errors='replace')}")


def _give_away(folder: Path) -> None:
    if os.geteuid() == 0:
        shutil.chown(folder, _USER)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
