"""A provider that knows one answer and takes a fixed time for it, in a process of its own.

Run as `python -m evals.bench.stub REPLY SECONDS`: it prints its port, and answers every POST on loopback with the text
of REPLY as a chat completion, SECONDS after it was asked, until it is ended.
"""

import asyncio
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

_LENGTH = re.compile(rb"^content-length: *([0-9]+)", re.IGNORECASE | re.MULTILINE)


def main() -> None:
    """Serve."""
    reply, seconds = sys.argv[1:]
    asyncio.run(serve(answer_of(Path(reply).read_text(encoding="utf-8")), float(seconds)))


@contextmanager
def running(reply: Path, *, seconds: float) -> Iterator[str]:
    """Run the stub while the `with` block does, and give the base URL of its API."""
    command = [sys.executable, "-m", "evals.bench.stub", str(reply), str(seconds)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 - this module itself
        try:
            if process.stdout is None or not (port := process.stdout.readline().strip()):
                raise RuntimeError("the stub did not start; run it by hand to see why")
            yield f"http://127.0.0.1:{port}/v1"
        finally:
            process.terminate()


def answer_of(text: str) -> bytes:
    """Return the whole HTTP answer that holds `text`."""
    message = {"role": "assistant", "content": text, "refusal": None}
    completion = {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 0,
        "model": "stub",
        "choices": [{"index": 0, "finish_reason": "stop", "message": message}],
        "usage": {"prompt_tokens": 4000, "completion_tokens": 900, "total_tokens": 4900},
    }
    body = json.dumps(completion).encode()
    return b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b" % (len(body), body)


async def serve(answer: bytes, seconds: float) -> None:
    """Serve on a free port of loopback, which is printed."""
    server = await asyncio.start_server(partial(_serve_connection, answer, seconds), "127.0.0.1", 0, backlog=1024)
    print(server.sockets[0].getsockname()[1], flush=True)
    async with server:
        await server.serve_forever()


async def _serve_connection(
    answer: bytes, seconds: float, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
) -> None:
    """Answer the requests of one connection, one after the other."""
    try:
        while True:
            head = await reader.readuntil(b"\r\n\r\n")
            length = _LENGTH.search(head)
            await reader.readexactly(int(length[1]) if length else 0)
            await asyncio.sleep(seconds)
            writer.write(answer)
            await writer.drain()
    except (asyncio.IncompleteReadError, ConnectionError):
        writer.close()


if __name__ == "__main__":
    main()
