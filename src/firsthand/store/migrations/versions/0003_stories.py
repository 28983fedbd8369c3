"""Which article is in which kept story, and the log of what became of stories."""

import json
import zlib

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_FIRST = "the stories of a store that was written before there was a log"


def upgrade() -> None:
    """Make the tables, and enter the stories whose briefs are kept: they keep their ids."""
    members = op.create_table(
        "story_articles",
        sa.Column("article", sa.String(40), primary_key=True),
        sa.Column("story", sa.String(40), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
    )
    log = op.create_table(
        "story_log",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("story", sa.String(40), nullable=False),
        sa.Column("other", sa.String(40)),
        sa.Column("articles", sa.Text, nullable=False),
        sa.Column("reasons", sa.Text, nullable=False),
        sa.Column("at", sa.String(40), nullable=False),
    )
    op.create_index("ix_story_log_story", "story_log", ["story"])
    op.create_index("ix_story_log_other", "story_log", ["other"])
    for what in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER story_log_no_{what.lower()} BEFORE {what} ON story_log "
            "BEGIN SELECT RAISE(ABORT, 'the log of stories is only added to'); END"
        )
    briefs = sa.table(
        "briefs", sa.column("story"), sa.column("as_of"), sa.column("data", sa.LargeBinary)
    )
    bind = op.get_bind()
    rows = bind.execute(
        sa.select(briefs.c.story, briefs.c.as_of, briefs.c.data).order_by(briefs.c.story)
    )
    for number, row in enumerate(rows.all()):
        articles = {
            one["id"]: one["sha256"]
            for one in json.loads(zlib.decompress(row.data)).get("articles", ())
        }
        for article, sha256 in articles.items():
            bind.execute(members.insert().values(article=article, story=row.story, sha256=sha256))
        bind.execute(
            log.insert().values(
                number=number,
                kind="opened",
                story=row.story,
                articles=json.dumps(sorted(articles)),
                reasons=json.dumps([{"feature": _FIRST}]),
                at=row.as_of,
            )
        )
