"""What a folder holds for a batch: all but hidden things, also what cannot be read."""

import os
import stat
from pathlib import Path

from timeline.errors import UnreadableInputError


def entries_in(folder: Path, left_out: Path) -> tuple[Path, ...]:
    """Return what is in a folder and its folders, in order, without hidden ones.

    Folders themselves are passed over, unless they are links, which are not followed, or cannot be read.

    Args:
        folder: Where to look.
        left_out: A folder to pass over.

    Raises:
        UnreadableInputError: The folder itself cannot be read.
    """
    found: list[Path] = []

    def note_unreadable(error: OSError) -> None:
        if Path(error.filename) == folder:
            raise UnreadableInputError(f"cannot read {str(folder)!r}: {error.strerror}; check its rights") from error
        found.append(Path(error.filename))

    for name, folders, files in os.walk(folder, onerror=note_unreadable):
        place = Path(name)
        folders[:] = [one for one in folders if _is_shown(one) and place / one != left_out]
        found += [place / one for one in (*files, *folders) if _is_shown(one) and not _is_folder(place / one)]
    return tuple(sorted(found))


def fault_of(entry: Path) -> str | None:
    """Return why something cannot be an article, without opening it, which may wait for ever; None of a file."""
    try:
        mode = entry.stat().st_mode
    except OSError as error:
        return f"cannot read {str(entry)!r}: {error.strerror}; check the path"
    if stat.S_ISDIR(mode):
        way_out = "is a link to a folder, which is not followed; name that folder itself"
        return (
            f"{str(entry)!r} {way_out if entry.is_symlink() else 'is a folder that cannot be read; check its rights'}"
        )
    return None if stat.S_ISREG(mode) else f"{str(entry)!r} is no file, but a pipe, a socket or a device; move it away"


def _is_shown(name: str) -> bool:
    return not name.startswith(".")


def _is_folder(entry: Path) -> bool:
    return entry.is_dir() and not entry.is_symlink()
