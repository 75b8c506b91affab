"""Engines of constrained decoding accept the schema of a reply: they compile it, and a reply follows it."""

import json

import pytest
from llguidance import LLMatcher, LLTokenizer, TokenizerWrapper
from outlines_core.json_schema import build_regex_from_schema  # type: ignore[import-untyped]  # ships no types

from tests.engines.llm.replies import item
from timeline.engines.llm.wire import reply_schema

LINKED = item(when=None, at=None, src=["NNA"], rel=[{"k": "denies", "to": 2}])
REPLY = {"events": [item(), LINKED]}


class ByteTokenizer:
    """Every byte is a token, so no table has to be downloaded."""

    eos_token_id = 256
    bos_token_id = None
    tokens = (*(bytes([byte]) for byte in range(256)), b"<eos>")
    special_token_ids = (256,)

    def __call__(self, text: bytes) -> list[int]:
        """Return the tokens of the text."""
        return list(text)


def _follows(text: str) -> bool:
    tokenizer = LLTokenizer(TokenizerWrapper(ByteTokenizer()))
    matcher = LLMatcher(tokenizer, LLMatcher.grammar_from_json_schema(reply_schema().definition))
    tokens = list(text.encode())
    return matcher.try_consume_tokens(tokens) == len(tokens) and matcher.is_accepting()


def test_llguidance_takes_a_reply() -> None:
    """To its last byte."""
    assert _follows(json.dumps(REPLY))


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param({"events": [item(type="gossip")]}, id="unknown type"),
        pytest.param({"events": [{"id": 1}]}, id="missing fields"),
        pytest.param({"events": [item(note="x")]}, id="unknown field"),
    ],
)
def test_llguidance_refuses_what_is_no_reply(wrong: dict[str, object]) -> None:
    """So a model under constraint cannot write it."""
    assert not _follows(json.dumps(wrong))


def test_outlines_core_compiles_the_schema() -> None:
    """It makes a regular expression of it."""
    assert "summit" in build_regex_from_schema(json.dumps(reply_schema().definition))
