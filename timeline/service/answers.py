"""Answers that a client may keep and ask about again (RFC 9110, sections 8.8.3 and 13.1.2)."""

import hashlib
from collections.abc import Mapping

from fastapi import Request
from starlette.responses import Response

_KEPT_BY = "private, no-cache"
"""The client alone may keep it, and asks each time whether it still holds: an article can be deleted."""


def answer(request: Request, content: str, *, media_type: str, headers: Mapping[str, str] | None = None) -> Response:
    """Return `content`, or 304 where the client has it already."""
    body = content.encode()
    tag = f'W/"{hashlib.sha256(body).hexdigest()[:32]}"'
    kept = {"ETag": tag, "Cache-Control": _KEPT_BY}
    if _is_known(tag, request.headers.get("If-None-Match", "")):
        return Response(status_code=304, headers=kept)
    return Response(body, media_type=media_type, headers={**(headers or {}), **kept})


def _is_known(tag: str, known: str) -> bool:
    names = {one.strip().removeprefix("W/") for one in known.split(",")}
    return "*" in names or tag.removeprefix("W/") in names
