"""By which the text of an article is found that failed."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take the step."""
    op.add_column("job_items", sa.Column("text_id", sa.String(80)))
    op.execute("UPDATE job_items SET text_id = article")
    op.create_index("ix_job_items_text_id", "job_items", ["text_id"])
