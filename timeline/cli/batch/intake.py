"""What a batch is given to read: a JSONL file or a folder, as articles to be handed in, and as a fingerprint."""

import codecs
import hashlib
import os
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from timeline.cli.batch.entries import entries_in, fault_of
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
    """The articles of a batch.

    Args:
        source: A JSONL file or a folder.
        left_out: A folder whose files are no articles: the output, if it lies inside.
        ending: Of the file that the result of an article is.
    """

    def __init__(self, source: Path, left_out: Path, *, ending: str) -> None:
        self.source = source.resolve()
        self._ending = ending
        self._files = _articles_of(self.source, left_out.resolve()) if source.is_dir() else ()
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
        """Yield the articles; what cannot be read, or have a result, is one too, and will fail with the reason.

        Names are unique, and so are the files that they become.

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
            if _is_jsonl(file):
                yield from _lines_of(file, f"{name}/")
                return
            self._refuse_clash(name)
        except InputError as error:
            yield NewItem(name, InputForm.UNREADABLE, str(error))
            return
        yield NewItem(name, InputForm.FILE, file.as_uri())

    def _name(self, file: Path) -> str:
        return result_name(file.relative_to(self.source))

    def _refuse_clash(self, name: str) -> None:
        """Do nothing where no folder of results is called as the result of this article."""
        result = f"{name}.{self._ending}"
        if result in self._folders or self._becomes_folder(result):
            raise InputError(
                f"its result would be called {result!r}, as the folder is in which other results are; rename it"
            )

    @cached_property
    def _by_name(self) -> dict[str, Path]:
        return {self._name(file): file for file in self._files}

    @cached_property
    def _folders(self) -> frozenset[str]:
        return frozenset(parent.as_posix() for name in self._by_name for parent in PurePosixPath(name).parents)

    def _becomes_folder(self, result: str) -> bool:
        """Say whether a file of this name is JSONL, whose lines become files in a folder of its name."""
        file = self._by_name.get(result)
        try:
            return file is not None and _is_jsonl(file)
        except InputError:
            return False


def _articles_of(folder: Path, left_out: Path) -> tuple[Path, ...]:
    if folder.is_relative_to(left_out):
        raise InputError(f"the folder {str(folder)!r} lies in --out {str(left_out)!r}; name another --out")
    return entries_in(folder, left_out)


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


def _is_jsonl(file: Path) -> bool:
    """Say whether a file has an article in each line.

    Raises:
        InputError: It cannot be read, or is no text.
    """
    if fault := fault_of(file):
        raise UnreadableInputError(fault)
    return detect_kind(decode(read_bytes(str(file))), file.name) is DocumentKind.JSONL


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
        return fault_of(file) or _scan(file).digest
    except UnreadableInputError as error:
        return str(error)
