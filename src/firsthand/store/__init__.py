"""Keep and find records: raw bytes by digest, briefs by story."""

from firsthand.store.opening import KeptBrief, KeptCapture, Reader, Writer, open_store

__all__ = ["KeptBrief", "KeptCapture", "Reader", "Writer", "open_store"]
