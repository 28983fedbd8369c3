"""Menus at the top of a page's text: what opens with one is the dump of a page, furniture and all."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["holds_menu"]

_MOST_WORDS, _FEWEST_LINES = 3, 9
"""Words of a menu's entry, and entries of a menu. Heads of transcripts have two or three such lines."""


def holds_menu(lines: Iterable[str]) -> bool:
    """Whether `lines`, which stand above what a reader looks for, hold the entries of a menu.

    Args:
        lines: Stripped; blank ones do not count.
    """
    entries = sum(len(line.split()) <= _MOST_WORDS and line[-1].isalpha() for line in lines if line)
    return entries >= _FEWEST_LINES
