"""Every rule of English finds and resolves its own example."""

from datetime import date

import pytest

from timeline.temporal import tag
from timeline.temporal.english.rules import RULES
from timeline.temporal.grammar import Rule


@pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])
def test_example(rule: Rule) -> None:
    """The rule decides its example, with the value and date that it states."""
    example = rule.example
    found = [
        (one.text, one.value, one.edtf) for one in tag(example.sentence, date(2024, 10, 12)) if one.rule == rule.name
    ]
    assert (example.phrase, example.value, example.edtf) in found
