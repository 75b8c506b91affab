"""How SQLite goes about a query: which indexes it walks through."""

from sqlalchemy.dialects import sqlite

from timeline.store.query import EventQuery
from timeline.store.searching import ask
from timeline.store.store import Store


def plan(store: Store, query: EventQuery, *, limit: int) -> list[str]:
    """Return the lines of EXPLAIN QUERY PLAN for the first page of a query; none where nothing can be found."""
    asked = ask(store.full_text, query, limit=limit + 1, after=None)
    if asked is None:
        return []
    compiled = asked.statement.compile(dialect=sqlite.dialect(paramstyle="named"))
    with store.database.reading() as connection:
        rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {compiled}", compiled.construct_params(asked.parameters))
        return [row.detail for row in rows]
