"""How the OpenAPI document shows an answer that comes in several formats."""

from typing import Any

from pydantic import BaseModel

from timeline.render import Format
from timeline.service.stored.exports import MEDIA_TYPES

ETAG: dict[str, Any] = {
    "ETag": {
        "schema": {"type": "string"},
        "description": "Send it as `If-None-Match` to be told 304 if nothing changed.",
    }
}
NOT_MODIFIED: dict[str, Any] = {"description": "Nothing changed since the answer with the `ETag` that was sent."}


def listed_in(model: type[BaseModel], description: str) -> dict[str, Any]:
    """Return the successful response of a route with the parameter `format`."""
    others = {MEDIA_TYPES[one]: {"schema": {"type": "string"}} for one in Format if one is not Format.JSON}
    return {
        "model": model,
        "description": description,
        "headers": ETAG,
        "content": others,
    }
