"""llama.cpp's server on loopback, with a tiny model of random weights: built once, started once a run."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import httpx2
import pytest

BUILD = Path(__file__).with_name("build_server.sh")
KEY = "sk-the-key-of-this-server"
SLOTS, CONTEXT = 2, 24_576
START_SECONDS = 120.0


class Server(NamedTuple):
    """Where the server is, and the key it takes. A prompt of more than `context` tokens, one a byte, is too long."""

    url: str
    key: str
    context: int


class Run(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The server, ready to answer."""
    built = subprocess.run([BUILD], stdout=subprocess.PIPE, text=True, check=True)
    folder = Path(built.stdout.strip())
    port = _free_port()
    log = tmp_path_factory.mktemp("server") / "log"
    command = [str(folder / "llama-server"), "--model", str(folder / "tiny.gguf"), "--alias", "tiny", "--api-key", KEY]
    command += ["--host", "127.0.0.1", "--port", str(port), "--threads", "1", "--seed", "7"]
    command += ["--parallel", str(SLOTS), "--ctx-size", str(SLOTS * CONTEXT)]
    with log.open("wb") as out, subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT) as process:
        try:
            _wait_until_ready(f"http://127.0.0.1:{port}/health", process, log)
            yield Server(f"http://127.0.0.1:{port}/v1", KEY, CONTEXT)
        finally:
            process.terminate()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_until_ready(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            if httpx2.get(url, timeout=5.0).is_success:
                return
        except httpx2.TransportError:
            pass
        time.sleep(0.2)
    raise RuntimeError(f"the server did not start: {log.read_text(errors='replace')[-2000:]}")


def run_command(server: Server, text: str, folder: Path, *options: str, key: str | None = None) -> Run:
    """Run `timeline extract` on `text` with the server as its model."""
    done = subprocess.run(
        [Path(sys.executable).with_name("timeline"), "extract", "-", "--engine", "llm", *options],
        input=text.encode(),
        capture_output=True,
        cwd=folder,
        env={
            "TIMELINE_BASE_URL": server.url,
            "OPENAI_API_KEY": key or server.key,
            "TIMELINE_MODEL": "tiny",
            "TIMELINE_CACHE_DIR": str(folder / "cache"),
            "TIMELINE_REQUEST_TIMEOUT": "600",
        },
        timeout=1200,
        check=False,
    )
    return Run(done.returncode, done.stdout.decode(), done.stderr.decode())
