"""Standard output for results, standard error for everything else."""

import os
import sys
from pathlib import Path
from tempfile import NamedTemporaryFile

from rich.console import Console

from timeline.errors import InputError

errors = Console(stderr=True, highlight=False, soft_wrap=True)


def say(message: str) -> None:
    """Tell the user something that is not a result."""
    errors.print(message, markup=False)


def screen() -> Console:
    """Return the terminal that results are written to; 80 columns wide where there is none."""
    console = Console()
    return console if console.is_terminal else Console(width=80)


def put(output: str, target: Path | None) -> None:
    """Write a result to standard output, or to a file that is either whole or not there.

    Raises:
        InputError: The file cannot be written.
    """
    if target is None:
        sys.stdout.buffer.write(output.encode())
        sys.stdout.buffer.flush()
        return
    try:
        with NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", delete=False) as file:
            file.write(output.encode())
        Path(file.name).chmod(0o666 & ~_umask())
        Path(file.name).replace(target)
    except OSError as error:
        raise InputError(f"cannot write {str(target)!r}: {error.strerror}") from error


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
