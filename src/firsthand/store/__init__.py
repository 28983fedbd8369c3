"""Keep and find records: raw bytes by digest, briefs by story, and what became of stories."""

from firsthand.store.opening import KeptBrief, Reader, Writer, open_store
from firsthand.store.stories import LoggedChange

__all__ = [
    "KeptBrief",
    "LoggedChange",
    "Reader",
    "Writer",
    "open_store",
]
