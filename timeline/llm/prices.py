"""What tokens cost: a table that ships with the package and that the user can add to."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

from pydantic import Field, TypeAdapter, ValidationError

from timeline.domain.timeline import Usage
from timeline.domain.value import Value
from timeline.errors import ConfigurationError

SHIPPED = Path(__file__).with_name("prices.toml")

_MILLION = 1_000_000
_VERSION_SUFFIX = re.compile(r"-[0-9]{4}-?[0-9]{2}-?[0-9]{2}$")


class Price(Value):
    """US dollars per million tokens. `max_output` is the most tokens a reply can hold."""

    input: float = Field(ge=0)
    cached: float = Field(ge=0)
    output: float = Field(ge=0)
    max_output: int | None = Field(default=None, ge=1)

    def cost(self, usage: Usage) -> float:
        """Return what the tokens cost."""
        cached = min(usage.cached, usage.input)
        paid = (usage.input - cached) * self.input + cached * self.cached + usage.output * self.output
        return paid / _MILLION


_TABLE = TypeAdapter(dict[str, Price])


class Prices:
    """The price of every model that is listed."""

    def __init__(self, table: Mapping[str, Price]) -> None:
        self._table = table

    def of(self, model: str) -> Price | None:
        """Return the price of a model, also of one of its dated versions, or None where it is not listed."""
        return self._table.get(model) or self._table.get(_VERSION_SUFFIX.sub("", model))


def load_prices(own: Path | None = None) -> Prices:
    """Return the table that ships with the package, with the user's own entries over it.

    Raises:
        ConfigurationError: The user's table cannot be read.
    """
    table = _read(SHIPPED)
    return Prices(table | _read(own) if own is not None else table)


def _read(path: Path) -> dict[str, Price]:
    try:
        return _TABLE.validate_python(tomllib.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise ConfigurationError(f"TIMELINE_PRICES: cannot read {str(path)!r}: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"TIMELINE_PRICES: {str(path)!r} is not TOML: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise ConfigurationError(f"TIMELINE_PRICES: {str(path)!r}, {where}: {first['msg']}") from error
