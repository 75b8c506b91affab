"""What becomes of requests when `timeline serve` is told to stop."""

import signal
import threading

import pytest

from tests.llm.provider import Provider, hangs, says
from tests.service.served import EVENTS, Asking, Serve, after, is_open
from tests.waiting import wait_until


def test_a_stop_that_comes_while_it_starts_is_heeded(serve: Serve) -> None:
    """As soon as it has said where it will listen."""
    server = serve({})
    wait_until(lambda: bool(server.lines))
    assert server.stop() == 0


def test_a_request_under_way_is_finished(serve: Serve) -> None:
    """Told to stop, the server takes no more, and answers what it has begun."""
    released = threading.Event()
    with Provider([after(released, says(EVENTS))]) as provider:
        server = serve({"TIMELINE_BASE_URL": provider.url, "TIMELINE_COVERAGE": "0"})
        url = server.url
        asking = Asking(url)
        wait_until(lambda: any(provider.bodies))
        server.process.send_signal(signal.SIGTERM)
        wait_until(lambda: not is_open(url))
        assert server.process.poll() is None
        released.set()
        assert asking.answer().status_code == 200
        assert server.end() == 0


@pytest.mark.parametrize("media_type", ["application/json", "text/event-stream"])
def test_what_takes_too_long_is_handed_back(serve: Serve, media_type: str) -> None:
    """At the end of the time of grace, as a problem that says so."""
    with Provider([hangs]) as provider:
        server = serve({"TIMELINE_BASE_URL": provider.url, "TIMELINE_GRACE": "1"})
        asking = Asking(server.url, accept=media_type)
        wait_until(lambda: any(provider.bodies))
        assert server.stop() == 0
        answer = asking.answer()
    assert "/problems/stopping" in answer.text
    if media_type == "application/json":
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "1")
    else:
        assert answer.text.rstrip().rpartition("event: ")[2].startswith("problem")
    assert not any("Exception in ASGI" in line for line in server.lines)
