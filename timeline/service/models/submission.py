"""An article as a client sends it."""

from typing import Any, Self

from pydantic import ConfigDict, Field, model_validator

from timeline.service.models.wire import Day, Wire, Words
from timeline.wiring import EngineName

_LONGEST_LABEL = 1_000
_DOCUMENTS = ("text", "html", "url")


def _one_document(schema: dict[str, Any]) -> None:
    """Say that exactly one is given, where generators of clients do not take the choices for models of their own."""
    choices = [{"required": [name], "properties": {name: {"type": "string"}}} for name in _DOCUMENTS]
    schema["allOf"] = [{"oneOf": choices}]


class Submission(Wire):
    """One article, as text, as a page of HTML or as the URL of one, and what is known about it."""

    model_config = ConfigDict(json_schema_extra=_one_document)

    text: Words | None = Field(
        default=None,
        description="The article as plain text. All spans of the timeline count its code points.",
        examples=["Ana Silva met Per Holm in Oslo on Friday."],
    )
    html: Words | None = Field(
        default=None,
        description="The article as a page of HTML. The timeline then has the extracted text in `article.text`.",
        examples=["<html><body><article><h1>Talks in Oslo</h1><p>Ana Silva met Per Holm.</p></article></body></html>"],
    )
    url: Words | None = Field(
        default=None,
        max_length=2_000,
        description="The address of the article. Fetched only where the server is set up for it (`TIMELINE_FETCH`).",
        examples=["https://news.example/talks-in-oslo"],
    )
    published: Day | None = Field(
        default=None,
        description="When it was published; relative dates are resolved against this day. "
        "Needed where the document itself does not say.",
        examples=["2024-05-20"],
    )
    title: Words | None = Field(
        default=None, max_length=_LONGEST_LABEL, description="The headline.", examples=["Talks in Oslo"]
    )
    source: Words | None = Field(
        default=None, max_length=_LONGEST_LABEL, description="Who published it.", examples=["The Fjord Times"]
    )

    @model_validator(mode="after")
    def _exactly_one(self) -> Self:
        given = [name for name in _DOCUMENTS if getattr(self, name) is not None]
        if len(given) != 1:
            said = "none is" if not given else f"{' and '.join(given)} are"
            raise ValueError(f"give exactly one of text, html and url; {said} given")
        return self


class ExtractRequest(Submission):
    """An article to extract, and by which engine."""

    engine: EngineName = Field(
        default=EngineName.AUTO,
        description="`llm`, `rules`, or `auto`: `llm` where the server has a model, else `rules`.",
    )
