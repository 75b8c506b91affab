"""What every test starts from: no network beyond loopback, no settings of the machine."""

import os

import pytest

_OURS = ("TIMELINE_", "OPENAI_")


@pytest.fixture(autouse=True)
def _no_settings_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hide keys and endpoints, so that no test can reach a model by accident."""
    for name in list(os.environ):
        if name.startswith(_OURS):
            monkeypatch.delenv(name)
