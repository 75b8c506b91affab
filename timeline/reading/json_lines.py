"""Articles as JSONL: one object a line."""

import json
from collections.abc import Iterator

from pydantic import BaseModel, ConfigDict, ValidationError

from timeline.errors import InputError

FIELDS = ("text", "html", "published", "title", "source", "url", "language")


class Record(BaseModel):
    """One line. Fields of other names are the user's own and are left alone."""

    model_config = ConfigDict(strict=True, frozen=True)

    text: str | None = None
    html: str | None = None
    published: str | None = None
    title: str | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None


def numbered_lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines that are not blank with their numbers; a line separator inside a string ends none."""
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield number, line


def parse_record(line: str) -> Record:
    """Return what a line says.

    Raises:
        InputError: The line is no JSON object with a text or a page.
    """
    try:
        record = Record.model_validate(json.loads(line))
    except RecursionError as error:
        raise InputError("is nested too deeply; give one flat JSON object a line") from error
    except json.JSONDecodeError as error:
        raise InputError(f"is no JSON: {error.msg} at character {error.pos}; give one JSON object a line") from error
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"])) or "record"
        raise InputError(
            f"{where} is {first['input']!r:.60}: {first['msg']}; fields are {', '.join(FIELDS)}"
        ) from error
    if (record.text is None) == (record.html is None):
        raise InputError("give either 'text' or 'html' in every line")
    return record


def is_json(text: str) -> bool:
    """Say whether a text is one JSON object or array."""
    if text.lstrip()[:1] not in ("{", "["):
        return False
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True
