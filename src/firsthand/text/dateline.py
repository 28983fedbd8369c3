"""Find where the running text of a paragraph begins behind its dateline."""

from __future__ import annotations

import re

__all__ = ["dateline_end"]

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH})(?:,?\s+\d{{4}})?)"
_CAPITALS = r"[A-ZÀ-ÞŁŚŻČŠŽ][A-ZÀ-ÞŁŚŻČŠŽ.'’-]{2,}(?:[ /,]+[A-ZÀ-ÞŁŚŻČŠŽ][\w.'’-]*){0,5}"
_NAME = r"[A-ZÀ-ÞŁŚŻČŠŽ][\w.'’-]+(?:[ ,]+[A-ZÀ-ÞŁŚŻČŠŽ][\w.'’-]*){0,3}"
_AGENCY = r"\((?:[A-ZÀ-ÞŁŚŻČŠŽ][^()\d\n]{1,47}|[a-z]{2,8})\)"
_DASH = r"\s*(?:--?|–|—|―)\s+"
_FORMS = (
    re.compile(rf"{_CAPITALS}(?:,\s+{_DAY})?\s+{_AGENCY}(?:{_DASH}|\s+)(?=\S)"),
    re.compile(rf"{_CAPITALS}(?:,\s+{_DAY})?{_DASH}(?=[^\sa-zà-þ])"),
    re.compile(rf"{_NAME}(?:,\s+{_DAY})?\s+{_AGENCY}{_DASH}(?=\S)"),
    re.compile(rf"{_AGENCY}{_DASH}(?=[^\sa-zà-þ])"),
)
"""With an agency: "RIGA, Latvia, March 3 (XYZ) - ", "Riga (xyz) - ", "(XYZ) -- "; without one the
place must be in capitals and a dash follow. A colon is none: "OKOYE: Yes" is a transcript."""


def dateline_end(paragraph: str) -> int:
    """Say where the running text of `paragraph` begins.

    Returns:
        Code points from the start of `paragraph` to the first character behind the dateline and
        its dash; 0 where it opens with none.
    """
    for form in _FORMS:
        match = form.match(paragraph)
        if match is not None:
            return match.end()
    return 0
