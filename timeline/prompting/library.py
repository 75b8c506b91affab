"""Where prompt files are: a folder that is given, else the one in the package, else the one beside it."""

from pathlib import Path

from timeline.errors import ConfigurationError
from timeline.prompting.prompt import Prompt, parse_prompt

_PACKAGE = Path(__file__).resolve().parent.parent
PACKAGED = _PACKAGE / "_prompts"
BESIDE_PACKAGE = _PACKAGE.parent / "prompts"


def prompts_directory(given: Path | None = None) -> Path:
    """Return the folder that prompts are read from.

    Raises:
        ConfigurationError: A folder was given and is not there, or none is.
    """
    if given is not None:
        if not given.is_dir():
            raise ConfigurationError(f"prompts directory {str(given)!r} is not a folder; set TIMELINE_PROMPTS_DIR")
        return given
    for candidate in (PACKAGED, BESIDE_PACKAGE):
        if candidate.is_dir():
            return candidate
    raise ConfigurationError("no prompts are installed; set TIMELINE_PROMPTS_DIR to a folder that holds them")


def load_prompt(name: str, directory: Path | None = None) -> Prompt:
    """Read `name`.md from the prompts folder.

    Raises:
        ConfigurationError: The file is not there, cannot be read, or is no prompt.
    """
    path = prompts_directory(directory) / f"{name}.md"
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ConfigurationError(f"prompt {name!r} cannot be read from {str(path)!r}: {error.strerror}") from error
    prompt = parse_prompt(content, origin=repr(path.name))
    if prompt.name != name:
        raise ConfigurationError(f"prompt file {path.name!r} calls itself {prompt.name!r}; name it {name!r}")
    return prompt
