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
from timeline.llm.allowance import Allowance
from timeline.service.app import create_app
from timeline.service.guard.binding import check_binding
from timeline.service.logs import configure_service_log
from timeline.settings import Settings
from timeline.store import ApiKey, KeyRing
from timeline.telemetry.exporting import export_traces
from timeline.wiring import EngineName, check_model, describe_engine, open_allowance, open_store, prompt_identities, run

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
    with closing(open_store(settings)) as store:
        store.migrate()
        keys = KeyRing(store).list()
        allowance = open_allowance(settings, store)
        doubt = _check(settings, host, allowance, has_keys=any(key.revoked is None for key in keys))
        with closing(_listen(host, port)) as listener, _traces(settings):
            server = uvicorn.Server(_config(settings, allowance))
            _stop_on_signals(server)
            for line in (f"listening on {_address(listener)}, described at /docs", *_uses(settings, keys, doubt)):
                tell(f"timeline: {line}")
            server.run(sockets=[listener])
    if not server.started:
        sys.exit(_NOT_TO_BE_HAD)


def _config(settings: Settings, allowance: Allowance | None) -> uvicorn.Config:
    return uvicorn.Config(
        create_app(settings, allowance),
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=bool(settings.forwarded_allow_ips),
        forwarded_allow_ips=list(settings.forwarded_allow_ips),
        timeout_graceful_shutdown=math.ceil(settings.grace),
    )


def _check(settings: Settings, host: str, allowance: Allowance | None, *, has_keys: bool) -> str | None:
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
        doubt = run(check_model(settings, allowance))
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


def _uses(settings: Settings, keys: tuple[ApiKey, ...], doubt: str | None) -> Iterator[str]:
    yield describe_engine(EngineName.AUTO, settings)
    if doubt:
        yield f"the model may not answer now: {doubt}"
    yield f"store: {settings.database}"
    yield "URLs: fetched from public addresses" if settings.fetch else "URLs: not fetched; set TIMELINE_FETCH=1 for it"
    yield f"API keys: {_keys_in_words(keys)}"
    if settings.otlp_endpoint:
        yield f"traces: to {settings.otlp_endpoint}"


def _keys_in_words(keys: tuple[ApiKey, ...]) -> str:
    used = sum(key.revoked is None for key in keys)
    if used:
        return str(used)
    way_out = "make one with 'timeline keys create NAME'"
    if keys:
        return f"none, since every one is revoked: nobody is served until there is a new one; {way_out}"
    return f"none, so this machine alone is served; {way_out}"


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
