"""`timeline serve`: the HTTP service."""

import pkgutil
from collections.abc import Callable
from typing import Annotated, Protocol, cast

import typer

from timeline.cli.console import say
from timeline.settings import Settings, read_settings

_SERVE = "timeline.service.server:serve"
"""Named, not imported: the entry points know nothing of each other."""


class _Serve(Protocol):
    def __call__(self, settings: Settings, *, host: str, port: int, tell: Callable[[str], None]) -> None: ...


def serve(
    host: Annotated[
        str, typer.Option(help="Address to listen on; one that other machines reach needs an API key.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on; 0 for any that is free.")] = 8000,
) -> None:
    """Serve the extraction over HTTP; the API is described at /docs."""
    run = cast("_Serve", pkgutil.resolve_name(_SERVE))
    run(read_settings(), host=host, port=port, tell=say)
