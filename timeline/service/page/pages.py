"""Templates to responses."""

from collections.abc import Mapping
from http import HTTPStatus

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse

from timeline.domain.vocabulary import EventStatus, EventType
from timeline.render.dates import human, human_when

_ENVIRONMENT = Environment(
    loader=ChoiceLoader(
        [PackageLoader("timeline.service.page", "templates"), PackageLoader("timeline.render", "templates")]
    ),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_ENVIRONMENT.globals.update(statuses=tuple(EventStatus), types=tuple(EventType))
_ENVIRONMENT.filters.update(human=human, human_when=human_when)


def page(
    template: str,
    /,
    status: HTTPStatus = HTTPStatus.OK,
    *,
    headers: Mapping[str, str] | None = None,
    **shown: object,
) -> HTMLResponse:
    """Return a page; every word that is `shown` passes the template's escaping, and no cache keeps it."""
    body = _ENVIRONMENT.get_template(template).render(shown)
    return HTMLResponse(body, status_code=status, headers={"Cache-Control": "no-store", **(headers or {})})
