"""What kind of event a sentence tells of, in the categories of PLOVER."""

from __future__ import annotations

__all__ = ["event_type"]


def event_type(text: str) -> str:
    """The PLOVER category of the event a sentence tells of; empty when none fits."""
    return ""
