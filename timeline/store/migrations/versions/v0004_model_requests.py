"""Requests to models, so that processes can share limits."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take the step."""
    op.create_table(
        "model_requests",
        sa.Column("ticket", sa.String(32), primary_key=True),
        sa.Column("endpoint", sa.String(300), nullable=False),
        sa.Column("asked", sa.Float(53), nullable=False),
        sa.Column("time", sa.Float(53)),
        sa.Column("tokens", sa.Integer, nullable=False),
        sa.Column("expires", sa.Float(53)),
    )
    for column in ("time", "expires"):
        op.create_index(f"ix_model_requests_{column}", "model_requests", [column])
