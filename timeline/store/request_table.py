"""The table of requests to models: who is under way, and who went within the last minute."""

from sqlalchemy import Column, Float, Integer, String, Table

from timeline.store.tables import metadata

model_requests = Table(
    "model_requests",
    metadata,
    Column("ticket", String(32), primary_key=True),
    Column("endpoint", String(300), nullable=False),
    Column("asked", Float(53), nullable=False),
    Column("time", Float(53), index=True),
    Column("tokens", Integer, nullable=False),
    Column("expires", Float(53), index=True),
)
"""`time` is when the request goes or went, none while it waits for a place; `expires` is until when it counts as under
way or as waiting unless it is renewed, none when it has ended. Both are POSIX seconds of the database's clock."""
