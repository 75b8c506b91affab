"""The OpenAPI document as it is committed: `python -m timeline.service.openapi > docs/openapi.json`."""

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from pydantic import SecretStr

from timeline.service.app import create_app
from timeline.settings import Settings
from timeline.store.address import address_of


def openapi_document() -> str:
    """Return the document, indented, ended by a newline."""
    with TemporaryDirectory() as folder:
        settings = Settings(database_url=SecretStr(address_of(Path(folder) / "none.db")))
        return json.dumps(create_app(settings).openapi(), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.stdout.write(openapi_document())
