"""Captures and briefs."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "captures",
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("item", sa.Text, nullable=False),
        sa.Column("url", sa.Text),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("raw", sa.LargeBinary, nullable=False),
        sa.Column("added_at", sa.String(40), nullable=False),
    )
    op.create_table(
        "briefs",
        sa.Column("story", sa.String(40), primary_key=True),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("articles", sa.Integer, nullable=False),
        sa.Column("first", sa.String(40)),
        sa.Column("last", sa.String(40)),
        sa.Column("as_of", sa.String(40), nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
    )
