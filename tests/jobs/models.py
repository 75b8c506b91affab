"""A provider that takes its time, and counts how often it was asked about each article."""

import json
import re
import time
from collections import Counter
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler
from typing import Any

from tests.engines.llm.replies import item, reply
from tests.llm.provider import Behaviour, Provider, says

_ABOUT = re.compile(r"met (\d+) envoys")
_MEETING = item(
    ev=[1],
    trig="met",
    when=None,
    who=[],
    at=None,
    title="Berg meets envoys",  # of any article of the archive
)


def slow_provider(seconds: float) -> Provider:
    """Return a provider whose every reply takes so long."""

    def script(_: dict[str, Any]) -> Behaviour:
        def behave(handler: BaseHTTPRequestHandler) -> None:
            time.sleep(seconds)
            says(reply(_MEETING))(handler)

        return behave

    return Provider(script)


def asked_about(provider: Provider) -> Counter[int]:
    """Count the requests about each article of an archive."""
    return Counter(int(found[1]) for body in list(provider.bodies) if (found := _ABOUT.search(json.dumps(body))))


def model_env(provider: Provider, cache: object) -> Mapping[str, str]:
    """Return the settings that lead to a provider, with one request an article."""
    return {
        "TIMELINE_BASE_URL": provider.url,
        "OPENAI_API_KEY": "sk-none",
        "TIMELINE_COVERAGE": "0",
        "TIMELINE_CONCURRENCY": "4",
        "TIMELINE_CACHE_DIR": str(cache),
    }
