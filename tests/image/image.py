"""An image without an engine: the steps of the Dockerfile, done below a folder that stands for the root.

The paths of the image are moved below the folder; the user is made by its number; where this process may, the whole
root is mounted read-only but for the volumes and `/tmp`.
"""

import os
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

from tests.image.dockerfile import ROOT, Instruction, Stage, stages

BOUND = 60.0
"""Seconds after which a process that should have done something is given up."""

_UID = 10001
_AS_USER = ("setpriv", f"--reuid={_UID}", f"--regid={_UID}", "--clear-groups", "--no-new-privs", "--bounding-set=-all")
_TREES = re.compile(r"(?<![\w/])(?:/opt/timeline|/var/lib/timeline|/var/cache/timeline|/src)")


class Image:
    """A folder that stands for the root of the image."""

    def __init__(self, root: Path, tools: Path) -> None:
        self.root = root
        self.tmp = root / "tmp"
        self._tools = tools

    def build(self) -> None:
        """Do what the Dockerfile says, stage by stage."""
        first, last = stages()
        self._do(first)
        (kept,) = last.all("COPY")
        built = self.root.with_name("built")
        self.root.rename(built)
        self.root.mkdir(mode=0o755)
        for source, target in [kept.words]:
            shutil.copytree(self.at(source, built), self.at(target), symlinks=True)
        shutil.rmtree(built)
        for volume in last.all("VOLUME")[0].exec_form:
            self.at(volume).mkdir(parents=True)
        self.tmp.mkdir()
        for folder in self.writable if os.geteuid() == 0 else ():
            os.chown(folder, _UID, _UID)

    def at(self, path: str, root: Path | None = None) -> Path:
        """Return where a path of the image is."""
        return (root or self.root) / path.lstrip("/")

    @property
    def writable(self) -> list[Path]:
        """Return what is no part of the read-only root: the volumes, and a file system in memory for `/tmp`."""
        return [*(self.at(volume) for volume in stages()[-1].all("VOLUME")[0].exec_form), self.tmp]

    @property
    def env(self) -> dict[str, str]:
        """The environment of the container, and nothing of ours."""
        told = {name: value for one in stages()[-1].all("ENV") for name, value in one.pairs.items()}
        moved = {name: self._moved(value) for name, value in told.items()}
        moved |= {name: f"{self.root}{told[name]}" for name in ("XDG_DATA_HOME", "XDG_CACHE_HOME")}
        moved["PATH"] = moved["PATH"].replace("$PATH", "/usr/bin:/bin")
        return {**moved, "TMPDIR": str(self.tmp)}

    def start(self, command: list[str], **env: str) -> "subprocess.Popen[str]":
        """Start a command as the container's user, in its folder and its environment, on a root that is read-only."""
        as_user = _AS_USER if os.geteuid() == 0 else ()
        return subprocess.Popen(
            [*_read_only(self.writable), *as_user, *command],
            cwd=self.at("/var/lib/timeline"),
            env={**self.env, **env},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, command: list[str]) -> "subprocess.CompletedProcess[str]":
        """Run a command to its end."""
        process = self.start(command)
        out, err = process.communicate(timeout=BOUND)
        return subprocess.CompletedProcess(command, process.returncode, out, err)

    def _do(self, stage: Stage) -> None:
        folder = self.root
        for one in stage.instructions:
            match one.keyword:
                case "WORKDIR":
                    folder = self.at(one.rest)
                    folder.mkdir(parents=True)
                case "COPY":
                    *sources, target = one.words
                    for source in sources:
                        _copy(ROOT / source, folder / target)
                case "RUN":
                    self._run(one, folder)

    def _run(self, run: Instruction, folder: Path) -> None:
        env = {"PATH": f"{self._tools}:/usr/bin:/bin", "HOME": str(self.root), "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
        told = {name: value for name, value in os.environ.items() if name.startswith(("PIP_", "SSL_", "HTTP"))}  # noqa: TID251 - how this machine reaches its packages
        done = subprocess.run(
            ["/bin/sh", "-ec", self._moved(run.rest)],
            cwd=folder,
            env={**told, **env},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr

    def _moved(self, text: str) -> str:
        """Return a text with the paths of the image below our folder."""
        return _TREES.sub(lambda tree: f"{self.root}{tree[0]}", text)


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
    else:
        shutil.copy(source, target)


@cache
def _can_mount() -> bool:
    return os.geteuid() == 0 and subprocess.run(["unshare", "--mount", "true"], check=False).returncode == 0  # noqa: S607 - the tool of the machine


def _read_only(writable: list[Path]) -> list[str]:
    """Return what starts a command on a read-only root; where mounting is not allowed, the rights of the user do it."""
    if not _can_mount():
        return []
    binds = " && ".join(f"mount --bind {path} {path}" for path in writable)
    script = f'{binds} && mount -o remount,ro,bind / && exec "$@"'
    return ["unshare", "--mount", "--propagation=private", "sh", "-ec", script, "sh"]
