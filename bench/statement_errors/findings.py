"""All errors of one set of predictions, document by document."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from bench.statement_errors.kinds import Kind, of_false, of_missed, of_pair
from bench.statement_errors.relations import (
    HALF,
    Document,
    Relation,
    aligned,
    jaccard,
    relations_of,
    right,
    same_cue,
)
from bench.statement_errors.words import Words

__all__ = ["Error", "Found", "compare", "compare_all"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Error:
    """One missed relation, one false one, or both where they belong together."""

    kind: Kind
    document: str
    gold: Relation | None
    found: Relation | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What the comparison of one document gave."""

    document: str
    words: Words
    gold: tuple[Relation, ...]
    found: tuple[Relation, ...]
    """Without those in stretches that the gold says to ignore."""

    aligned: tuple[tuple[Relation, Relation], ...]
    """All pairs that the scorer aligns, right or wrong."""

    right: tuple[tuple[Relation, Relation], ...]
    same_content: tuple[tuple[Relation, Relation], ...]
    """Pairs whose contents agree: what fields are compared on, as the scorer does."""

    errors: tuple[Error, ...]


def compare_all(
    gold: Mapping[str, Document],
    found: Mapping[str, Document],
    words_by_id: Callable[[Document], Words],
    only: Iterable[str] | None = None,
) -> list[Found]:
    """Compare every document of `gold`, or those in `only`; one not in `found` holds nothing."""
    wanted = gold if only is None else [one for one in gold if one in set(only)]
    nothing = Document(id="", text="", language="en", title=None, rows=())
    return [compare(gold[one], found.get(one, nothing), words_by_id(gold[one])) for one in wanted]


def compare(gold: Document, found: Document, words: Words) -> Found:
    """Compare one document's relations.

    Relations are first aligned as the scorer aligns them. Of the others, a gold and a found one
    belong together where the alignment joins them and they share the cue or half of the content,
    or else where they share the cue. What is left stands alone.
    """
    ours = relations_of(gold, words)
    ignored = words.covered(gold.ignore)
    theirs = [
        one
        for one in relations_of(found, words)
        if not one.content or 2 * len(one.content & ignored) <= len(one.content)
    ]
    pairs = aligned(ours, theirs)
    good = {left: across for left, across in pairs.items() if right(ours[left], theirs[across])}
    joined = _joined(ours, theirs, pairs, good)
    errors: list[Error] = []
    for left, across in sorted(joined.items()):
        kind = of_pair(words, ours[left], theirs[across])
        if kind is None:
            raise AssertionError(f"{gold.id}: relation {left} is right, but was not aligned")
        errors.append(Error(kind=kind, document=gold.id, gold=ours[left], found=theirs[across]))
    paired = {**good, **joined}
    outlet = re.sub(r"\W", "", gold.id.split(":")[-1].split("_")[0].lower())
    unsure = words.covered(gold.unsure)
    for left, one in enumerate(ours):
        if left not in paired and one.content:
            kind = of_missed(words, one, theirs)
            errors.append(Error(kind=kind, document=gold.id, gold=one, found=None))
    for across, one in enumerate(theirs):
        if across not in paired.values() and one.content:
            kind = of_false(words, one, ours, unsure, outlet)
            errors.append(Error(kind=kind, document=gold.id, gold=None, found=one))
    return Found(
        document=gold.id,
        words=words,
        gold=tuple(one for one in ours if one.content),
        found=tuple(one for one in theirs if one.content),
        aligned=tuple((ours[left], theirs[across]) for left, across in sorted(pairs.items())),
        right=tuple((ours[left], theirs[across]) for left, across in sorted(good.items())),
        same_content=tuple(
            (ours[left], theirs[across])
            for left, across in sorted(pairs.items())
            if jaccard(ours[left].content, theirs[across].content) >= HALF
        ),
        errors=tuple(errors),
    )


def _joined(
    ours: list[Relation], theirs: list[Relation], pairs: dict[int, int], good: dict[int, int]
) -> dict[int, int]:
    """Which wrong relations belong together."""
    made = {
        left: across
        for left, across in pairs.items()
        if left not in good
        and (
            same_cue(ours[left], theirs[across])
            or jaccard(ours[left].content, theirs[across].content) >= HALF
        )
    }
    taken = {*good.values(), *made.values()}
    by_cue = sorted(
        (-len(one.cue & other.cue), left, across)
        for left, one in enumerate(ours)
        for across, other in enumerate(theirs)
        if one.cue & other.cue and one.content and other.content
    )
    for _, left, across in by_cue:
        if left in good or left in made or across in taken:
            continue
        made[left] = across
        taken.add(across)
    return made
