"""Standard output for results, standard error for everything else."""

import os
import sys
import unicodedata
from pathlib import Path
from tempfile import NamedTemporaryFile

from rich.console import Console

from timeline.errors import InputError

errors = Console(stderr=True, highlight=False, soft_wrap=True)


def say(message: str) -> None:
    """Tell the user something that is not a result; it may have lines, and nothing in it can steer the terminal."""
    errors.print("\n".join(map(escaped, message.split("\n"))), markup=False)


def escaped(words: str) -> str:
    """Return a name or words of others on one line, with escapes for characters that are not seen."""
    return "".join(one if _is_seen(one) else one.encode("unicode_escape").decode() for one in words)


def _is_seen(character: str) -> bool:
    return character.isprintable() or unicodedata.category(character) == "Zs"


def screen() -> Console:
    """Return the terminal that results are written to; 80 columns wide where there is none."""
    console = Console()
    return console if console.is_terminal else Console(width=80)


def refuse_unwritable(target: Path | None) -> None:
    """Do nothing if a result may be written there, so that no work is done for a place that does not exist.

    Raises:
        InputError: The folder is not there, or the target is a folder.
    """
    if target is None:
        return
    if target.is_dir():
        raise InputError(f"cannot write {str(target)!r}: it is a folder; name a file in it")
    if not target.resolve().parent.is_dir():
        raise InputError(f"cannot write {str(target)!r}: there is no such folder; make it first")


def put(output: str, target: Path | None) -> None:
    """Write a result to standard output, or to a file that is either whole or as it was before.

    A device or a pipe is written to, and a link is followed.

    Raises:
        InputError: It cannot be written.
        BrokenPipeError: Nobody reads standard output any more.
    """
    data = output.encode()
    try:
        if target is None:
            _write_to_standard_output(data)
        elif target.exists() and not target.is_file():
            target.write_bytes(data)
        else:
            _replace(target.resolve(), data)
    except BrokenPipeError:
        raise
    except OSError as error:
        where = "standard output" if target is None else repr(str(target))
        raise InputError(f"cannot write {where}: {error.strerror}; check the folder and the space left") from error


def _write_to_standard_output(data: bytes) -> None:
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nothing is left to flush at exit
        raise


def _replace(target: Path, data: bytes) -> None:
    with NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", delete=False) as file:
        written = Path(file.name)
        try:
            file.write(data)
            file.flush()
            written.chmod(0o666 & ~_umask())
            written.replace(target)
        except OSError:
            written.unlink()
            raise


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
