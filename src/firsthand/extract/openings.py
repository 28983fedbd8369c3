"""Openings of lines: of many forms, only those are tried that can begin with a line's first letter."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["ANY", "LETTERS", "forms_from", "opening_of"]

ANY = ""
"""The opening of lines that begin with no letter: every form is tried."""

_FAR = "é"
"""Stands for all letters beyond ASCII."""

LETTERS = (*"abcdefghijklmnopqrstuvwxyz", _FAR, ANY)
"""All openings that `opening_of` tells apart."""

_TWOFOLD = frozenset("\u0130\u0131\u017f\u212a")
"""Letters beyond ASCII that count as "i", "s" or "k" where the case does not count."""

_REPEATING = "?*{"


def opening_of(text: str, at: int = 0) -> str:
    """What the character at `at` begins a form with: a small letter, or one of the two classes."""
    first = text[at : at + 1]
    if first.isascii():
        return first.lower() if first.isalpha() else ANY
    return _FAR if first.isalpha() and first not in _TWOFOLD else ANY


def forms_from(forms: Iterable[str], opening: str) -> list[str]:
    """Those of `forms`, in their order, that can match where a line begins so, in either case.

    Args:
        forms: Regular expressions that are matched at a line's beginning, without regard to case.
        opening: One of `LETTERS`.
    """
    return [one for one in forms if opening == ANY or _may_begin(one, opening)]


def _may_begin(form: str, opening: str) -> bool:
    """Whether it can; True also where the form's beginning does not tell."""
    first, second = form[:1], form[1:2]
    if not first.isalpha() or second in _REPEATING or first in _TWOFOLD or _has_choice(form):
        return True
    return first.lower() == opening if first.isascii() else opening == _FAR


def _has_choice(form: str) -> bool:
    """Whether a bar outside all brackets divides the form."""
    depth = 0
    escaped = False
    for one in form:
        if escaped:
            escaped = False
        elif one == "\\":
            escaped = True
        elif one in "([":
            depth += 1
        elif one in ")]":
            depth -= 1
        elif one == "|" and depth == 0:
            return True
    return False
