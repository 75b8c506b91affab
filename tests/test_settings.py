"""Settings come from the environment, and wrong ones are told all at once."""

from pathlib import Path

import pytest

from timeline.errors import ConfigurationError
from timeline.settings import Settings, read_settings, shown
from timeline.store.address import file_of, read_address


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


@pytest.mark.parametrize("key", [" sk-1", "sk-1\n", "sk 1", "sk-\xe9", "sk-\u200b1"], ids=ascii)
def test_a_key_that_no_header_can_carry_is_refused(monkeypatch: pytest.MonkeyPatch, key: str) -> None:
    """It would fail at the first request, and is most often a slip in copying."""
    monkeypatch.setenv("OPENAI_API_KEY", key)
    with pytest.raises(ConfigurationError, match="OPENAI_API_KEY: the key holds white space, or a character"):
        read_settings()


@pytest.mark.parametrize("url", ["http:///v1", "ftp://models.example/v1", "http://127.0.0.1:99999/v1", "models"])
def test_an_address_at_which_nobody_can_be_asked_is_refused(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    """Before anything is sent."""
    monkeypatch.setenv("TIMELINE_BASE_URL", url)
    with pytest.raises(ConfigurationError, match="TIMELINE_BASE_URL"):
        read_settings()


def test_every_fault_is_named_and_no_value_of_a_key(monkeypatch: pytest.MonkeyPatch) -> None:
    """One message tells them all."""
    monkeypatch.setenv("OPENAI_API_KEY", "sk secret")
    monkeypatch.setenv("TIMELINE_CONCURRENCY", "many")
    with pytest.raises(ConfigurationError, match="TIMELINE_CONCURRENCY is 'many'") as caught:
        read_settings()
    assert "OPENAI_API_KEY" in str(caught.value)
    assert "sk secret" not in str(caught.value)


def test_every_setting_has_a_meaning() -> None:
    """Nothing is set that nobody explains."""
    assert all(one.meaning for one in shown(Settings()))


def test_variables_of_other_programs_set_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A setting has its own name alone, in the environment and in `.env`: `FETCH` or `LOG` is somebody else's."""
    monkeypatch.chdir(tmp_path)
    before = read_settings()
    others = {name.upper(): "1" for name in Settings.model_fields}
    for name, value in others.items():
        monkeypatch.setenv(name, value)
    (tmp_path / ".env").write_text("".join(f"{name.lower()}={value}\n" for name, value in others.items()))
    assert read_settings() == before


@pytest.mark.parametrize("name", ["plain", "what?", "a#b", "%41", "a b+c"])
def test_the_store_is_in_the_folder_for_data(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Whatever characters that has in its name."""
    monkeypatch.delenv("TIMELINE_DATABASE_URL", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", f"/data/{name}")
    address = read_address(read_settings().database_url.get_secret_value())
    assert file_of(address) == Path("/data", name, "timeline", "timeline.db")


def test_a_folder_for_data_that_is_no_text_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its name can stand in no URL."""
    monkeypatch.delenv("TIMELINE_DATABASE_URL", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", "/data/\udcff")
    with pytest.raises(ConfigurationError, match="is not UTF-8; set TIMELINE_DATABASE_URL"):
        read_settings()


def test_a_proxy_is_an_address_or_a_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Anything else would be believed by nobody, in silence."""
    monkeypatch.setenv("TIMELINE_FORWARDED_ALLOW_IPS", "10.0.0.0/8, ::1,*")
    assert read_settings().forwarded_allow_ips == ("10.0.0.0/8", "::1", "*")
    monkeypatch.setenv("TIMELINE_FORWARDED_ALLOW_IPS", "proxy.example")
    with pytest.raises(ConfigurationError, match=r"TIMELINE_FORWARDED_ALLOW_IPS.*'proxy\.example'"):
        read_settings()
