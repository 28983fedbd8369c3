"""What a reader found in a capture: form, facts, roles, characters that are not the raw bytes'."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the columns; captures kept before have none of it and are read again from their bytes."""
    op.add_column("captures", sa.Column("record", sa.Text))
    op.add_column("captures", sa.Column("text", sa.LargeBinary))
