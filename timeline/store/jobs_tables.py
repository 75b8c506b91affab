"""The tables of jobs: what was handed in, how far each of its articles is, and which workers are alive.

They are the truth about a job. The queue that workers take from holds nothing that cannot be made anew from them.
"""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
)

from timeline.store.tables import UtcTime, metadata

jobs = Table(
    "jobs",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("created", UtcTime, nullable=False, index=True),
    Column("engine", String(16), nullable=False),
    Column("model", String(200)),
    Column("published", Date),
    Column("note", Text, nullable=False),
    Column("cancelled", UtcTime),
)
"""`published` holds for articles that carry no date; `note` is whoever handed the job in's own; `cancelled` is when the
job was cancelled, unless some of it was queued again since."""

job_items = Table(
    "job_items",
    metadata,
    Column("job", String(40), ForeignKey("jobs.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("name", String(1000)),
    Column("form", String(16), nullable=False),
    Column("input", Text),
    Column("text_id", String(80), index=True),
    Column("state", String(16), nullable=False),
    Column("turn", Integer, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("is_queued", Boolean, nullable=False),
    Column("article", String(80)),
    Column("version", Integer),
    Column("error_kind", String(32)),
    Column("error", Text),
    Column("events", Integer, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("requests", Integer, nullable=False),
    Column("cost_usd", Float),
    Column("ended", UtcTime),
    Index("ix_job_items_state", "job", "state"),
    Index("ix_job_items_waiting", "state", "is_queued", "number"),
)
"""`turn` counts how often the article was handed in: at first, and by each retry. `attempts` counts how often a worker
began it. `is_queued` says that this turn of it was put in the workers' queue. `text_id` is the id of the article whose
text stands in `input`, as soon as that is known: by it the input of one that failed, and so never got an `article`, is
found when that text is to be forgotten."""

workers = Table(
    "workers",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("seen", UtcTime, nullable=False),
)
