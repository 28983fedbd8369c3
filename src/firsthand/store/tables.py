"""The tables of a store."""

from __future__ import annotations

from sqlalchemy import Column, Integer, LargeBinary, MetaData, String, Table, Text

__all__ = ["briefs", "captures", "metadata", "story_articles", "story_log"]

metadata = MetaData()

captures = Table(
    "captures",
    metadata,
    Column("sha256", String(64), primary_key=True, doc="Of the raw bytes."),
    Column("item", Text, nullable=False, doc="The input as first named."),
    Column("url", Text, doc="Recorded with the capture."),
    Column("size", Integer, nullable=False, doc="Of the raw bytes."),
    Column("raw", LargeBinary, nullable=False, doc="The raw bytes, zlib-compressed."),
    Column("added_at", String(40), nullable=False, doc="ISO 8601."),
    Column("record", Text, doc="What its reader found, as JSON; null: kept by an earlier version."),
    Column("text", LargeBinary, doc="Its characters, zlib-compressed, if decoding gives others."),
)

briefs = Table(
    "briefs",
    metadata,
    Column("story", String(40), primary_key=True),
    Column("title", Text, nullable=False),
    Column("articles", Integer, nullable=False),
    Column("first", String(40), doc="Earliest publication, ISO 8601."),
    Column("last", String(40), doc="Latest publication, ISO 8601."),
    Column("as_of", String(40), nullable=False),
    Column("data", LargeBinary, nullable=False, doc="The brief's JSON, zlib-compressed."),
)

story_articles = Table(
    "story_articles",
    metadata,
    Column("article", String(40), primary_key=True),
    Column("story", String(40), nullable=False),
    Column("sha256", String(64), nullable=False, doc="Of the bytes the article was read from."),
)

story_log = Table(
    "story_log",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False, doc="From 0."),
    Column("kind", String(10), nullable=False, doc="opened, joined, merged or split."),
    Column("story", String(40), nullable=False, index=True),
    Column("other", String(40), index=True),
    Column("articles", Text, nullable=False, doc="Ids, as JSON."),
    Column("reasons", Text, nullable=False, doc="As JSON."),
    Column("at", String(40), nullable=False, doc="ISO 8601."),
)
"""Only ever added to: triggers refuse anything else."""
