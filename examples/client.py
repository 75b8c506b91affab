"""Send an article to a running service, and print its events as they are proved.

    timeline serve &
    python examples/client.py examples/meeting.txt [http://127.0.0.1:8000]

With API keys in the server's store, set TIMELINE_KEY to one. Nothing but Python's own library is needed.
"""

import json
import os
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path


def main() -> int:
    """Stream one article, and say how it ended."""
    file, url = Path(sys.argv[1]), (sys.argv[2:] or ["http://127.0.0.1:8000"])[0]
    try:
        for name, message in extract(file.read_text(encoding="utf-8"), url):
            match name:
                case "event":
                    when = message["when"]["edtf"] if message["when"] else "undated"
                    print(f"{when:24} {message['status']:12} {message['title']}")
                case "timeline":
                    print(f"{len(message['events'])} events, {len(message['failures'])} failures")
                case "problem":
                    print(f"{message['title']}: {message['detail']}")
                    return 1
    except urllib.error.HTTPError as error:
        problem = json.load(error)
        print(f"{problem['title']}: {problem['detail']}")
        return 1
    return 0


def extract(text: str, url: str) -> Iterator[tuple[str, dict]]:
    """Yield the name and the content of every message of the stream."""
    headers = {"Content-Type": "application/json", "Accept": "text/event-stream"}
    if key := os.environ.get("TIMELINE_KEY"):
        headers["Authorization"] = f"Bearer {key}"
    request = urllib.request.Request(f"{url}/v1/extract", data=json.dumps({"text": text}).encode(), headers=headers)
    with urllib.request.urlopen(request) as stream:
        name = ""
        for line in stream:
            field, _, value = line.decode().rstrip("\n").partition(": ")
            if field == "event":
                name = value
            elif field == "data":
                yield name, json.loads(value)


if __name__ == "__main__":
    sys.exit(main())
