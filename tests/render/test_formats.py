"""What holds for every format."""

import pytest

from timeline.render import Format, Rendered, render


@pytest.mark.parametrize("format_", list(Format))
def test_the_same_input_gives_the_same_characters(rendered: Rendered, format_: Format) -> None:
    """Rendering twice changes nothing."""
    assert render([rendered], format_) == render([rendered], format_)


@pytest.mark.parametrize("format_", list(Format))
def test_the_output_ends_with_one_newline(rendered: Rendered, empty: Rendered, format_: Format) -> None:
    """Output can be piped and concatenated."""
    written = render([rendered, empty], format_)
    assert written.endswith("\n")
    assert not written.endswith("\n\n")


@pytest.mark.parametrize("format_", list(Format))
def test_a_format_says_what_it_is_for(format_: Format) -> None:
    """Help texts are made from the definitions."""
    assert format_.definition
