"""Keep and find records: raw bytes by digest, briefs by story."""

from firsthand.store.opening import KeptBrief, Reader, Writer, open_store

__all__ = ["KeptBrief", "Reader", "Writer", "open_store"]
