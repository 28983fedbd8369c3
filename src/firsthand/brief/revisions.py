"""How an article changed since its earlier versions, in words."""

from __future__ import annotations

from collections import Counter

from firsthand.brief.dating import shown
from firsthand.brief.printing import count, one_line
from firsthand.brief.worddiff import Piece, differences
from firsthand.domain import Article, Edit, EditKind, Revision

__all__ = ["changed_words", "corrected", "edit_line", "edit_pieces", "revision_lines", "since"]

_MOST_EDITS = 4
"""Changes of one revision that a line tells word by word; the others are counted."""

_MOST_PAIRS = 3
"""Places of one sentence that are told of."""

_LONGEST = 80
"""Letters of a changed stretch of words; a longer one is cut."""

_MOST_LETTERS = 6_000
"""Letters of a sentence beyond which it is not set word by word against another."""

_WHOLE = frozenset({EditKind.ADDED, EditKind.REMOVED})


def since(revision: Revision) -> str:
    """When the earlier version was as it was ("since 4 January 2026"), as far as that is known."""
    if revision.at is None:
        return f"differs from {revision.item}, which of the two came first is not known"
    return f"changed since the version {revision.at_basis} {shown(revision.at)}"


def changed_words(edit: Edit) -> tuple[tuple[str, str], ...]:
    """What words of a changed sentence gave way to what, in reading order; one side may be empty."""
    pairs: list[tuple[str, str]] = []
    gone = ""
    for piece in edit_pieces(edit):
        if piece.change == "gone":
            gone = piece.text.strip()
        elif piece.change == "new":
            pairs.append((gone, piece.text.strip()))
            gone = ""
        elif gone:
            pairs.append((gone, ""))
            gone = ""
    if gone:
        pairs.append((gone, ""))
    return tuple(pair for pair in pairs if any(map(str.isalnum, "".join(pair))))


def edit_pieces(edit: Edit) -> tuple[Piece, ...]:
    """Both sides of an edit word by word; of very long ones only how each begins."""
    before, after = edit.before or "", edit.after or ""
    if max(len(before), len(after)) > _MOST_LETTERS:
        sides = ((before, "gone"), (after, "new"))
        # cut first: what is not shown need not be made safe to show
        cut = ((one_line(text[: 2 * _LONGEST]), change) for text, change in sides)
        return tuple(Piece(_clipped(text), change) for text, change in cut if text)
    return differences(one_line(before), one_line(after))


def edit_line(edit: Edit, *, is_ordered: bool = True) -> str:
    """One changed sentence in words: "14 → 17 (number, without a note)".

    Args:
        edit: A change; not a sentence that was added or removed as a whole.
        is_ordered: Whether it is known which of the versions came first.
    """
    arrow = "→" if is_ordered else "/"
    told = ", ".join(
        f"{_clipped(gone) or '(nothing)'} {arrow} {_clipped(came) or '(nothing)'}"
        for gone, came in changed_words(edit)[:_MOST_PAIRS]
    )
    kinds = ", ".join(kind.value for kind in edit.kinds)
    note = "" if not is_ordered else ", told in a note" if edit.told else ", without a note"
    return f"{told or 'other marks'} ({kinds}{note})"


def revision_lines(article: Article) -> tuple[str, ...]:
    """One line for each earlier version, oldest first: what changed on the way to the next one."""
    return tuple(_line(revision) for revision in article.revisions)


def _line(revision: Revision) -> str:
    is_ordered = revision.at is not None
    changed = [one for one in revision.edits if not _WHOLE & set(one.kinds)]
    # a change of a number weighs more than one of wording, which comes last
    ranked = sorted(changed, key=lambda one: one.kinds == (EditKind.WORDING,))
    parts = [edit_line(one, is_ordered=is_ordered) for one in ranked[:_MOST_EDITS]]
    if len(ranked) > _MOST_EDITS:
        parts.append(f"{count(len(ranked) - _MOST_EDITS, 'other sentence')} changed")
    whole = Counter(one.kinds[0] for one in revision.edits if _WHOLE & set(one.kinds))
    added, removed = whole[EditKind.ADDED], whole[EditKind.REMOVED]
    words = ("added", "removed") if is_ordered else ("only in this one", "only in the other")
    parts += [
        f"{count(number, 'sentence')} {word}"
        for number, word in zip((added, removed), words, strict=True)
        if number
    ]
    if not parts:
        return f"the same words as in {revision.item}, " + (
            f"{revision.at_basis} {shown(revision.at)}" if is_ordered else "at an unknown time"
        )
    return f"{since(revision)}: {'; '.join(parts)}"


def corrected(article: Article) -> tuple[str, ...]:
    """What the article says of changes to itself; a withdrawal first."""
    notes = tuple(one_line(note) for note in article.corrections)
    lead = ("withdrawn, by its own word",) if article.withdrawn else ()
    return (*lead, *(f"note: “{note}”" for note in notes))


def _clipped(words: str) -> str:
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
