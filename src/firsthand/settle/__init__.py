"""Per story: dates of undated articles, times re-resolved, one name and authority for each person and body."""

from firsthand.settle.settling import settle

__all__ = ["settle"]
