"""Per story: dates of undated articles, times re-resolved, one name and authority for each person and body."""

from firsthand.settle.linking import linked, looked_up, names_of_entry
from firsthand.settle.settling import settle

__all__ = ["linked", "looked_up", "names_of_entry", "settle"]
