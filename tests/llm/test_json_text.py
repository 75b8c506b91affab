"""JSON is found in whatever a model wraps it in."""

import pytest

from timeline.llm.json_text import find_items, find_list


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('{"events": [{"id": 1}]}', id="bare"),
        pytest.param('\ufeff  {"events": [{"id": 1}]}\n', id="byte-order mark"),
        pytest.param('```json\n{"events": [{"id": 1}]}\n```', id="code fence"),
        pytest.param('Sentences [1] and [2] {sic} give: {"events": [{"id": 1}]} I hope.', id="prose around"),
        pytest.param('<think>{"events": [{"id": 9}]}</think>{"events": [{"id": 1}]}', id="thoughts before"),
        pytest.param('[{"id": 1}]', id="a list alone"),
        pytest.param('{"note": 1} {"events": [{"id": 1}]}', id="another object before"),
    ],
)
def test_a_list_is_found(text: str) -> None:
    """Wherever it stands."""
    assert find_list(text, "events") == [{"id": 1}]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("There is no event.", id="prose"),
        pytest.param('{"events": [{"who": [{"n": "A"}]}, {"wh', id="cut off"),
        pytest.param('{"events": {"id": 1}}', id="no list"),
        pytest.param('{"records": []}', id="another key"),
        pytest.param("[1, 2]", id="a list of no objects"),
        pytest.param("[" * 100_000, id="brackets without end"),
    ],
)
def test_no_list_is_none(text: str) -> None:
    """Half a list is not taken for a whole one."""
    assert find_list(text, "events") is None


def test_complete_items_of_a_broken_list_are_found() -> None:
    """The one that is cut off is not among them."""
    assert find_items('{"events": [{"id": 1}, "x",\n {"id": 2}, {"id": ', "events") == ({"id": 1}, "x", {"id": 2})


def test_nothing_is_found_where_no_list_begins() -> None:
    """Prose has no items."""
    assert find_items("none", "events") == ()


@pytest.mark.parametrize("number", ["NaN", "-Infinity", "1e999"])
def test_a_number_that_json_cannot_carry_becomes_text(number: str) -> None:
    """What was proposed can be written out again."""
    assert find_list(f'{{"events": [{number}, 1.5]}}', "events") == [number, 1.5]
