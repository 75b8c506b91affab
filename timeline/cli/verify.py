"""`timeline verify`: prove every record of a timeline again."""

from typing import Annotated

import typer
from pydantic import ValidationError

from timeline.assembly import verify as find_faults
from timeline.cli.console import escaped, put, say
from timeline.cli.inputs import read_bytes
from timeline.domain.article import Article
from timeline.domain.timeline import Timeline
from timeline.errors import InputError
from timeline.reading.annotation import annotate
from timeline.reading.decoding import decode


def verify(
    timeline: Annotated[str, typer.Argument(metavar="TIMELINE.json", help="What extract wrote as json.")],
    article: Annotated[
        str | None,
        typer.Argument(metavar="ARTICLE.txt", help="The article; not needed where the timeline carries its text."),
    ] = None,
) -> None:
    """Prove every record of a timeline against its article; exit 1 and name those that fail."""
    given = _read_timeline(timeline)
    faults = find_faults(given, annotate(_article_of(given, article)))
    for fault in faults:
        put(f"{escaped(fault.event or 'timeline')}: {escaped(fault.message)}\n", None)
    failing = {fault.event for fault in faults if fault.event}
    if faults:
        say(f"timeline: not proved: {len(failing)} of {len(given.events)} records; faults found: {len(faults)}")
        raise typer.Exit(1)
    say(f"{len(given.events)} records proved")


def _read_timeline(name: str) -> Timeline:
    try:
        return Timeline.model_validate_json(read_bytes(name))
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        message = f"{name!r} is no Timeline JSON: {where or 'document'}: {first['msg']}; make one with --format json"
        raise InputError(message) from error


def _article_of(timeline: Timeline, name: str | None) -> Article:
    reference = timeline.article
    text = reference.text
    if text is None:
        if name is None:
            raise InputError("the timeline does not carry its article's text; name the article's file")
        text = decode(read_bytes(name))
    return Article(text=text, published=reference.published, title=reference.title, source=reference.source)
