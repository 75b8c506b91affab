"""The server: where it listens, what it says of itself, and how it stops."""

import math
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from types import FrameType
from typing import Final

import uvicorn

from timeline.errors import ConfigurationError
from timeline.service.app import create_app
from timeline.service.guard.binding import check_binding
from timeline.service.logs import configure_service_log
from timeline.settings import Settings
from timeline.store import KeyRing
from timeline.telemetry.exporting import export_traces
from timeline.wiring import EngineName, check_model, describe_engine, open_store, prompt_identities, run

_BACKLOG: Final = 2048
_NOT_TO_BE_HAD: Final = 3


def serve(settings: Settings, *, host: str, port: int, tell: Callable[[str], None]) -> None:
    """Serve until SIGTERM or SIGINT: then take no more, and finish what is under way within the time of grace.

    Args:
        settings: What to serve by.
        host: Name or address to listen on; one that other machines reach needs an API key in the store.
        port: Port to listen on; 0 for any that is free.
        tell: Is given the lines that say where the server listens and what it uses.

    Raises:
        ConfigurationError: The address cannot be listened on, or needs a key; a setting is wrong; the model's provider
            has no such model.
        StoreError: The store cannot be had.
    """
    configure_service_log(settings)
    keys = _prepare_store(settings)
    doubt = _check(settings, host, has_keys=keys > 0)
    with closing(_listen(host, port)) as listener, _traces(settings):
        config = uvicorn.Config(
            create_app(settings),
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=bool(settings.forwarded_allow_ips),
            forwarded_allow_ips=list(settings.forwarded_allow_ips),
            timeout_graceful_shutdown=math.ceil(settings.grace),
        )
        server = uvicorn.Server(config)
        _stop_on_signals(server)
        for line in (f"listening on {_address(listener)}, described at /docs", *_uses(settings, keys, doubt)):
            tell(f"timeline: {line}")
        server.run(sockets=[listener])
    if not server.started:
        sys.exit(_NOT_TO_BE_HAD)


def _prepare_store(settings: Settings) -> int:
    """Bring the store's tables up to date; return how many keys are in use."""
    with closing(open_store(settings)) as store:
        store.migrate()
        return sum(key.revoked is None for key in KeyRing(store).list())


def _check(settings: Settings, host: str, *, has_keys: bool) -> str | None:
    """Tell all that is wrong with the configuration at once; return why the model may not answer now, or None.

    A provider that cannot be had does not stop the start: it may be back for the first article.
    """
    faults: list[str] = []
    doubt: str | None = None
    with _noted(faults):
        check_binding(host, has_keys=has_keys)
    with _noted(faults):
        prompt_identities(settings)
    with _noted(faults):
        doubt = run(check_model(settings))
    if faults:
        raise ConfigurationError("; ".join(faults))
    return doubt


@contextmanager
def _noted(faults: list[str]) -> Iterator[None]:
    try:
        yield
    except ConfigurationError as error:
        faults.append(str(error))


def _listen(host: str, port: int) -> socket.socket:
    try:
        family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        listener = socket.create_server(address[:2], family=family, backlog=_BACKLOG)
    except OSError as error:
        raise ConfigurationError(
            f"cannot listen on {host!r}, port {port}: {error.strerror}; choose others with --host and --port"
        ) from error
    # Connections inherit it. asyncio sets it only where a socket names its protocol; without it answers wait 40 ms.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listener


def _address(listener: socket.socket) -> str:
    host, port, *_ = listener.getsockname()
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _uses(settings: Settings, keys: int, doubt: str | None) -> Iterator[str]:
    yield describe_engine(EngineName.AUTO, settings)
    if doubt:
        yield f"the model may not answer now: {doubt}"
    yield f"store: {settings.database}"
    yield "URLs: fetched from public addresses" if settings.fetch else "URLs: not fetched; set TIMELINE_FETCH=1 for it"
    if keys:
        yield f"API keys: {keys}"
    else:
        yield "API keys: none, so this machine alone is served; make one with 'timeline keys create NAME'"
    if settings.otlp_endpoint:
        yield f"traces: to {settings.otlp_endpoint}"


@contextmanager
def _traces(settings: Settings) -> Iterator[None]:
    end = export_traces(settings.otlp_endpoint) if settings.otlp_endpoint else None
    try:
        yield
    finally:
        if end:
            end()


def _stop_on_signals(server: uvicorn.Server) -> None:
    """Stop the server on a signal that comes before it listens for signals itself.

    uvicorn raises a signal anew when it has stopped; this then does nothing: a stop that was asked for is no failure.
    """

    def stop(_: int, __: FrameType | None) -> None:
        server.should_exit = True

    for one in (signal.SIGTERM, signal.SIGINT):
        signal.signal(one, stop)
