"""The store: articles, their timelines in every version, and the events that can be asked for."""

from timeline.store.keys import ApiKey, KeyRing, NewKey
from timeline.store.ledger import StoreLedger
from timeline.store.query import EventQuery
from timeline.store.requests import RequestRecords
from timeline.store.snapshot import Snapshot
from timeline.store.store import Store, open_store
from timeline.store.stored import (
    ArticlePage,
    ArticleSummary,
    EventPage,
    Holdings,
    ListedEvent,
    SavedVersion,
    StoredArticle,
    StoredEvent,
)

__all__ = [
    "ApiKey",
    "ArticlePage",
    "ArticleSummary",
    "EventPage",
    "EventQuery",
    "Holdings",
    "KeyRing",
    "ListedEvent",
    "NewKey",
    "RequestRecords",
    "SavedVersion",
    "Snapshot",
    "Store",
    "StoreLedger",
    "StoredArticle",
    "StoredEvent",
    "open_store",
]
