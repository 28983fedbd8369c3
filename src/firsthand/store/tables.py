"""The tables of a store."""

from __future__ import annotations

from sqlalchemy import Column, Integer, LargeBinary, MetaData, String, Table, Text

__all__ = ["briefs", "captures", "metadata"]

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
