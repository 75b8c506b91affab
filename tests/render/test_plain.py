"""Words made safe for one line."""

import json

import pytest

from timeline.render.plain import one_line, safe_json, web_address


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param(" a\t b\r\nc\u2028d\xa0e ", "a b c d e", id="blanks"),
        pytest.param("a\x00b\x1bc\x7fd\x9be", "a�b�c�d�e", id="controls"),
        pytest.param("a\u202eb\u2066c\u200fd", "abcd", id="direction"),
        pytest.param("Müller 李明 نمی\u200cشود", "Müller 李明 نمی\u200cشود", id="other-scripts"),
    ],
)
def test_one_line(words: str, expected: str) -> None:
    """Blanks are single, controls are shown, direction is dropped, letters stay."""
    assert one_line(words) == expected


def test_json_says_the_same_without_what_steers_a_terminal() -> None:
    """Letters of every script stay as they are."""
    said = {"title\x85": "a\x7fb\x9b31mc\u202ed \x1b Müller 李明", "plain": "\\u009b"}
    written = safe_json(json.dumps(said, ensure_ascii=False))
    assert json.loads(written) == said
    assert written.replace(" ", "").isprintable()
    assert "Müller 李明" in written


@pytest.mark.parametrize("address", ["https://news.example/a?b=1#c", "http://a.example", "HTTPS://A.EXAMPLE/"])
def test_a_web_address_may_be_linked(address: str) -> None:
    """HTTP addresses are returned as they are."""
    assert web_address(address) == address


@pytest.mark.parametrize(
    "address",
    [
        None,
        "",
        "javascript:alert(1)",
        " https://a.example",
        "java\nscript:x",
        "data:text/html,x",
        "//a.example",
        "https://",
        "https://a.example/<b>",
        'https://a.example/"x',
        "https://a.example/\x01",
        "file:///etc/passwd",
    ],
)
def test_any_other_address_may_not(address: str | None) -> None:
    """What is no plain HTTP address is not linked to."""
    assert web_address(address) is None
