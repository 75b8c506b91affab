"""A prompt file is front matter and parts; what it lacks or needs is said by name."""

import hashlib
from pathlib import Path

import pytest

from timeline.errors import ConfigurationError
from timeline.prompting.library import load_prompt, prompts_directory
from timeline.prompting.prompt import parse_prompt

CONTENT = (
    b"---\nname: greet\nversion: 2\npurpose: Say hello.\n---\n<!-- part: system -->\nBe kind.\n"
    b"<!-- part: user -->\nHello {{ name }}, {% for word in words %}{{ word }} {% endfor %}\n"
)


def test_a_prompt_is_identified_by_the_hash_of_its_bytes() -> None:
    """The identity is the SHA-256 of the file."""
    prompt = parse_prompt(CONTENT, origin="greet.md")
    assert (prompt.name, prompt.version, prompt.purpose) == ("greet", "2", "Say hello.")
    assert prompt.identity == "sha256:" + hashlib.sha256(CONTENT).hexdigest()


def test_a_part_is_rendered_with_its_variables() -> None:
    """Each part is a template of its own."""
    prompt = parse_prompt(CONTENT, origin="greet.md")
    assert prompt.render("system", {}) == "Be kind."
    assert prompt.render("user", {"name": "Ada", "words": ["a", "b"]}) == "Hello Ada, a b"
    assert prompt.variables == {"name", "words"}


def test_a_value_is_never_read_as_a_template() -> None:
    """Braces in an article are text."""
    prompt = parse_prompt(CONTENT, origin="greet.md")
    assert prompt.render("user", {"name": "{{ words }}{% raw %}", "words": []}) == "Hello {{ words }}{% raw %},"


def test_a_missing_variable_is_named() -> None:
    """Rendering without a variable fails and says which."""
    prompt = parse_prompt(CONTENT, origin="greet.md")
    with pytest.raises(ConfigurationError, match="part 'user' needs name, words"):
        prompt.render("user", {})


def test_a_missing_attribute_is_named() -> None:
    """A field that a variable lacks is told too."""
    prompt = parse_prompt(CONTENT.replace(b"{{ name }}", b"{{ name.first }}"), origin="greet.md")
    with pytest.raises(ConfigurationError, match="first"):
        prompt.render("user", {"name": {}, "words": []})


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(b"no front matter", "must open with front matter", id="no front matter"),
        pytest.param(CONTENT.replace(b"purpose", b"porpoise"), "porpoise", id="unknown key"),
        pytest.param(CONTENT.replace(b"version: 2\n", b""), "lacks a key", id="missing key"),
        pytest.param(CONTENT.replace(b"<!-- part: system -->\n", b""), "part: system", id="text outside a part"),
        pytest.param(CONTENT.replace(b"{{ name }}", b"{{ name "), "of a part", id="broken template"),
        pytest.param(b"\xff\xfe", "not UTF-8 at byte 0", id="not UTF-8"),
    ],
)
def test_a_file_that_is_no_prompt_says_why(content: bytes, message: str) -> None:
    """Every fault of a file is told with its name."""
    with pytest.raises(ConfigurationError, match=message):
        parse_prompt(content, origin="greet.md")


def test_an_unknown_part_is_named() -> None:
    """Asking for a part that is not there says what to add."""
    with pytest.raises(ConfigurationError, match="'<!-- part: coda -->'"):
        parse_prompt(CONTENT, origin="greet.md").render("coda", {})


def test_a_given_folder_is_where_prompts_are_read(tmp_path: Path) -> None:
    """A folder of the user's own comes before the one that is installed."""
    (tmp_path / "greet.md").write_bytes(CONTENT)
    assert load_prompt("greet", tmp_path).name == "greet"


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    """A wrong setting is never passed over in favour of a default."""
    with pytest.raises(ConfigurationError, match="TIMELINE_PROMPTS_DIR"):
        prompts_directory(tmp_path / "nowhere")


def test_a_prompt_that_is_not_there_is_told(tmp_path: Path) -> None:
    """The message names the file."""
    with pytest.raises(ConfigurationError, match=r"greet\.md"):
        load_prompt("greet", tmp_path)


def test_a_file_must_bear_its_own_name(tmp_path: Path) -> None:
    """A copy under another name would be stamped wrongly on results."""
    (tmp_path / "welcome.md").write_bytes(CONTENT)
    with pytest.raises(ConfigurationError, match="calls itself 'greet'"):
        load_prompt("welcome", tmp_path)


def test_the_prompts_of_the_project_are_found() -> None:
    """Without a folder given, those that ship with the package are read."""
    assert load_prompt("extract").name == "extract"
