"""`timeline serve`: the HTTP service."""

from typing import Annotated

import typer

from timeline.cli.console import say
from timeline.settings import read_settings
from timeline.wiring import EngineName, describe_engine

_FACTORY = "timeline.service:application"
"""Named, not imported: the entry points know nothing of each other."""


def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on.")] = 8000,
) -> None:
    """Serve the extraction over HTTP; the API is described at /docs."""
    import uvicorn  # noqa: PLC0415 - only this command needs a server

    settings = read_settings()
    say(f"timeline: http://{host}:{port}, {describe_engine(EngineName.AUTO, settings)}")
    uvicorn.run(_FACTORY, factory=True, host=host, port=port, log_level="warning")
