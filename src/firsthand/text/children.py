"""What hangs on each word of a parse."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.domain import Token

__all__ = ["children_of"]


def children_of(tokens: Sequence[Token]) -> dict[int, tuple[int, ...]]:
    """The numbers of the tokens that hang on each token, ascending.

    Args:
        tokens: The parse of an article; a token that is its own head hangs on nothing.

    Returns:
        One entry for each token that something hangs on.
    """
    found: dict[int, list[int]] = {}
    for number, token in enumerate(tokens):
        if token.head != number:
            found.setdefault(token.head, []).append(number)
    return {head: tuple(children) for head, children in found.items()}
