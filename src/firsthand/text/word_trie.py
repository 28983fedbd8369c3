"""A regular expression for any of many words, by their beginnings."""

from __future__ import annotations

from collections.abc import Iterable
from re import escape

__all__ = ["any_of"]

_Node = dict[str, "_Node"]
_END = ""


def any_of(words: Iterable[str]) -> str:
    """A regular expression for any of `words`, the longest first, blanks as any white space.

    It finds what `firsthand.text.number_words.alternatives` finds, and in the same order: of the
    words that fit at one place each begins the next longer one. Words with a common beginning are
    tried together, so that a place where none stands costs a comparison a letter, not a word. Of
    no words it is one that never matches.
    """
    root: _Node = {}
    for word in words:
        node = root
        for letter in " ".join(word.split()):
            node = node.setdefault(letter, {})
        node[_END] = {}
    return _written(root) if root else "(?!)"


def _written(node: _Node) -> str:
    """The rest of the words below a node; what goes on before what ends."""
    ends = _END in node
    rest: list[str] = []
    for letter in sorted(one for one in node if one != _END):
        sign, below = (r"\s+" if letter == " " else escape(letter)), node[letter]
        while len(below) == 1 and _END not in below:
            ((following, below),) = below.items()
            sign += r"\s+" if following == " " else escape(following)
        rest.append(sign + _written(below))
    if not rest:
        return ""
    return f"(?:{'|'.join(rest)}){'?' if ends else ''}"
