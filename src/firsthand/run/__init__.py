"""Carry a plan out: executors, rejects, counts."""

from firsthand.run.intake import Intake, Taken
from firsthand.run.linking import checked_registers, with_ids
from firsthand.run.local import Local, Progress, StageCount
from firsthand.run.news import Outcome, Rename, briefs_of
from firsthand.run.renaming import Renamed, renamed

__all__ = [
    "Intake",
    "Local",
    "Outcome",
    "Progress",
    "Rename",
    "Renamed",
    "StageCount",
    "Taken",
    "briefs_of",
    "checked_registers",
    "renamed",
    "with_ids",
]
