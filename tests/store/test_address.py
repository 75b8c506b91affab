"""The addresses of SQLite files, whatever characters their names have."""

from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

from timeline.errors import StoreError
from timeline.store.address import address_of, file_of, read_address
from timeline.store.queue_address import queue_address

_NAMES = ["plain", "what?", "a#b", "%41", "a b+c", "é:@", "50%"]


@pytest.mark.parametrize("name", _NAMES)
def test_a_file_is_found_again_from_its_address(name: str) -> None:
    """Escaping and reading are each other's inverse."""
    file = Path("/somewhere", name, "store.db")
    assert file_of(read_address(address_of(file))) == file


@pytest.mark.parametrize("name", _NAMES)
def test_the_queue_lies_beside_the_store(name: str) -> None:
    """Its address is read as any other, so nothing in the name may mean anything in it."""
    url = read_address(address_of(Path("/somewhere", name, f"{name}.db")))
    assert make_url(queue_address(url)).database == f"/somewhere/{name}/{name}-jobs.db"


def test_a_name_that_is_no_text_has_no_address() -> None:
    """The message shows it."""
    with pytest.raises(StoreError, match="is not UTF-8"):
        address_of(Path("/somewhere/\udcff.db"))
