"""Settings come from the environment, and wrong ones are told all at once."""

import pytest

from timeline.errors import ConfigurationError
from timeline.settings import Settings, read_settings, shown


def test_without_anything_set_there_is_no_model() -> None:
    """The rules are the embedded default."""
    assert not read_settings().has_model


@pytest.mark.parametrize("name", ["OPENAI_API_KEY", "TIMELINE_BASE_URL", "OPENAI_BASE_URL"])
def test_a_key_or_an_endpoint_is_a_model(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Each alone is enough."""
    monkeypatch.setenv(name, "http://localhost:1/v1")
    assert read_settings().has_model


def test_our_own_name_of_the_endpoint_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    """TIMELINE_BASE_URL, else OPENAI_BASE_URL."""
    monkeypatch.setenv("OPENAI_BASE_URL", "http://localhost:1/v1")
    monkeypatch.setenv("TIMELINE_BASE_URL", "http://localhost:2/v1")
    assert read_settings().host == "localhost:2"


@pytest.mark.parametrize(
    ("url", "shown_as"),
    [
        ("sqlite:////var/lib/timeline.db", "sqlite:////var/lib/timeline.db"),
        ("postgresql://desk:se:cr@t@db:5432/news", "postgresql://desk:***@db:5432/news"),
        ("postgresql://desk@db/news", "postgresql://desk@db/news"),
    ],
    ids=["file", "password", "no password"],
)
def test_a_database_is_shown_without_its_password(monkeypatch: pytest.MonkeyPatch, url: str, shown_as: str) -> None:
    """The password of the store's URL stands neither in `doctor` nor in a repr."""
    monkeypatch.setenv("TIMELINE_DATABASE_URL", url)
    settings = read_settings()
    assert shown_as in [one.value for one in shown(settings)]
    assert "se:cr" not in repr(settings) + str(shown(settings))


def test_a_key_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither in what doctor prints nor in a repr."""
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret")
    settings = read_settings()
    assert "sk-secret" not in repr(settings) + str(shown(settings))


def test_every_fault_is_named_and_no_value_of_a_key(monkeypatch: pytest.MonkeyPatch) -> None:
    """One message tells them all."""
    monkeypatch.setenv("OPENAI_API_KEY", "sk secret")
    monkeypatch.setenv("TIMELINE_CONCURRENCY", "many")
    with pytest.raises(ConfigurationError, match="TIMELINE_CONCURRENCY") as caught:
        read_settings()
    assert "OPENAI_API_KEY" in str(caught.value)
    assert "sk secret" not in str(caught.value)


def test_every_setting_has_a_meaning() -> None:
    """Nothing is set that nobody explains."""
    assert all(one.meaning for one in shown(Settings()))
