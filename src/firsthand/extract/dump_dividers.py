"""Lines that only part a collection: rules, numbers of documents, marks of an end."""

from __future__ import annotations

import re

__all__ = ["END_MARK", "NUMBERED", "SEPARATOR", "divides"]

NUMBERED = re.compile(
    r"\W{0,3}(?:(?:document|article|item|story|record|dokument|artikel|texte?|documento|artículo|articolo)\s+)?"
    r"(\d{1,4})\s*(?:of|von|de|sur|di|van|av|/)\s*(\d{1,4})"
    r"(?:\s+(?:documents?|articles?|items?|results?|dokumente[n]?|artikeln?|résultats?|documentos?))?\W{0,3}",
    re.IGNORECASE,
)
END_MARK = re.compile(
    r"(?:document [a-z]{2,8}\d{6,}\w*|end of (?:document|article|story)|ende des dokuments"
    r"|fin du document|fin del documento)\W*",
    re.IGNORECASE,
)
SEPARATOR = re.compile(r"(?:([-=*_~#+•–—─═])[ \t]?)(?:\1[ \t]?){2,}")
"""A rule of one character, in a row or apart."""

_LONGEST = 200


def divides(line: str) -> bool:
    """Whether a line only parts a collection: a rule, "2 of 25 documents", a mark of the end."""
    return len(line) < _LONGEST and any(
        one.fullmatch(line) for one in (SEPARATOR, NUMBERED, END_MARK)
    )
