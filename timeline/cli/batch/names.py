"""What the result of a file is called: as the file is, unless no result could be called so."""

import hashlib
import os
import re
from pathlib import PurePath
from typing import Final

_MOST_BYTES: Final = 240
"""Of a name, without the ending of the result: file systems take 255."""
_KEPT_BYTES: Final = 200
_MADE_HERE: Final = re.compile(r".*~[0-9a-f]{16}", re.DOTALL)


def result_name(file: PurePath) -> str:
    """Return the name for a file, the same each time, and another one for each other file.

    What is too long or no UTF-8 is shortened or replaced, and told apart by a digest of the whole.

    Args:
        file: Its path in the folder that is read.
    """
    return "/".join(_usable(part) for part in file.parts)


def _usable(part: str) -> str:
    written = os.fsencode(part)
    shown = written.decode(errors="replace")
    # What looks like a name that was made here is made anew too: no file can take the name of another one's result.
    if len(written) <= _MOST_BYTES and os.fsencode(shown) == written and not _MADE_HERE.fullmatch(part):
        return part
    beginning = shown.encode()[:_KEPT_BYTES].decode(errors="ignore")
    return f"{beginning}~{hashlib.sha256(written).hexdigest()[:16]}"
