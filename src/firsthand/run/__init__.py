"""Carry a plan out: executors, rejects, counts."""

from firsthand.run.local import Local, Progress, StageCount
from firsthand.run.news import Outcome, briefs_of

__all__ = ["Local", "Outcome", "Progress", "StageCount", "briefs_of"]
