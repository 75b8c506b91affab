"""What a batch is given to read: a JSONL file or a folder, as articles to be handed in, and as a fingerprint."""

import codecs
import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from timeline.cli.batch.names import result_name
from timeline.cli.inputs import read_bytes
from timeline.errors import InputError, UnreadableInputError
from timeline.reading.decoding import decode
from timeline.reading.json_lines import numbered_lines
from timeline.reading.kinds import DocumentKind, detect_kind
from timeline.store.job_values import InputForm, NewItem

_PART = 1 << 20


class Scan(NamedTuple):
    """What one pass over a file tells."""

    digest: str
    is_utf_8: bool


class Archive:
    """The articles of a batch. `left_out` is a folder whose files are none of them: the output, if it lies inside."""

    def __init__(self, source: Path, left_out: Path) -> None:
        self.source = source.resolve()
        self._files = _files_in(self.source, left_out.resolve()) if source.is_dir() else ()
        if not source.is_dir() and not source.is_file():
            raise UnreadableInputError(f"cannot read {str(source)!r}: no such file or folder; check the path")
        if source.is_dir() and not self._files:
            raise InputError(f"the folder {str(source)!r} has no file; name one with articles, or a JSONL file")

    def fingerprint(self) -> str:
        """Return a digest that changes with any article, its name or its place.

        Raises:
            UnreadableInputError: The file cannot be read.
        """
        if not self._files:
            return _scan(self.source).digest
        whole = hashlib.sha256(os.fsencode(self.source))
        for file in self._files:
            whole.update(b"\n" + os.fsencode(file.relative_to(self.source)) + f"\t{_digest_or_error(file)}".encode())
        return whole.hexdigest()

    def articles(self) -> Iterator[NewItem]:
        """Yield the articles; a line or a file that cannot be read is one too, and will fail with the reason.

        Names are unique, and so are the files that they become by an ending of one's choice.

        Raises:
            UnreadableInputError: The JSONL file as a whole is no text.
        """
        if not self._files:
            yield from _lines_of(self.source, "")
        for file in self._files:
            yield from self._articles_in(file)

    def _articles_in(self, file: Path) -> Iterator[NewItem]:
        name = self._name(file)
        try:
            is_jsonl = detect_kind(_beginning(file), file.name) is DocumentKind.JSONL
            if is_jsonl:
                yield from _lines_of(file, f"{name}/")
        except InputError as error:
            yield NewItem(name, InputForm.UNREADABLE, str(error))
            return
        if not is_jsonl:
            yield NewItem(name, InputForm.FILE, file.as_uri())

    def _name(self, file: Path) -> str:
        return result_name(file.relative_to(self.source))


def clashing(names: Iterable[str], ending: str) -> str | None:
    """Return a name whose result would have to be a file and a folder at once, or None."""
    results = {f"{name}.{ending}" for name in names}
    folders = {parent.as_posix() for result in results for parent in Path(result).parents}
    return next(iter(sorted(results & folders)), None)


def _files_in(folder: Path, left_out: Path) -> tuple[Path, ...]:
    """Return the files in a folder and its folders, in order, without hidden ones."""
    found = (file for file in sorted(folder.rglob("*")) if file.is_file() and not file.is_relative_to(left_out))
    return tuple(file for file in found if not any(part.startswith(".") for part in file.relative_to(folder).parts))


def _lines_of(file: Path, prefix: str) -> Iterator[NewItem]:
    """Yield the lines of JSONL; a file in UTF-8 is never in memory as a whole."""
    if _scan(file).is_utf_8:
        yield from _streamed_lines(file, prefix)
        return
    for number, line in numbered_lines(decode(read_bytes(str(file)))):
        yield NewItem(f"{prefix}{number:06}", InputForm.RECORD, line)


def _streamed_lines(file: Path, prefix: str) -> Iterator[NewItem]:
    with file.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            if line.removeprefix(codecs.BOM_UTF8).strip():
                yield _line(f"{prefix}{number:06}", line)


def _line(name: str, line: bytes) -> NewItem:
    try:
        return NewItem(name, InputForm.RECORD, decode(line.removesuffix(b"\n")))
    except InputError as error:
        return NewItem(name, InputForm.UNREADABLE, str(error))


def _beginning(file: Path) -> str:
    """Return the text of a file whose ending does not say what it is; of others nothing is needed."""
    return decode(read_bytes(str(file)))


def _scan(file: Path) -> Scan:
    digest = hashlib.sha256()
    decoder = codecs.getincrementaldecoder("utf-8")()
    is_utf_8 = True
    try:
        with file.open("rb") as opened:
            while part := opened.read(_PART):
                digest.update(part)
                is_utf_8 = is_utf_8 and _decodes(decoder, part)
    except OSError as error:
        raise UnreadableInputError(f"cannot read {str(file)!r}: {error.strerror}; check the path") from error
    return Scan(digest.hexdigest(), is_utf_8 and _decodes(decoder, b"", is_last=True))


def _decodes(decoder: codecs.IncrementalDecoder, part: bytes, *, is_last: bool = False) -> bool:
    try:
        decoder.decode(part, is_last)
    except UnicodeDecodeError:
        return False
    return True


def _digest_or_error(file: Path) -> str:
    try:
        return _scan(file).digest
    except UnreadableInputError as error:
        return str(error)
