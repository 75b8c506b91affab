"""Who may see what is stored: the same clients as those of the API, since a page shows the same articles."""

from starlette.requests import Request

from timeline.service.guard.clients import shown_key
from timeline.store import KeyRing


def may_see(request: Request, keys: KeyRing) -> bool:
    """Say whether a request shows a valid key, or none was ever made."""
    secret = shown_key(request.scope)
    if secret and keys.check(secret):
        return True
    return not keys.list()
