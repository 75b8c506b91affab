"""Items are read one by one, leniently in form and strictly in values."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import JsonValue

from tests.engines.llm.replies import item, reply
from timeline.engines.llm.parsing import parse_reply
from timeline.llm.messages import ModelReply


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("t3", "t3"),
        ("{t3}", "t3"),
        ("{t3: next Friday = 2024-10-18}", "t3"),
        ("[t3]", "t3"),
        ("next Friday", "next Friday"),
        ("t-bone day", "t-bone day"),
        ("", None),
        ("null", None),
        (None, None),
    ],
)
def test_a_tag_is_read_in_the_ways_models_write_it(when: str | None, expected: str | None) -> None:
    """A phrase stays a phrase."""
    [parsed] = parse_reply(ModelReply(text=reply(item(when=when)))).items
    assert parsed.draft is not None
    assert parsed.draft.when == expected


def test_what_may_be_empty_may_be_missing() -> None:
    """A server without schemas lets models leave out what is null."""
    small = {key: value for key, value in item().items() if key in ("ev", "trig", "type", "st", "title")}
    [parsed] = parse_reply(ModelReply(text=reply({**small, "who": None, "note": "x"}))).items
    assert parsed.draft is not None
    assert (parsed.draft.participants, parsed.draft.place) == ((), None)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        pytest.param({"type": "gossip"}, "type: ", id="unknown type"),
        pytest.param({"ev": "two"}, "ev: ", id="no list"),
        pytest.param({"ev": [1.5]}, "ev.0: ", id="half a number"),
        pytest.param({"who": [{"n": "A", "r": "boss"}]}, "who.0.r: ", id="unknown role"),
        pytest.param({"trig": None}, "trig: ", id="no trigger"),
        pytest.param({"title": "\ud800"}, "surrogate", id="half of a pair"),
    ],
)
def test_a_fault_names_its_field(change: dict[str, JsonValue], fault: str) -> None:
    """So that the model can correct it."""
    [parsed] = parse_reply(ModelReply(text=reply(item(**change)))).items
    assert parsed.draft is None
    assert fault in str(parsed.fault)


def test_numbers_in_strings_are_numbers() -> None:
    """Models without a schema write them so."""
    [parsed] = parse_reply(ModelReply(text=reply(item(id="4", ev=["2", "1", "2"])))).items
    assert parsed.draft is not None
    assert parsed.draft.evidence == (2, 1)


def test_each_item_has_an_id_of_its_own() -> None:
    """Of two with the same id the first keeps it; links lead there."""
    parsed = parse_reply(ModelReply(text=reply(item(id=3), item(id=3), "x", item(id=None)))).items
    assert [one.id for one in parsed] == [3, 4, 5, 6]


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(), st.lists, max_leaves=5))
def test_any_item_is_a_draft_or_a_fault_that_can_be_stored(raw: JsonValue) -> None:
    """No item is lost, and none breaks the output."""
    parsed = parse_reply(
        ModelReply(text=json.dumps({"events": [raw, {"id": raw, "ev": raw, "title": raw}, item()]}))
    ).items
    assert [one.draft is None for one in parsed] == [True, True, False]
    json.dumps([one.raw for one in parsed], allow_nan=False).encode()
