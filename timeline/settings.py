"""What can be set from outside: by the environment or a `.env` file in the working folder.

This is the only place that reads the environment.
"""

import os
import re
from ipaddress import ip_network
from pathlib import Path
from typing import Annotated, Literal, NamedTuple
from urllib.parse import quote, urlsplit

from pydantic import (
    AfterValidator,
    AliasChoices,
    AnyHttpUrl,
    BeforeValidator,
    Field,
    SecretStr,
    TypeAdapter,
    ValidationError,
)
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from timeline.errors import ConfigurationError

_DEFAULT_URL = "https://api.openai.com/v1"
_MOST_PROCESSES = 4
_FAULTS_OF_NUMBERS_AND_WORDS = ("int_", "float_", "bool_", "greater_", "less_", "finite_", "literal_")
_HTTP_URL = TypeAdapter(AnyHttpUrl)


def _checked_url(value: str) -> str:
    _HTTP_URL.validate_python(value)
    if not urlsplit(value).hostname:  # of three slashes the validator takes one for a mistake of typing
        raise ValueError("the URL names no host")
    return value


def _checked_key(value: SecretStr) -> SecretStr:
    key = value.get_secret_value()
    if not (key.isascii() and key.isprintable()) or " " in key:
        raise ValueError("the key holds white space, or a character that no header can carry; copy it again")
    return value


def _listed(value: object) -> object:
    """Take a list as it stands in the environment: with commas."""
    return tuple(filter(None, (one.strip() for one in value.split(",")))) if isinstance(value, str) else value


def _checked_networks(value: tuple[str, ...]) -> tuple[str, ...]:
    for one in value:
        if one != "*":
            ip_network(one)
    return value


def _default_cache_dir() -> Path:
    """Return the folder that the XDG Base Directory Specification has for caches."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "timeline"


def _default_database_url() -> str:
    """Return an SQLite file in the folder that the XDG Base Directory Specification has for data.

    Raises:
        ConfigurationError: The folder's name is not UTF-8, which no URL of the store can hold.
    """
    folder = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    try:
        return f"sqlite:///{quote(str(folder / 'timeline' / 'timeline.db'))}"
    except UnicodeEncodeError as error:
        raise ConfigurationError(f"{str(folder)!r} is not UTF-8; set TIMELINE_DATABASE_URL to another place") from error


class Settings(BaseSettings):
    """Every setting, with its default."""

    model_config = SettingsConfigDict(
        env_file=".env",
        env_ignore_empty=True,
        env_prefix="=",  # with no variable of such a name, the names of fields (`fetch`, `log`) are none of variables
        extra="ignore",
        frozen=True,
        populate_by_name=True,
        hide_input_in_errors=True,
    )

    api_key: Annotated[SecretStr, AfterValidator(_checked_key)] | None = Field(
        default=None, validation_alias="OPENAI_API_KEY", description="key of the model's provider"
    )
    base_url: Annotated[str, AfterValidator(_checked_url)] | None = Field(
        default=None,
        validation_alias=AliasChoices("TIMELINE_BASE_URL", "OPENAI_BASE_URL"),
        description="an OpenAI-compatible endpoint; the key is then optional",
    )
    model: str = Field(
        default="gpt-5-mini", min_length=1, validation_alias="TIMELINE_MODEL", description="name of the model"
    )
    request_timeout: float = Field(
        default=120, gt=0, validation_alias="TIMELINE_REQUEST_TIMEOUT", description="seconds for one request"
    )
    deadline: float | None = Field(
        default=None, gt=0, validation_alias="TIMELINE_DEADLINE", description="seconds for one article"
    )
    concurrency: int = Field(
        default=8, ge=1, validation_alias="TIMELINE_CONCURRENCY", description="requests under way at once"
    )
    coverage: bool = Field(
        default=True, validation_alias="TIMELINE_COVERAGE", description="ask again about what no record cites"
    )
    attempts: int = Field(default=8, ge=1, validation_alias="TIMELINE_ATTEMPTS", description="attempts at one request")
    requests_per_minute: int | None = Field(
        default=None, ge=1, validation_alias="TIMELINE_RPM", description="requests a minute"
    )
    tokens_per_minute: int | None = Field(
        default=None, ge=1, validation_alias="TIMELINE_TPM", description="tokens a minute"
    )
    max_cost: float | None = Field(
        default=None, ge=0, validation_alias="TIMELINE_MAX_COST", description="US dollars that a run may spend"
    )
    prices: Path | None = Field(
        default=None, validation_alias="TIMELINE_PRICES", description="your own table of prices, in TOML"
    )
    cache_dir: Path = Field(
        default_factory=_default_cache_dir,
        validation_alias="TIMELINE_CACHE_DIR",
        description="folder of the model cache",
    )
    prompts_dir: Path | None = Field(
        default=None, validation_alias="TIMELINE_PROMPTS_DIR", description="folder of your own prompts"
    )
    database_url: SecretStr = Field(
        default_factory=lambda: SecretStr(_default_database_url()),
        validation_alias="TIMELINE_DATABASE_URL",
        description="store and jobs: sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME",
    )
    fetch: bool = Field(default=False, validation_alias="TIMELINE_FETCH", description="the service may fetch URLs")
    rate: int = Field(
        default=600,
        ge=1,
        validation_alias="TIMELINE_RATE",
        description="requests a minute that the service takes of one API key, or address without keys",
    )
    max_body: int = Field(
        default=10_000_000, ge=1, validation_alias="TIMELINE_MAX_BODY", description="bytes of a request to the service"
    )
    max_text: int = Field(
        default=200_000,
        ge=1,
        validation_alias="TIMELINE_MAX_TEXT",
        description="characters of an article that the service takes",
    )
    time_limit: float = Field(
        default=300, gt=0, validation_alias="TIMELINE_TIME_LIMIT", description="seconds for one request to the service"
    )
    processes: int = Field(
        default_factory=lambda: min(os.cpu_count() or 1, _MOST_PROCESSES),
        ge=0,
        validation_alias="TIMELINE_PROCESSES",
        description="processes that extract by the rules beside the service's own; 0 for none",
    )
    cors_origins: Annotated[tuple[str, ...], NoDecode, BeforeValidator(_listed)] = Field(
        default=(),
        validation_alias="TIMELINE_CORS_ORIGINS",
        description="web origins that may call the service, with commas between them",
    )
    forwarded_allow_ips: Annotated[
        tuple[str, ...], NoDecode, BeforeValidator(_listed), AfterValidator(_checked_networks)
    ] = Field(
        default=(),
        validation_alias="TIMELINE_FORWARDED_ALLOW_IPS",
        description="addresses of proxies whose X-Forwarded-For is believed, with commas between them; * for all",
    )
    grace: float = Field(
        default=30,
        ge=1,
        validation_alias="TIMELINE_GRACE",
        description="seconds for requests under way when the service is told to stop",
    )
    otlp_endpoint: Annotated[str, AfterValidator(_checked_url)] | None = Field(
        default=None,
        validation_alias="OTEL_EXPORTER_OTLP_ENDPOINT",
        description="where the service sends its traces; needs the extra `otel`",
    )
    log: Literal["text", "json"] = Field(default="text", validation_alias="TIMELINE_LOG", description="form of the log")

    def with_model(self, model: str | None) -> "Settings":
        """Return the settings with another model, where one is named."""
        return self.model_copy(update={"model": model}) if model else self

    @property
    def host(self) -> str:
        """Where the model is asked, without what else a URL may carry."""
        parts = urlsplit(self.base_url or _DEFAULT_URL)
        return f"{parts.hostname}:{parts.port}" if parts.port else str(parts.hostname)

    @property
    def database(self) -> str:
        """Where the store is, without the password that its URL may carry."""
        return re.sub(r"//([^:@/]*):.*@", r"//\1:***@", self.database_url.get_secret_value())

    @property
    def has_model(self) -> bool:
        """Say whether a model is configured: a key or an endpoint is set."""
        return self.api_key is not None or self.base_url is not None


def read_settings() -> Settings:
    """Return the settings of the environment.

    Raises:
        ConfigurationError: Some are wrong; the message names all of them.
    """
    try:
        return Settings()
    except ValidationError as error:
        faults = map(_told, error.errors())
        raise ConfigurationError("; ".join(faults) + "; correct or unset") from error


def _told(fault: ErrorDetails) -> str:
    """Name the setting, its value where no key or address is meant, and what is wrong with it."""
    field = str(fault["loc"][0]) if fault["loc"] else "settings"
    name = _variable(field) if field in Settings.model_fields else field
    value = f" is {fault['input']!r}" if fault["type"].startswith(_FAULTS_OF_NUMBERS_AND_WORDS) else ""
    return f"{name}{value}: {fault['msg'].removeprefix('Value error, ')}"


class Shown(NamedTuple):
    """A setting as a person may see it: no key is ever part of it."""

    variable: str
    value: str
    meaning: str


def shown(settings: Settings) -> list[Shown]:
    """Return every setting in order, with its value; of a key, only whether it is set."""
    return [
        Shown(_variable(name), _as_text(settings, name), field.description or "")
        for name, field in Settings.model_fields.items()
    ]


def _as_text(settings: Settings, name: str) -> str:
    value = settings.database if name == "database_url" else getattr(settings, name)
    if isinstance(value, SecretStr):
        return "set"
    if isinstance(value, tuple):
        return ", ".join(value) or "–"
    return "–" if value is None else str(value)


def _variable(name: str) -> str:
    alias = Settings.model_fields[name].validation_alias
    return alias.choices[0] if isinstance(alias, AliasChoices) and isinstance(alias.choices[0], str) else str(alias)
