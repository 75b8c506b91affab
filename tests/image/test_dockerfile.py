"""The Dockerfile, by the rules of hadolint that it could break, and by those of the project."""

import re
from collections.abc import Callable

import pytest

from tests.image.dockerfile import ROOT, Instruction, Stage, context, instructions, stages

ALL = instructions()
STAGES = stages()
LAST = STAGES[-1]
NAMES = {None, *(stage.name for stage in STAGES)}
RUNS = [one for one in ALL if one.keyword == "RUN"]


def commands(run: Instruction) -> list[str]:
    """Return the commands of a RUN."""
    return re.split(r"\s*(?:&&|\|\||;)\s*", run.rest)


def of(keyword: str) -> list[Instruction]:
    """Return all instructions of a kind."""
    return [one for one in ALL if one.keyword == keyword]


RULES: dict[str, Callable[[], bool]] = {
    "DL3000: WORKDIR is absolute": lambda: all(one.rest.startswith("/") for one in of("WORKDIR")),
    "DL3002: the last user is not root": lambda: LAST.all("USER")[-1].rest not in ("root", "0"),
    "DL3003: no cd": lambda: not any(one.startswith("cd ") for run in RUNS for one in commands(run)),
    "DL3004: no sudo": lambda: not any("sudo" in run.rest for run in RUNS),
    "DL3012: one HEALTHCHECK": lambda: len(LAST.all("HEALTHCHECK")) == 1,
    "DL3020: COPY, not ADD": lambda: not of("ADD"),
    "DL3022: COPY --from names a stage": lambda: {one.options.get("from") for one in of("COPY")} <= NAMES,
    "DL3024: stages have names of their own": lambda: len(NAMES) == len(STAGES),
    "DL3025: commands are lists": lambda: all(one.rest.startswith("[") for one in (*of("CMD"), *of("ENTRYPOINT"))),
    "DL3044: ENV does not use what it sets": lambda: all(_uses_old_values(one) for one in of("ENV")),
    "DL3045: a relative COPY has a WORKDIR": lambda: all(
        stage.all("WORKDIR") for stage in STAGES if _is_relative(stage)
    ),
    "DL3046: a high uid leaves no log": lambda: all(
        "--no-log-init" in run.rest for run in RUNS if "useradd" in run.rest
    ),
    "DL4000: no MAINTAINER": lambda: not of("MAINTAINER"),
    "DL4003: one CMD": lambda: len(LAST.all("CMD")) == 1,
    "DL4004: one ENTRYPOINT": lambda: len(LAST.all("ENTRYPOINT")) == 1,
    "DL4006: no pipe hides a failure": lambda: not any(re.search(r"[^|]\|[^|]", run.rest) for run in RUNS),
}


def _uses_old_values(env: Instruction) -> bool:
    """Say whether no value names another variable of the same ENV; PATH may name what it was before."""
    return not any(f"${name}" in value for name in env.pairs for of, value in env.pairs.items() if of != name)


def _is_relative(stage: Stage) -> bool:
    return any(not copy.words[-1].startswith("/") for copy in stage.all("COPY"))


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_of_hadolint_is_kept(rule: str) -> None:
    """Each is named as hadolint names it."""
    assert RULES[rule]()


def test_the_base_has_a_tag() -> None:
    """DL3006 and DL3007: one base for both stages, with a version that does not move to the next of Python."""
    (argument,) = (one for one in ALL if one.keyword == "ARG")
    assert re.fullmatch(r"BASE=python:3\.[0-9]+-slim-[a-z]+", argument.rest)
    assert [stage.base for stage in STAGES] == ["${BASE}", "${BASE}"]


@pytest.mark.parametrize(
    "command", [one for run in RUNS for one in commands(run) if re.search(r"\bpip\b.* install", one)]
)
def test_what_is_installed_is_locked(command: str) -> None:
    """DL3013 and DL3042: by hash, or the wheel that was just built and nothing with it; and no cache is left."""
    assert "--no-cache-dir" in command
    assert "--require-hashes" in command or ("--no-deps" in command and command.endswith("dist/*.whl"))


def test_the_second_stage_holds_the_wheel_alone() -> None:
    """Nothing is copied into it but the environment that the wheel is installed in."""
    (copy,) = LAST.all("COPY")
    assert copy.words == ["/opt/timeline", "/opt/timeline"]


def test_a_build_sees_what_it_copies_and_no_more() -> None:
    """The context is a list of what is allowed, so no key and no history gets into an image."""
    copied = {word for one in STAGES[0].all("COPY") for word in one.words[:-1]}
    assert copied == set(context())
    assert (ROOT / ".dockerignore").read_text().splitlines()[0] == "*"
    assert all((ROOT / path).exists() for path in copied)


def test_no_secret_is_built_in() -> None:
    """Keys come from the environment of the container."""
    assert not re.search(r"KEY|SECRET|PASSWORD|TOKEN", " ".join(one.rest for one in (*of("ENV"), *of("ARG"))))


def test_what_may_be_written_is_a_volume() -> None:
    """So the root can be read-only: the settings' data and cache lead there."""
    environment = {name: value for one in LAST.all("ENV") for name, value in one.pairs.items()}
    (volume,) = LAST.all("VOLUME")
    folders = {f"{environment['XDG_DATA_HOME']}/timeline", f"{environment['XDG_CACHE_HOME']}/timeline"}
    assert set(volume.exec_form) == folders
    assert environment["HOME"] in folders
