"""One self-contained page: each article with its evidence marked, beside its timeline.

Everything from an article passes the template's escaping. A content policy allows the page's own style and
script by their hashes and nothing else, so that no word of an article could run or fetch anything.
"""

import base64
import hashlib
from collections.abc import Sequence
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from timeline.render.rendered import Rendered, Screen
from timeline.render.sheet import sheet_of

_TEMPLATES = "templates"

_STYLES = ("page.css", "chart.css")

_MODULES = ("sheet.js", "chart.js", "page.js")
"""The parts of the one script. The service serves the first two as modules."""


def render_page(timelines: Sequence[Rendered], _screen: Screen) -> str:
    """Write all timelines as one HTML page, a sheet for each."""
    sheets = [sheet_of(rendered, name=f"a{number}") for number, rendered in enumerate(timelines, start=1)]
    page = _ENVIRONMENT.get_template("page.html").render(
        title=sheets[0].title if len(sheets) == 1 else f"{len(sheets)} timelines",
        sheets=sheets,
        style=Markup(_joined(_STYLES)),  # noqa: S704 - our own file
        script=Markup(_joined(_MODULES)),  # noqa: S704 - our own file
        policy=Markup(page_policy()),  # noqa: S704 - made of our own hashes
    )
    return page.rstrip("\n") + "\n"


def page_policy() -> str:
    """Return the Content-Security-Policy that lets a page have its own style and script, and nothing else."""
    style, script = (_policy_hash(_joined(names)) for names in (_STYLES, _MODULES))
    return (
        f"default-src 'none'; style-src '{style}'; script-src '{script}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _joined(names: Sequence[str]) -> str:
    return "".join(map(_template_text, names))


def _template_text(name: str) -> str:
    return (resources.files("timeline.render") / _TEMPLATES / name).read_text(encoding="utf-8")


def _policy_hash(words: str) -> str:
    """Name a style or script as a Content-Security-Policy does."""
    return "sha256-" + base64.b64encode(hashlib.sha256(words.encode()).digest()).decode()


_ENVIRONMENT = Environment(
    loader=PackageLoader("timeline.render", _TEMPLATES),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)
