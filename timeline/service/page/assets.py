"""The files a browser loads beside a page: read once, named in one table, and kept by the browser until they change."""

import hashlib
from collections.abc import Iterator, Mapping
from importlib import resources
from importlib.resources.abc import Traversable
from typing import NamedTuple

_MEDIA_TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}

_SHARED = ("page.css", "chart.css", "sheet.js", "chart.js")
"""What the self-contained export of a timeline has, too."""


class Asset(NamedTuple):
    """One file with its media type and its entity tag."""

    content: bytes
    media_type: str
    etag: str


def load_assets() -> Mapping[str, Asset]:
    """Read every file, by the name under which it is served."""
    return {file.name: _asset(file) for file in _files()}


def _files() -> Iterator[Traversable]:
    shared = resources.files("timeline.render") / "templates"
    yield from (shared / name for name in _SHARED)
    yield from (file for file in (resources.files("timeline.service.page") / "static").iterdir() if _is_served(file))


def _is_served(file: Traversable) -> bool:
    return _suffix(file) in _MEDIA_TYPES


def _suffix(file: Traversable) -> str:
    return file.name[file.name.rfind(".") :]


def _asset(file: Traversable) -> Asset:
    content = file.read_bytes()
    return Asset(
        content, f"{_MEDIA_TYPES[_suffix(file)]}; charset=utf-8", f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    )
