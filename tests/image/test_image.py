"""What the image would hold, built by the steps of the Dockerfile, and started as a container would."""

import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest

from tests.image.dockerfile import ROOT, stages
from tests.image.image import BOUND, Image

pytestmark = pytest.mark.image

ARTICLE = {"text": "Ana Silva met Per Holm in Oslo on Friday.", "published": "2024-05-20"}


@pytest.fixture(scope="module")
def image() -> Iterator[Image]:
    """The image, built once."""
    with tempfile.TemporaryDirectory(prefix="timeline-image-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        python = "/usr/bin/python3" if Path("/usr/bin/python3").exists() and os.geteuid() == 0 else sys.executable
        subprocess.run([python, "-m", "venv", folder / "tools"], check=True)
        built = Image(folder / "root", folder / "tools" / "bin")
        built.build()
        yield built


class Container:
    """The service as the image starts it, on loopback."""

    def __init__(self, image: Image) -> None:
        last = stages()[-1]
        command = [*last.all("ENTRYPOINT")[0].exec_form, *last.all("CMD")[0].exec_form]
        command[command.index("--host") + 1] = "127.0.0.1"
        command[command.index("--port") + 1] = "0"
        self.lines: list[str] = []
        self.process = image.start(command)
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        self.lines.extend(self.process.stderr or ())

    def port(self) -> int:
        """Return where it listens, once its own health check says that it does."""
        until = time.monotonic() + BOUND
        while not (found := re.search(r"listening on http://127\.0\.0\.1:([0-9]+)", "".join(self.lines))):
            assert self.process.poll() is None, "".join(self.lines)
            assert time.monotonic() < until
            time.sleep(0.05)
        return int(found[1])


@pytest.fixture
def container(image: Image) -> Iterator[Container]:
    """A container that runs."""
    started = Container(image)
    yield started
    if started.process.poll() is None:
        started.process.kill()
    started.process.communicate()


def _is_healthy(image: Image, port: int) -> bool:
    check = stages()[-1].all("HEALTHCHECK")[0].exec_form
    return image.run([word.replace("8000", str(port)) for word in check]).returncode == 0


def test_the_image_serves_and_stops(image: Image, container: Container) -> None:
    """It becomes healthy, extracts, keeps what it extracted in its volume, and ends well when told to stop."""
    port = container.port()
    until = time.monotonic() + BOUND
    while not _is_healthy(image, port):
        assert time.monotonic() < until, "".join(container.lines)
    url = f"http://127.0.0.1:{port}"
    ready = httpx2.get(f"{url}/readyz", timeout=BOUND, trust_env=False)
    assert ready.json() == {"status": "ready", "store": "ok", "jobs": "ok", "model": "none"}
    timeline = httpx2.post(f"{url}/v1/extract", json=ARTICLE, timeout=BOUND, trust_env=False)
    assert [event["type"] for event in timeline.json()["events"]] == ["meeting"]
    container.process.send_signal(signal.SIGTERM)
    assert container.process.wait(timeout=BOUND) == 0
    assert (image.at("/var/lib/timeline") / "timeline.db").stat().st_size > 0
    assert not _is_healthy(image, port)


def test_no_other_machine_is_served_before_there_is_a_key(image: Image) -> None:
    """As the image listens on all addresses, it wants one first."""
    last = stages()[-1]
    refused = image.run([*last.all("ENTRYPOINT")[0].exec_form, *last.all("CMD")[0].exec_form])
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "timeline keys create" in refused.stderr


def test_the_commands_are_there(image: Image) -> None:
    """Keys are made in the container."""
    made = image.run(["timeline", "keys", "create", "desk"])
    assert made.returncode == 0, made.stderr
    assert "desk" in image.run(["timeline", "keys", "list"]).stdout


def test_the_wheel_alone_is_in_it(image: Image) -> None:
    """No sources, no installer, and nothing that the user of the container may change."""
    assert sorted(path.name for path in image.root.iterdir()) == ["opt", "tmp", "var"]
    assert sorted(path.name for path in image.at("/opt").iterdir()) == ["timeline"]
    files = {path.relative_to(image.root).as_posix() for path in image.at("/opt").rglob("*") if path.is_file()}
    package = next(name for name in files if name.endswith("site-packages/timeline/__init__.py"))
    assert f"{package.removesuffix('__init__.py')}_prompts/extract.md" in files
    assert not [name for name in files if "/pip/" in name or name.endswith((".lock", "/pyproject.toml"))]
    written = image.run(["sh", "-c", f"touch {image.at('/opt/timeline')}/x; touch {image.root}/x"])
    assert written.returncode != 0 or os.geteuid() != 0


def test_the_installed_wheel_proves_what_it_extracts(image: Image) -> None:
    """As away from the sources as a user is."""
    article = ROOT / "examples" / "meeting.txt"
    (image.tmp / "meeting.txt").write_text(article.read_text())
    timeline = image.run(["timeline", "extract", f"{image.tmp}/meeting.txt", "--engine", "rules", "--format", "json"])
    assert json.loads(timeline.stdout)["events"]
    (image.tmp / "t.json").write_text(timeline.stdout)
    assert image.run(["timeline", "verify", f"{image.tmp}/t.json", f"{image.tmp}/meeting.txt"]).returncode == 0
