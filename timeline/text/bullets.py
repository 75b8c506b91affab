"""Marks that open an item of a list."""

import re

_ITEM = re.compile(r"(?:[•◦▪‣·●■►*–—-]|[0-9]{1,2}[.)]|[(][0-9a-z]{1,2}[)])[\s\u00a0]")


def starts_item(text: str, start: int) -> bool:
    """Say whether a list item opens at `start`."""
    return _ITEM.match(text, start) is not None
