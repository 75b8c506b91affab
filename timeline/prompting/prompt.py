"""A prompt: a text file with front matter, cut into parts that are Jinja templates.

The file starts with front matter (`name`, `version`, `purpose`) between two lines of `---`. A line such
as `<!-- part: system -->` opens a part, which runs to the next one; each part becomes one message.
"""

import hashlib
import re
from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from jinja2 import Environment, StrictUndefined, Template, TemplateSyntaxError, UndefinedError, meta
from pydantic import Field, JsonValue

from timeline.domain.value import Value
from timeline.errors import ConfigurationError

FRONT_MATTER_KEYS = ("name", "version", "purpose")

_FENCE = "---"
_PART_LINE = re.compile(r"^<!-- part: ([a-z_]+) -->[ \t]*\n", re.MULTILINE)
# Prompts are text for a model, not HTML: escaping would change the article.
_ENVIRONMENT = Environment(undefined=StrictUndefined, autoescape=False, trim_blocks=True, lstrip_blocks=True)  # noqa: S701


class Prompt(Value):
    """A prompt file that was read. `identity` is `sha256:` and the SHA-256 of its bytes."""

    name: str
    version: str
    purpose: str
    identity: str
    parts: Mapping[str, str] = Field(repr=False)

    @cached_property
    def variables(self) -> frozenset[str]:
        """The names that rendering all parts needs."""
        return frozenset().union(*(template.names for template in self._templates.values()))

    def render(self, part: str, variables: Mapping[str, JsonValue]) -> str:
        """Fill one part's template.

        Raises:
            ConfigurationError: The prompt has no such part, or needs a variable that is not given.
        """
        template = self._templates.get(part)
        if template is None:
            raise ConfigurationError(f"prompt {self.name!r} has no part {part!r}; add a line '<!-- part: {part} -->'")
        missing = sorted(template.names - variables.keys())
        if missing:
            raise ConfigurationError(f"prompt {self.name!r}, part {part!r} needs {', '.join(missing)}, not given")
        try:
            return template.compiled.render(variables).strip()
        except UndefinedError as error:
            raise ConfigurationError(f"prompt {self.name!r}, part {part!r}: {error.message}") from error

    @cached_property
    def _templates(self) -> dict[str, "_Template"]:
        return {part: _compile(body) for part, body in self.parts.items()}


class _Template(NamedTuple):
    compiled: Template
    names: frozenset[str]


def _compile(body: str) -> _Template:
    names = meta.find_undeclared_variables(_ENVIRONMENT.parse(body))
    return _Template(_ENVIRONMENT.from_string(body), frozenset(names))


def parse_prompt(content: bytes, *, origin: str) -> Prompt:
    """Read a prompt from the bytes of its file. `origin` names it in messages.

    Raises:
        ConfigurationError: It is not UTF-8, lacks front matter or a part, or has a fault in its template.
    """
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        raise ConfigurationError(f"prompt {origin} is not UTF-8 at byte {error.start}") from error
    head, body = _split_front_matter(text.replace("\r\n", "\n"), origin)
    prompt = Prompt(identity="sha256:" + hashlib.sha256(content).hexdigest(), parts=_parts(body, origin), **head)
    try:
        _ = prompt.variables
    except TemplateSyntaxError as error:
        raise ConfigurationError(f"prompt {origin}: {error.message} (line {error.lineno} of a part)") from error
    return prompt


def _split_front_matter(text: str, origin: str) -> tuple[dict[str, str], str]:
    opening, _, rest = text.partition("\n")
    head, fence, body = rest.partition(f"\n{_FENCE}\n")
    if opening.strip() != _FENCE or not fence:
        raise ConfigurationError(f"prompt {origin} must open with front matter between two lines of {_FENCE!r}")
    found: dict[str, str] = {}
    for line in head.splitlines():
        key, colon, value = line.partition(":")
        if not colon or key.strip() not in FRONT_MATTER_KEYS:
            raise ConfigurationError(f"prompt {origin}: front matter has {line!r}; write {_expected_keys()}")
        found[key.strip()] = value.strip()
    if set(found) != set(FRONT_MATTER_KEYS):
        raise ConfigurationError(f"prompt {origin}: front matter lacks a key; write {_expected_keys()}")
    return found, body


def _expected_keys() -> str:
    return ", ".join(f"{key}: …" for key in FRONT_MATTER_KEYS)


def _parts(body: str, origin: str) -> dict[str, str]:
    pieces = _PART_LINE.split(body)
    if pieces[0].strip() or len(pieces) == 1:
        raise ConfigurationError(f"prompt {origin} must have its text under a line such as '<!-- part: system -->'")
    return dict(zip(pieces[1::2], pieces[2::2], strict=True))
