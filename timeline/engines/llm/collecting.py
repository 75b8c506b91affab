"""Items of many replies become drafts whose relations count all events of the article from 0."""

from collections.abc import Sequence

from timeline.domain.draft import NOWHERE, DraftEvent, DraftRelation
from timeline.domain.timeline import Rejection
from timeline.domain.vocabulary import RejectionReason
from timeline.engines.llm.parsing import Item


class Collection:
    """Numbers events across the replies for one article, in the order in which they come."""

    def __init__(self) -> None:
        self.events: list[DraftEvent] = []

    def add(self, items: Sequence[Item], *, known: int = 0) -> tuple[tuple[DraftEvent, ...], tuple[Rejection, ...]]:
        """Take in the items of one reply; return its events and the rejections of items that are none.

        A relation to an item that is not there, or is rejected, leads nowhere; its event is kept. The first
        `known` events of the article were shown with the question, by their place counted from 1.
        """
        kept = [item for item in items if item.draft is not None]
        rejected = tuple(_rejection_of(item) for item in items if item.draft is None)
        first = len(self.events)
        index_of = {item.id: first + position for position, item in enumerate(kept)}
        index_of |= {index + 1: index for index in range(known)}
        events = tuple(_linked(item, first + position, index_of) for position, item in enumerate(kept))
        self.events += events
        return events, rejected


def _linked(item: Item, own_index: int, index_of: dict[int, int]) -> DraftEvent:
    if item.draft is None:
        raise ValueError("only an item that holds a draft can be linked")
    if not item.links:
        return item.draft
    relations = (
        DraftRelation(kind=link.k, to=index_of.get(link.to, NOWHERE))
        for link in item.links
        if index_of.get(link.to) != own_index
    )
    return item.draft.model_copy(update={"relations": tuple(dict.fromkeys(relations))})


def _rejection_of(item: Item) -> Rejection:
    return Rejection(reason=RejectionReason.INVALID_ITEM, message=item.fault or "", draft=item.raw)
