"""Items with a fault are asked for once more, those alone; what comes back is one item for one."""

from collections.abc import Sequence

from timeline.engines.llm.parsing import Item

MOST_AT_ONCE = 40
"""How many items one request asks about, so that its reply fits."""


def batches(items: Sequence[Item]) -> list[list[Item]]:
    """Return the items that have a fault, in pieces of which each is one request."""
    faulty = [item for item in items if item.fault is not None]
    return [faulty[start : start + MOST_AT_ONCE] for start in range(0, len(faulty), MOST_AT_ONCE)]


def with_answers(items: Sequence[Item], answers: Sequence[Item]) -> tuple[Item, ...]:
    """Put each answer in the place of the item it answers; say of an item that nobody asked for that it is one.

    An item whose form was right keeps it where the answer is no better: what it points at is for proof to judge.
    """
    by_id = {answer.id: answer for answer in answers}
    known = {item.id for item in items}
    unasked = [answer for answer in answers if answer.id not in known]
    repaired = [_better(item, by_id.get(item.id)) for item in items]
    return (*repaired, *(_not_asked_for(answer) for answer in unasked))


def _better(item: Item, answer: Item | None) -> Item:
    if item.fault is None or answer is None:
        return item
    if answer.fault is None or (item.draft is None and answer.draft is not None):
        return answer
    return item._replace(fault=f"{item.fault}; asked for again: {answer.fault}")


def _not_asked_for(answer: Item) -> Item:
    return answer._replace(draft=None, links=(), fault="came with the answer to a question about other events")
