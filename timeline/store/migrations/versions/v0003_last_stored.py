"""The order in which articles are listed."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take the step."""
    op.create_index("ix_articles_last_stored", "articles", ["last_stored", "key"])
