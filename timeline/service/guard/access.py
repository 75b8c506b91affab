"""Who may use the API: looked at before the body of a request is read."""

from typing import Final

from starlette.types import ASGIApp, Receive, Scope, Send

from timeline.service.guard.admission import Admission
from timeline.service.guard.clients import shown_key
from timeline.service.problems import ProblemError, kinds

API: Final = "/v1/"
"""Everything below is guarded."""
PUBLISHED: Final = "/published"
"""What the page asks of a document is guarded too. The pages themselves count, and say in words that a key is wanted;
what watches the service, the page's files and the documentation are open to all."""


class Access:
    """Middleware: passes on what is let in."""

    def __init__(self, app: ASGIApp, *, admission: Admission) -> None:
        self._app = app
        self._admission = admission

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on a request that may come in."""
        if scope["type"] == "http" and _is_guarded(scope["path"]) and not await self._admission.admits(scope):
            raise _refusal(shown_key(scope))
        await self._app(scope, receive, send)


def _is_guarded(path: str) -> bool:
    return path.startswith(API) or path == PUBLISHED


def _refusal(secret: str | None) -> ProblemError:
    detail = "the API key is not valid" if secret else "no API key was sent"
    return ProblemError(
        kinds.KEY_REQUIRED, f"{detail}; send it as 'Authorization: Bearer KEY'", headers=challenge(secret)
    )


def challenge(secret: str | None) -> dict[str, str]:
    """Return the header of a 401 that says how to show a key (RFC 6750, section 3), by the one that was shown."""
    return {"WWW-Authenticate": "Bearer" if secret is None else 'Bearer error="invalid_token"'}
