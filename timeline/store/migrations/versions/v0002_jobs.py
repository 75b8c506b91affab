"""Jobs, their articles, and the workers."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Take the step."""
    op.create_table(
        "jobs",
        sa.Column("id", sa.String(40), primary_key=True),
        sa.Column("created", _MOMENT, nullable=False),
        sa.Column("engine", sa.String(16), nullable=False),
        sa.Column("model", sa.String(200)),
        sa.Column("published", sa.Date),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("cancelled", _MOMENT),
    )
    op.create_index("ix_jobs_created", "jobs", ["created"])
    _make_items()
    op.create_table(
        "workers",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("seen", _MOMENT, nullable=False),
    )


def _make_items() -> None:
    op.create_table(
        "job_items",
        sa.Column("job", sa.String(40), sa.ForeignKey("jobs.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("name", sa.String(1000)),
        sa.Column("form", sa.String(16), nullable=False),
        sa.Column("input", sa.Text),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("turn", sa.Integer, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("is_queued", sa.Boolean, nullable=False),
        sa.Column("article", sa.String(80)),
        sa.Column("version", sa.Integer),
        sa.Column("error_kind", sa.String(32)),
        sa.Column("error", sa.Text),
        sa.Column("events", sa.Integer, nullable=False),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("requests", sa.Integer, nullable=False),
        sa.Column("cost_usd", sa.Float),
        sa.Column("ended", _MOMENT),
    )
    op.create_index("ix_job_items_state", "job_items", ["job", "state"])
    op.create_index("ix_job_items_waiting", "job_items", ["state", "is_queued", "number"])
