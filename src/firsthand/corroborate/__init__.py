"""Count independent origins; find echoes, contradictions and changes of position."""

from firsthand.corroborate.findings import corroborate

__all__ = ["corroborate"]
