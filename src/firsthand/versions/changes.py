"""What changed between two versions of one article, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from firsthand.domain import Article, Edit, EditKind, Span
from firsthand.tables.languages import commonest_words
from firsthand.tables.versionwords import version_words
from firsthand.versions.alignment import paired
from firsthand.versions.notes import tells
from firsthand.versions.wording import Phrase, Sort, Text, Word, cut

__all__ = ["edits_between", "is_silent"]

_KIND = {Sort.NUMBER: EditKind.NUMBER, Sort.DATE: EditKind.DATE, Sort.NAME: EditKind.NAME}
_WORDS = re.compile(r"[^\W_]+")
_LONGEST = 600
"""Words of a sentence beyond which it is compared as a whole: it is a text without stops, and setting
one of 50,000 words against another would take hours."""

_LEAST_TOLD = 4
"""Letters of a word by whose standing in a note the note tells of its change; figures always do."""


def edits_between(
    before: Article, after: Article, *, notes: Sequence[str] = ()
) -> tuple[Edit, ...]:
    """Every sentence in which two versions differ, headline first, then in the order of `after`.

    Marks, capitals, the way a number is written, and the place of a paragraph make no difference;
    what is quoted and what is not, does.

    Args:
        before: The earlier version.
        after: The later one; `Edit.span` points into its text.
        notes: What the later version says about changes to itself; marks the edits it tells of.
    """
    old, new = cut(before), cut(after)
    found: list[Edit] = []
    headline = _headline(old, new)
    if headline is not None:
        found.append(headline)
    for spots, places in paired(old.sentences, new.sentences):
        edit = _edit([old.sentences[one] for one in spots], [new.sentences[one] for one in places])
        if edit is not None:
            found.append(edit)
    telling = [note for note in notes if tells(note)]
    if not telling:
        return tuple(found)
    return tuple(replace(edit, told=_is_told(edit, telling)) for edit in found)


def is_silent(edits: Iterable[Edit], language: str) -> bool:
    """Whether a change that matters is told of by no note.

    A change of connecting words alone ("the", "and", "after") does not matter; one of which the
    language's connecting words are not known does.
    """
    return any(not edit.told and _matters(edit, language) for edit in edits)


def _matters(edit: Edit, language: str) -> bool:
    if edit.kinds != (EditKind.WORDING,):
        return True
    connectives = dict(commonest_words()).get(language, frozenset())
    a, b = (_folded(words or "") for words in (edit.before, edit.after))
    return any(word not in connectives for word in set(a) ^ set(b))


def _headline(old: Text, new: Text) -> Edit | None:
    if old.headline is None or new.headline is None:
        return None
    edit = _edit([old.headline], [new.headline])
    if edit is None:
        return None
    kinds = [kind for kind in edit.kinds if kind is not EditKind.WORDING]
    return replace(edit, kinds=(EditKind.HEADLINE, *kinds))


def _edit(before: Sequence[Phrase], after: Sequence[Phrase]) -> Edit | None:
    """The edit of a pair of sentences; None where they are the same."""
    if not before or not after:
        kind = EditKind.REMOVED if before else EditKind.ADDED
        return Edit(
            kinds=(kind,), before=_written(before), after=_written(after), span=_span(after)
        )
    if [one.written for one in before] == [one.written for one in after]:
        return None
    kinds = _kinds(
        [word for one in before for word in one.words],
        [word for one in after for word in one.words],
    )
    if not kinds:
        return None
    return Edit(kinds=kinds, before=_written(before), after=_written(after), span=_span(after))


def _written(phrases: Sequence[Phrase]) -> str | None:
    return " ".join(one.written for one in phrases) or None


def _span(phrases: Sequence[Phrase]) -> Span | None:
    spans = [one.span for one in phrases if one.span is not None]
    return Span(min(one.start for one in spans), max(one.end for one in spans)) if spans else None


def _kinds(before: Sequence[Word], after: Sequence[Word]) -> tuple[EditKind, ...]:
    """What a change between two sentences touches, in the order of `EditKind`; empty: nothing."""
    if max(len(before), len(after)) > _LONGEST:
        same = [word.key for word in before] == [word.key for word in after]
        return () if same else (EditKind.WORDING,)
    matcher = SequenceMatcher(
        None, [word.key for word in before], [word.key for word in after], autojunk=False
    )
    changed: list[Word] = []
    marks = False
    for tag, a1, a2, b1, b2 in matcher.get_opcodes():
        if tag == "equal":
            marks |= any(
                a.quoted != b.quoted for a, b in zip(before[a1:a2], after[b1:b2], strict=True)
            )
        else:
            changed += [*before[a1:a2], *after[b1:b2]]
    gone = {word.key for word in before}
    came = {word.key for word in after}
    # a word that only changed its place is no other number, name or day
    own = [word for word in changed if (word.key in gone) != (word.key in came)]
    kinds = {_KIND[word.sort] for word in own if word.sort in _KIND}
    if marks or any(word.quoted for word in changed):
        kinds.add(EditKind.QUOTATION)
    if any(word.sort in {Sort.PLAIN, Sort.CONNECTIVE} for word in own) or (changed and not kinds):
        kinds.add(EditKind.WORDING)
    return tuple(kind for kind in EditKind if kind in kinds)


def _folded(text: str) -> list[str]:
    return [word.casefold() for word in _WORDS.findall(text)]


def _is_told(edit: Edit, notes: Sequence[str]) -> bool:
    """Whether a note holds a word that changed, or names the kind of change."""
    before, after = set(_folded(edit.before or "")), set(_folded(edit.after or ""))
    changed = {
        word
        for word in before ^ after
        if any(char.isdigit() for char in word) or len(word) >= _LEAST_TOLD
    }
    told = version_words().told
    for note in notes:
        words = set(_folded(note))
        if changed & words or any(words & told.get(kind.value, frozenset()) for kind in edit.kinds):
            return True
    return False
