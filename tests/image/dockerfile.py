"""A Dockerfile as its instructions, one by one."""

import json
import re
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]


class Instruction(NamedTuple):
    """One instruction: its keyword, and the rest with continued lines joined."""

    keyword: str
    rest: str

    @property
    def words(self) -> list[str]:
        """The arguments without options."""
        return [word for word in self.rest.split() if not word.startswith("--")]

    @property
    def options(self) -> dict[str, str]:
        """The options that stand before the arguments."""
        found = re.match(r"(?:--[a-z-]+=\S+\s+)*", self.rest)
        return dict(re.findall(r"--([a-z-]+)=(\S+)", found[0] if found else ""))

    @property
    def exec_form(self) -> list[str]:
        """The list of a command in its exec form."""
        words: list[str] = json.loads(self.rest[self.rest.index("[") :])
        return words

    @property
    def pairs(self) -> dict[str, str]:
        """The names and values of an ENV."""
        return {name: value.strip('"') for name, value in re.findall(r'([A-Z_]+)=("[^"]*"|\S+)', self.rest)}


class Stage(NamedTuple):
    """What follows a FROM, up to the next. `name` is None where the stage has none."""

    base: str
    name: str | None
    instructions: list[Instruction]

    def all(self, keyword: str) -> list[Instruction]:
        """Return the instructions of one kind."""
        return [one for one in self.instructions if one.keyword == keyword]


def instructions() -> list[Instruction]:
    """Read the Dockerfile of the project."""
    text = (ROOT / "Dockerfile").read_text()
    lines = [line for line in text.splitlines() if not line.lstrip().startswith("#")]
    joined = re.sub(r"\\\n\s*", "", "\n".join(lines))
    return [Instruction(*line.split(None, 1)) for line in joined.splitlines() if line.strip()]


def stages() -> list[Stage]:
    """Return the stages in order, without what stands before the first."""
    found: list[Stage] = []
    for one in instructions():
        if one.keyword == "FROM":
            base, _, name = one.rest.partition(" AS ")
            found.append(Stage(base, name or None, []))
        elif found:
            found[-1].instructions.append(one)
    return found


def context() -> list[str]:
    """Return the paths that the build may see."""
    lines = (ROOT / ".dockerignore").read_text().splitlines()
    return [line.removeprefix("!") for line in lines if line.startswith("!")]
