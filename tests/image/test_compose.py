"""compose.yaml, by the basics of the Compose Specification and by the rules of the project."""

import re
from typing import Any

import pytest
import yaml

from tests.image.dockerfile import ROOT, stages

TEXT = (ROOT / "compose.yaml").read_text()
COMPOSE: dict[str, Any] = yaml.safe_load(TEXT)
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
NAMES = sorted(SERVICES)
KEYS = {
    "build", "cap_drop", "command", "depends_on", "deploy", "entrypoint", "env_file", "environment", "healthcheck",
    "image", "init", "networks", "ports", "read_only", "restart", "security_opt", "stop_grace_period", "tmpfs", "user",
    "volumes",
}  # fmt: skip
"""Keys of a service in the specification, as far as they are used here."""


def test_the_top_level_is_that_of_the_specification() -> None:
    """Without the version, which it gave up."""
    assert set(COMPOSE) == {"name", "services", "networks", "volumes"}


@pytest.mark.parametrize("name", NAMES)
def test_a_service_is_sound(name: str) -> None:
    """It has known keys, a sign of health, a root that is read-only, and no way to gain rights."""
    service = SERVICES[name]
    assert set(service) <= KEYS
    assert set(service["healthcheck"]) == {"test", "interval", "timeout", "start_period", "retries"}
    assert service["healthcheck"]["test"][0] == "CMD"
    assert service["read_only"] is True
    assert "/tmp" in service["tmpfs"]  # noqa: S108 - a path of the container
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert service["restart"] == "unless-stopped"


@pytest.mark.parametrize("name", NAMES)
def test_what_a_service_names_is_there(name: str) -> None:
    """Networks, volumes, and the services that it waits for, until they are healthy."""
    service = SERVICES[name]
    named = {volume.partition(":")[0] for volume in service.get("volumes", ())}
    assert named <= set(COMPOSE["volumes"])
    assert set(service["networks"]) <= set(COMPOSE["networks"])
    for other, how in service.get("depends_on", {}).items():
        assert how == {"condition": "service_healthy"}
        assert "healthcheck" in SERVICES[other]


def test_there_are_two_workers_on_one_database() -> None:
    """With a port of this machine for each, and no door to the database."""
    timeline = SERVICES["timeline"]
    assert (timeline["deploy"]["replicas"], timeline["ports"]) == (2, ["127.0.0.1:8000-8001:8000"])
    assert "@database/timeline" in timeline["environment"]["TIMELINE_DATABASE_URL"]
    assert "ports" not in SERVICES["database"]
    assert COMPOSE["networks"]["inside"] == {"internal": True}


def test_nothing_secret_is_written_down() -> None:
    """Passwords and keys are names of what the file .env has, which git leaves out."""
    for service in SERVICES.values():
        for name, value in service.get("environment", {}).items():
            if re.search("KEY|PASSWORD|URL", name):
                assert "${POSTGRES_PASSWORD" in value
    assert SERVICES["timeline"]["env_file"] == [".env"]
    assert ".env" in (ROOT / ".gitignore").read_text().splitlines()


def test_an_image_of_others_has_a_version() -> None:
    """`latest` is another one tomorrow."""
    assert re.fullmatch(r"postgres:[0-9]+-[a-z]+", SERVICES["database"]["image"])


def test_a_stop_leaves_time_for_the_grace() -> None:
    """The container is not killed while the service still finishes its requests, and then the articles of its jobs."""
    timeline = SERVICES["timeline"]
    assert int(timeline["stop_grace_period"].removesuffix("s")) > 2 * int(timeline["environment"]["TIMELINE_GRACE"])


def test_what_is_mounted_is_what_the_image_writes_to() -> None:
    """A volume elsewhere would be empty for ever."""
    (volumes,) = stages()[-1].all("VOLUME")
    targets = {volume.partition(":")[2] for volume in SERVICES["timeline"]["volumes"]}
    assert targets <= set(volumes.exec_form)
