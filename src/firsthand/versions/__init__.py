"""Bring versions of one article together: the same address read again is no second article."""

from firsthand.versions.addresses import address_of
from firsthand.versions.changes import edits_between
from firsthand.versions.newest import newest
from firsthand.versions.notes import noted

__all__ = ["address_of", "edits_between", "newest", "noted"]
