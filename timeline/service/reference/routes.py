"""`/docs` and `/problems/{name}`: pages without a script, and with nothing from elsewhere."""

from importlib import resources
from typing import Annotated

from fastapi import APIRouter, Path, Request
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.responses import HTMLResponse, Response

from timeline.service.answers import answer
from timeline.service.problems import KINDS, ProblemError, kinds
from timeline.service.reference.operations import chapters, schemas
from timeline.service.services import Services

_PACKAGE = "timeline.service.reference"


def router(_services: Services) -> APIRouter:
    """Return the routes of the documentation, which the OpenAPI document leaves out."""
    routes = APIRouter(include_in_schema=False)

    @routes.get("/docs")
    def reference(request: Request) -> Response:
        """Show the API."""
        document = request.app.openapi()
        page = _PAGES.get_template("reference.html").render(
            document=document, chapters=chapters(document), schemas=schemas(document), kinds=KINDS
        )
        return answer(request, page, media_type="text/html")

    @routes.get("/docs/reference.css")
    def style(request: Request) -> Response:
        """Give the pages their style."""
        text = (resources.files(_PACKAGE) / "static" / "reference.css").read_text(encoding="utf-8")
        return answer(request, text, media_type="text/css")

    @routes.get("/problems/{name}")
    def problem(name: Annotated[str, Path()]) -> HTMLResponse:
        """Explain a kind of problem."""
        kind = next((kind for kind in KINDS if kind.name == name), None)
        if kind is None:
            raise ProblemError(kinds.NOT_FOUND, f"no kind of problem has the name {name!r}; /docs lists them")
        return HTMLResponse(_PAGES.get_template("problem.html").render(kind=kind))

    return routes


def _marked(text: str) -> Markup:
    """Set what stands in backticks as code and what stands in two stars bold."""
    parts = str(escape(text)).split("`")
    coded = "".join(f"<code>{part}</code>" if number % 2 else part for number, part in enumerate(parts))
    strong = coded.split("**")
    return Markup("".join(f"<strong>{part}</strong>" if number % 2 else part for number, part in enumerate(strong)))  # noqa: S704 - escaped above


def _blocks(text: str) -> list[list[str]]:
    """Cut a description into blocks: a paragraph is one line, a list is several that begin with a star."""
    blocks = [block.split("\n") for block in text.strip().split("\n\n")]
    return [lines if lines[0].startswith("* ") else [" ".join(lines)] for lines in blocks]


_PAGES = Environment(
    loader=PackageLoader(_PACKAGE, "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_PAGES.filters["marked"] = _marked
_PAGES.filters["blocks"] = _blocks
