"""How a naive reply is read: kindly, and without repairing its quotes."""

import json
from typing import Any

import pytest

from evals.gold import Gold
from evals.naive import naive_prompt, naive_request, read_naive
from timeline.domain.vocabulary import EventType

MEETING: dict[str, Any] = {
    "id": "e1",
    "title": "Venn meets Orla",
    "type": "Meeting",
    "status": "occurred",
    "date": "2021-04-09",
    "participants": [{"name": "Aldous Venn", "role": "participant"}, "Orla"],
    "place": "Tarn",
    "sources": [],
    "trigger": "met",
    "quotes": ["Lord Aldous Venn met Queen Orla in Tarn on Friday.", "They met again."],
}
DENIAL: dict[str, Any] = {"id": "e2", "title": "Brack denies it", "type": "denial", "quotes": ["Brack denied it."]}
LINK = {"kind": "denies", "from": "e2", "to": "e1"}


def test_a_reply_in_order(gold: Gold) -> None:
    """Quotes are located by exact search; one that stands nowhere is kept as such."""
    reply = json.dumps({"events": [MEETING, DENIAL], "relations": [LINK]})
    found = read_naive(reply, gold.article, name=gold.name)
    first = found.events[0]
    assert first.type == "meeting"
    assert [who.name for who in first.participants] == ["Aldous Venn", "Orla"]
    assert [span.of(gold.article.text) for span in first.evidence] == MEETING["quotes"][:1]
    assert first.unfound == ("They met again.",)
    assert [(link.kind, link.source, link.target) for link in found.relations] == [("denies", "e2", "e1")]
    assert found.characters == len(reply)


@pytest.mark.parametrize(
    "reply",
    [
        pytest.param("```json\n" + json.dumps({"events": [MEETING]}) + "\n```", id="in a code fence"),
        pytest.param("Here they are:\n" + json.dumps({"events": [MEETING]}) + "\nDone.", id="with prose around"),
        pytest.param(json.dumps([MEETING]), id="a bare list"),
        pytest.param(json.dumps({"events": [MEETING, DENIAL]})[:-40], id="cut off"),
    ],
)
def test_events_are_found_in_untidy_replies(gold: Gold, reply: str) -> None:
    """A baseline is not to lose by its form."""
    assert [event.title for event in read_naive(reply, gold.article, name=gold.name).events] == ["Venn meets Orla"]


@pytest.mark.parametrize("reply", ["", "I cannot help with that.", '{"events": null}', "[1, 2]", '{"events": ["x"]}'])
def test_what_is_no_reply_gives_no_events(gold: Gold, reply: str) -> None:
    """Nothing is invented for it."""
    assert read_naive(reply, gold.article, name=gold.name).events == ()


def test_items_without_form_are_counted(gold: Gold) -> None:
    """What was proposed and could not be read is lost, not forgotten."""
    found = read_naive(json.dumps({"events": [MEETING, "x", {"date": "2021"}]}), gold.article, name=gold.name)
    assert (len(found.events), found.lost) == (1, 2)


@pytest.mark.parametrize(
    ("field", "value"),
    [("participants", "Venn"), ("sources", {"name": "x"}), ("quotes", 7), ("place", []), ("date", {}), ("type", None)],
)
def test_fields_of_the_wrong_kind_are_passed_over(gold: Gold, field: str, value: object) -> None:
    """One bad field does not cost the event."""
    reply = json.dumps({"events": [{**MEETING, field: value}]})
    assert len(read_naive(reply, gold.article, name=gold.name).events) == 1


def test_the_request_holds_the_article_and_the_vocabulary(gold: Gold) -> None:
    """The plain prompt names every value, the publication date, and no tag or number."""
    [message] = naive_request(naive_prompt(), gold.article).messages
    assert gold.article.text.strip() in message.content
    assert "2021-04-11" in message.content
    assert all(value in message.content for value in EventType)
